using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Promises;

namespace ChildQ.Portal.Pages.PoliceActionPlan;

/// <summary>A due date that moves with a reason, as the service shows it.</summary>
public sealed record DueView(DateOnly? FirstDue, DateOnly? Due, IReadOnlyList<DueDateMoveView> Moves);

/// <summary>What became of an ask or a commitment, from a date on.</summary>
public sealed record OutcomeView(string Status, DateOnly? On, DateOnly KnownOn, string? Note);

public sealed class OutcomeForm
{
    [Display(Name = "What became of it")]
    [Required(ErrorMessage = "Choose what became of it")]
    public string? Status { get; set; }

    [Display(Name = "Date it took effect", Description = "For example, 31 3 2022. Leave empty if it is not known.")]
    public DateOnly? On { get; set; }

    [Display(Name = "Note")]
    public string? Note { get; set; }

    public bool Confirmed { get; set; }

    public static IReadOnlyList<Choice> Statuses { get; } = Choice.Of("open", "met", "partlyMet", "refused", "noAnswer");
}

/// <summary>Says what became of an ask or a commitment.</summary>
public abstract class OutcomePage<TItem>(ServiceClient client, string register) : ActPage<OutcomeForm, TItem>(client, register)
{
    protected override string Act => "outcomes";
    protected override string Notice => "Recorded.";
}

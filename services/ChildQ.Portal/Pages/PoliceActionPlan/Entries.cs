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

/// <summary>Entries of another register, to choose one by its reference.</summary>
public static class References
{
    public static async Task<IReadOnlyList<Choice>> ReadAsync<T>(
        this ServiceClient client,
        string register,
        Func<T, (string Reference, string Title)> name,
        CancellationToken cancel
    )
    {
        var page = await client.Get<ServiceDefaults.Http.Page<T>>($"{register}?take=200", cancel);
        return [.. page.Items.Select(name).Select(n => new Choice(n.Reference, $"{n.Reference}: {n.Title}"))];
    }

    /// <summary>The one entry with this reference, which a list finds by searching for it.</summary>
    public static async Task<T?> FindByReferenceAsync<T>(
        this ServiceClient client,
        string register,
        string? reference,
        Func<T, string> referenceOf,
        CancellationToken cancel
    )
        where T : class =>
        reference is null
            ? null
            : (await client.TryGet<ServiceDefaults.Http.Page<T>>($"{register}?q={Uri.EscapeDataString(reference)}", cancel))?.Items.FirstOrDefault(i =>
                referenceOf(i) == reference
            );
}

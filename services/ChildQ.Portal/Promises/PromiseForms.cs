using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Registers;

namespace ChildQ.Portal.Promises;

/// <summary>What has happened with something promised.</summary>
public class ProgressForm
{
    [Display(Name = "Status from that day on")]
    [Required(ErrorMessage = "Choose a status")]
    public string? Status { get; set; }

    [Display(Name = "Date it took effect", Description = "For example, 27 5 2022. Leave empty if it is not known.")]
    public DateOnly? On { get; set; }

    [Display(
        Name = "What happened",
        Description = "Shown to everyone who may see this item. Do not name a child or anyone who spoke in confidence."
    )]
    public string? Note { get; set; }

    /// <summary>The writer has seen what looks like personal data, and says that it stays.</summary>
    public bool Confirmed { get; set; }

    public static IReadOnlyList<Choice> Statuses { get; } =
    [new("notStarted", "Not started"), new("underWay", "Under way"), new("done", "Done"), new("stopped", "Stopped", "Say why")];
}

/// <summary>A due date is a promise: it moves with a reason, and the first one stays in view.</summary>
public sealed class DueDateForm
{
    [Display(Name = "New due date")]
    [Required(ErrorMessage = "Enter the new due date")]
    public DateOnly? To { get; set; }

    [Display(Name = "Why it moves", Description = "Shown beside the first date.")]
    [Required(ErrorMessage = "Say why it moves")]
    public string? Reason { get; set; }

    /// <summary>The writer has seen what looks like personal data, and says that it stays.</summary>
    public bool Confirmed { get; set; }
}

/// <summary>Adds dated progress to a promise; what was said before stays.</summary>
public abstract class ProgressPage<TItem>(ServiceClient client, string register) : ActPage<ProgressForm, TItem>(client, register)
{
    protected override string Act => "progress";
    protected override string Notice => "Progress added.";
}

/// <summary>Moves a promise's due date.</summary>
public abstract class DueDatePage<TItem>(ServiceClient client, string register) : ActPage<DueDateForm, TItem>(client, register)
{
    protected override string Act => "due-date";
    protected override string Notice => "Due date moved. The first date stays in view.";
}

using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Promises;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Commitments;

/// <summary>Something somebody bound themselves to, in a letter or elsewhere.</summary>
public sealed record CommitmentView(
    Guid Id,
    string Reference,
    string? Letter,
    string Text,
    string MadeBy,
    string Status,
    bool Overdue,
    DueView DueDate,
    IReadOnlyList<OutcomeView> Outcomes,
    DateOnly KnownOn,
    string? Source,
    string Sharing
) : IEntry;

[AllowAnonymous]
public sealed class IndexModel(PoliceActionPlanClient plan)
    : RegisterPage<CommitmentView>(plan, "commitments", Filter.Search(), Filter.Words("status", "What became of it", OutcomeForm.Statuses))
{
    public override bool OffersAsAt => true;
}

[AllowAnonymous]
public sealed class OneModel(PoliceActionPlanClient plan) : OnePage<CommitmentView>(plan, "commitments");

public sealed class CommitmentForm : EntryForm
{
    [Display(Name = "Letter")]
    public string? Letter { get; set; }

    [Display(Name = "What is committed to")]
    [Required(ErrorMessage = "Enter what is committed to")]
    public string? Text { get; set; }

    [Display(Name = "Made by")]
    [Required(ErrorMessage = "Enter who made it")]
    public string? MadeBy { get; set; }

    [Display(Name = "Due date")]
    public DateOnly? Due { get; set; }
}

[PageFor(Roles.PolicePlanLead)]
public sealed class EditModel(PoliceActionPlanClient plan) : EditPage<CommitmentForm, CommitmentView>(plan, "commitments")
{
    protected override string Address => "/police-action-plan/commitments";

    /// <summary>The letter it is added from.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Letter { get; set; }

    public IReadOnlyList<Choice> Letters { get; private set; } = [];

    private sealed record LetterName(string Reference, string Subject);

    protected override async Task ReadChoicesAsync(CancellationToken cancel)
    {
        Letters = await Client.ReadAsync<LetterName>("letters", x => (x.Reference, x.Subject), cancel);
        Form.Letter ??= Letter;
    }

    protected override CommitmentForm FormFrom(CommitmentView item) =>
        new()
        {
            Letter = item.Letter,
            Text = item.Text,
            MadeBy = item.MadeBy,
            Source = item.Source,
            Sharing = item.Sharing,
        };

    protected override object ToSend() =>
        new
        {
            Form.Reference,
            Form.Letter,
            Form.Text,
            Form.MadeBy,
            Form.Due,
            Form.KnownOn,
            Form.Source,
            Form.Confirmed,
            Form.Sharing,
        };
}

[PageFor(Roles.PolicePlanLead)]
public sealed class OutcomeModel(PoliceActionPlanClient plan) : OutcomePage<CommitmentView>(plan, "commitments")
{
    protected override string Address => $"/police-action-plan/commitments/{Id}";
}

[PageFor(Roles.PolicePlanLead)]
public sealed class DueDateModel(PoliceActionPlanClient plan) : DueDatePage<CommitmentView>(plan, "commitments")
{
    protected override string Address => $"/police-action-plan/commitments/{Id}";
}

using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Dates;
using ChildQ.Portal.Promises;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Promises;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Actions;

/// <summary>An action of the shared plan as the service shows it.</summary>
public sealed record ActionView(
    Guid Id,
    string Reference,
    string Priority,
    string Title,
    string Commitment,
    IReadOnlyList<string> OwnerOrganisations,
    string? OutcomeMeasure,
    string? Baseline,
    string? Target,
    DateOnly? Start,
    string Workstream,
    DateOnly KnownOn,
    string? Source,
    string Sharing,
    PromiseView Promise
) : IEntry;

[AllowAnonymous]
public sealed class IndexModel(PoliceActionPlanClient plan)
    : RegisterPage<ActionView>(
        plan,
        "actions",
        Filter.Search(),
        Filter.Words("status", "Status", ProgressForm.Statuses),
        new("overdue", "Overdue", [new("true", "Overdue only")]),
        new("owner", "Owner", Owners.All)
    )
{
    public override bool OffersAsAt => true;
}

/// <summary>Organisations that own actions, by their keys.</summary>
public static class Owners
{
    public static IReadOnlyList<Choice> All { get; } =
        Choice.Of("hackney-council", "metropolitan-police", "community-safety-partnership", "mopac", "chscp", "account-hackney");
}

[AllowAnonymous]
public sealed class OneModel(PoliceActionPlanClient plan) : OnePage<ActionView>(plan, "actions")
{
    /// <summary>The <c>next</c> of the page of notes before; none for the newest notes.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Notes { get; set; }

    /// <summary>The lead, and a police partner on what their organisation owns.</summary>
    public bool MayAddProgress =>
        User.IsInRole(Roles.PolicePlanLead)
        || (
            User.IsInRole(Roles.PolicePartner)
            && Item.OwnerOrganisations.Contains(User.FindFirst("organisation")?.Value, StringComparer.Ordinal)
        );

    public Page<ProgressView> Progress { get; private set; } = new([], null);

    public IReadOnlyList<EvidenceView> Evidence { get; private set; } = [];

    public IReadOnlyList<LinkView> Links { get; private set; } = [];

    public IReadOnlyList<MeasureView> Measures { get; private set; } = [];

    public MeasureChart? Chart { get; private set; }

    public string? OlderNotes =>
        Progress.Next is not { } next
            ? null
            : QueryHelpers.AddQueryString(
                Request.Path,
                new KeyValuePair<string, string?>[] { new("asAt", AsAt?.Iso()), new("notes", next) }.Where(p => p.Value is not null)
            );

    /// <summary>The lead, and a partner what their own organisation added.</summary>
    public bool MayWithdraw(string? addedBy) =>
        User.IsInRole(Roles.PolicePlanLead)
        || (User.IsInRole(Roles.PolicePartner) && addedBy is not null && addedBy == User.FindFirst("organisation")?.Value);

    protected override async Task AlsoReadAsync(CancellationToken cancel)
    {
        Progress = await ReadAsync<ProgressView>("progress", Notes, cancel);
        Evidence = (await ReadAsync<EvidenceView>("evidence", null, cancel)).Items;
        Links = (await ReadAsync<LinkView>("links", null, cancel)).Items;
        Measures = (await ReadAsync<MeasureView>("measures", null, cancel)).Items;
        Chart = MeasureChart.Of(Measures, Item.Baseline, Item.Target);
    }

    private Task<Page<T>> ReadAsync<T>(string part, string? after, CancellationToken cancel) =>
        Client.Get<Page<T>>(
            QueryHelpers.AddQueryString(
                $"actions/{Id}/{part}?take={(part == "progress" ? 20 : 200)}",
                new KeyValuePair<string, string?>[] { new("asAt", AsAt?.Iso()), new("after", after) }.Where(p => p.Value is not null)
            ),
            cancel
        );
}

public sealed class ActionForm : EntryForm
{
    [Display(Name = "Title")]
    [Required(ErrorMessage = "Enter a title")]
    public string? Title { get; set; }

    [Display(Name = "Priority")]
    [Required(ErrorMessage = "Choose the priority it stands under")]
    public string? Priority { get; set; }

    [Display(Name = "Commitment", Description = "What exactly the owners bind themselves to do.")]
    [Required(ErrorMessage = "Enter the commitment")]
    public string? Commitment { get; set; }

    [Display(
        Name = "Owners",
        Description = "One organisation on each line, by its key: for example, metropolitan-police. Several own it jointly."
    )]
    [Required(ErrorMessage = "Enter at least one owner")]
    public string? OwnerOrganisations { get; set; }

    [Display(Name = "Workstream")]
    public string? Workstream { get; set; } = Contracts.Workstreams.PoliceTrustAndConfidence;

    [Display(Name = "Outcome measure")]
    public string? OutcomeMeasure { get; set; }

    [Display(Name = "Baseline")]
    public string? Baseline { get; set; }

    [Display(Name = "Target")]
    public string? Target { get; set; }

    [Display(Name = "Start date")]
    public DateOnly? Start { get; set; }

    [Display(Name = "Due date", Description = "A promise: later it moves only with a reason.")]
    public DateOnly? Due { get; set; }

    [Display(Name = "Due, in words", Description = "Where there is no day yet: for example, Autumn 2022.")]
    public string? DueText { get; set; }
}

[PageFor(Roles.PolicePlanLead)]
public sealed class EditModel(PoliceActionPlanClient plan) : EditPage<ActionForm, ActionView>(plan, "actions")
{
    private sealed record Priority(string Reference, string Title);

    public IReadOnlyList<Choice> Priorities { get; private set; } = [];

    protected override string Address => "/police-action-plan/actions";

    protected override async Task ReadChoicesAsync(CancellationToken cancel) =>
        Priorities = await Client.ReadAsync<Priority>("priorities", p => (p.Reference, p.Title), cancel);

    protected override ActionForm FormFrom(ActionView item) =>
        new()
        {
            Title = item.Title,
            Priority = item.Priority,
            Commitment = item.Commitment,
            Workstream = item.Workstream,
            OwnerOrganisations = Lines.Of(item.OwnerOrganisations),
            OutcomeMeasure = item.OutcomeMeasure,
            Baseline = item.Baseline,
            Target = item.Target,
            Start = item.Start,
            Source = item.Source,
            Sharing = item.Sharing,
        };

    protected override object ToSend() =>
        new
        {
            Form.Reference,
            Form.Priority,
            Form.Title,
            Form.Commitment,
            Form.Workstream,
            OwnerOrganisations = Lines.In(Form.OwnerOrganisations),
            Form.OutcomeMeasure,
            Form.Baseline,
            Form.Target,
            Form.Start,
            Form.Due,
            Form.DueText,
            Form.KnownOn,
            Form.Source,
            Form.Sharing,
            Form.Confirmed,
        };
}

[PageFor(Roles.PolicePlanLead, Roles.PolicePartner)]
public sealed class ProgressModel(PoliceActionPlanClient plan) : ProgressPage<ActionView>(plan, "actions")
{
    protected override string Address => $"/police-action-plan/actions/{Id}";
}

[PageFor(Roles.PolicePlanLead)]
public sealed class DueDateModel(PoliceActionPlanClient plan) : DueDatePage<ActionView>(plan, "actions")
{
    protected override string Address => $"/police-action-plan/actions/{Id}";
}

using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Dates;
using ChildQ.Portal.Pages.PoliceActionPlan.Actions;
using ChildQ.Portal.Pages.PoliceActionPlan.Asks;
using ChildQ.Portal.Pages.PoliceActionPlan.Bodies;
using ChildQ.Portal.Pages.PoliceActionPlan.Commitments;
using ChildQ.Portal.Pages.PoliceActionPlan.Letters;
using ChildQ.Portal.Pages.PoliceActionPlan.Meetings;
using ChildQ.Portal.Pages.PoliceActionPlan.Plan;
using ChildQ.Portal.Pages.Tracker;
using ChildQ.ServiceDefaults.Promises;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Packs;

/// <summary>What a body needs before it on one go, as at a date, as the service draws it.</summary>
public sealed record PackView(
    DateOnly AsAt,
    BodyView Body,
    MeetingView? Meeting,
    PackMinutes? LastMeeting,
    DateOnly? Since,
    IReadOnlyList<PackArising> Arising,
    TrackerCounts Counts,
    IReadOnlyList<PackPriority> Priorities,
    IReadOnlyList<PackMovedDate> DueDatesMoved,
    IReadOnlyList<PackLetter> Letters,
    IReadOnlyList<CommitmentView> Commitments,
    IReadOnlyList<PackProtocol> Protocols,
    PlanVersionView? Version
);

public sealed record PackMinutes(MeetingView Meeting, IReadOnlyList<DecisionView> Decisions);

public sealed record PackArising(
    string Reference,
    string Meeting,
    string Title,
    string? Owner,
    string? PlanAction,
    PromiseStatus Status,
    string? StatusNote,
    DateOnly? FirstDue,
    DateOnly? Due,
    int DaysLate
);

public sealed record PackPriority(string? Reference, string? Title, TrackerCounts Counts, IReadOnlyList<PackAction> Actions);

public sealed record PackAction(
    string Reference,
    string Title,
    IReadOnlyList<string> Owners,
    PromiseStatus Status,
    DateOnly? StatusOn,
    string? StatusNote,
    DateOnly? FirstDue,
    DateOnly? Due,
    string? DueText,
    int DaysLate,
    IReadOnlyList<ProgressView> Moved,
    IReadOnlyList<EvidenceView> Evidence
);

public sealed record PackMovedDate(
    string Kind,
    string Reference,
    string Title,
    DateOnly? FirstDue,
    DateOnly? Due,
    IReadOnlyList<DueDateMoveView> Moves
);

public sealed record PackLetter(LetterView Letter, IReadOnlyList<AskView> Asks, IReadOnlyList<CommitmentView> Commitments);

public sealed record PackProtocol(
    string Reference,
    string Title,
    string Kind,
    string Status,
    int VersionNumber,
    IReadOnlyList<string> AwaitedClasses,
    DueView DueDate,
    int DaysLate
);

/// <summary>When something is due: as it stands, the first date, and how late it is.</summary>
public sealed record PackDue(DateOnly? First, DateOnly? Due, string? InWords, int DaysLate);

/// <summary>A body's pack as a page that prints: no navigation, a new page where a board turns one.</summary>
[PageForPartners]
public sealed class OneModel(PoliceActionPlanClient plan) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? AsAt { get; set; }

    public PackView? Pack { get; private set; }

    public string WordHref => $"{plan.Part.Prefix}/bodies/{Id}/pack.docx{Query}";

    private string Query => AsAt is { } date ? $"?asAt={date.Iso()}" : "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid)
            Pack = await plan.Get<PackView>($"bodies/{Id}/pack{Query}", cancel);
    }
}

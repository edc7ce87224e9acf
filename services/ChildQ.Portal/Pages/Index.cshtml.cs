using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Pages.Oversight.Timeline;
using ChildQ.Portal.Pages.PoliceActionPlan.Actions;
using ChildQ.Portal.Pages.PoliceActionPlan.Commitments;
using ChildQ.Portal.Pages.PoliceActionPlan.Letters;
using ChildQ.Portal.Pages.Schools.Guidance;
using ChildQ.Portal.Pages.Schools.PoliceVisits;
using ChildQ.Portal.Pages.StaffSupport.Bookings;
using ChildQ.Portal.Pages.Tracker;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.ServiceDefaults.Steps;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages;

/// <summary>One thing that waits for whoever is signed in.</summary>
/// <param name="Due">When it is due, in words.</param>
public sealed record Waiting(string Text, string Href, string? Due, string Status);

/// <summary>Home: for everyone what is published; for each role what is theirs, overdue first.</summary>
[AllowAnonymous]
public sealed class IndexModel(
    PoliceActionPlanClient plan,
    SchoolsClient schools,
    StaffSupportClient staff,
    CommunityEngagementClient engagement,
    OversightClient oversight
) : PageModel
{
    private const string Overdue = "overdue=true&take=50";
    private readonly List<Waiting> _mine = [];
    private readonly List<ServicePart> _silent = [];

    public TrackerCounts? Counts { get; private set; }

    public IReadOnlyList<TimelineEntry> Latest { get; private set; } = [];

    public IReadOnlyList<Waiting> Mine => _mine;

    /// <summary>Parts that did not answer: what they hold is missing here, and the page says so.</summary>
    public IReadOnlyList<ServicePart> Silent => _silent;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Counts = (await Ask<TrackerView>(plan, "tracker", cancel))?.Counts;
        Latest =
            (await Ask<Page<TimelineEntry>>(oversight, "timeline?latestFirst=true&take=20", cancel))
                ?.Items.Where(e => !e.Planned)
                .Take(5)
                .ToList()
            ?? [];
        if (User.IsAny(Roles.PolicePlanLead, Roles.CoChairCouncil, Roles.CoChairPolice, Roles.Oversight))
            await PlanAsync(null, cancel);
        else if (User.IsInRole(Roles.PolicePartner))
            await PlanAsync(User.FindFirst("organisation")?.Value, cancel);
        if (User.IsInRole(Roles.School))
            await ReceiptsAsync(cancel);
        if (User.IsInRole(Roles.SafeguardingLead))
            await ConcernsAsync(cancel);
        if (User.IsInRole(Roles.Staff))
            await BookingsAsync(cancel);
        if (User.IsAny(Roles.SchoolsLead, Roles.Oversight))
            await StepsAsync(schools, cancel);
        if (User.IsAny(Roles.StaffLead, Roles.Oversight))
            await StepsAsync(staff, cancel);
        if (User.IsAny(Roles.EngagementLead, Roles.Oversight))
            await StepsAsync(engagement, cancel);
        if (User.IsInRole(Roles.Oversight))
            await StepsAsync(oversight, cancel);
    }

    private async Task PlanAsync(string? owner, CancellationToken cancel)
    {
        var owned = owner is null ? "" : $"&owner={Uri.EscapeDataString(owner)}";
        var late = await Ask<Page<ActionView>>(plan, $"actions?{Overdue}{owned}", cancel);
        var underWay = await Ask<Page<ActionView>>(plan, $"actions?status=UnderWay&take=20{owned}", cancel);
        AddPromises(
            late?.Items.Concat(underWay?.Items ?? []).DistinctBy(a => a.Id),
            a => (a.Title, $"/police-action-plan/actions/{a.Id}", a.Promise)
        );
        if (owner is not null)
            return;
        var letters = await Ask<Page<LetterView>>(plan, $"letters?{Overdue}", cancel);
        _mine.AddRange(
            (letters?.Items ?? []).Select(l => new Waiting(
                $"Reply to: {l.Subject}",
                $"/police-action-plan/letters/{l.Id}",
                Due(l.ReplyDue),
                "Overdue"
            ))
        );
        var commitments = await Ask<Page<CommitmentView>>(plan, "commitments?status=Open&take=50", cancel);
        _mine.AddRange(
            (commitments?.Items ?? [])
                .Where(c => c.Overdue)
                .Select(c => new Waiting(c.Text, $"/police-action-plan/commitments/{c.Id}", Due(c.DueDate.Due), "Overdue"))
        );
    }

    private async Task ReceiptsAsync(CancellationToken cancel)
    {
        var receipts = await Ask<Page<ReceiptView>>(schools, "guidance/receipts?state=Awaiting&take=50", cancel);
        _mine.AddRange(
            (receipts?.Items ?? []).Select(r => new Waiting(
                $"Acknowledge: {r.Title}, version {r.Version}",
                $"/schools/guidance/receipts/{r.Id}",
                $"Sent {Dates.PlainDates.InWords(r.AwaitingSince)}",
                "To do"
            ))
        );
    }

    private async Task ConcernsAsync(CancellationToken cancel)
    {
        var concerns = await Ask<Page<ConcernView>>(schools, "police-visits/concerns?state=raised&take=50", cancel);
        _mine.AddRange(
            (concerns?.Items ?? [])
                .OrderBy(c => c.TakeUpBy)
                .Select(c => new Waiting(
                    $"Concern about a search: {c.School}",
                    $"/schools/police-visits/concerns/{c.Id}",
                    $"To be taken up by {Dates.PlainDates.InWords(c.TakeUpBy)}",
                    c.Overdue ? "Overdue" : "To do"
                ))
        );
    }

    private async Task BookingsAsync(CancellationToken cancel)
    {
        var bookings = await Ask<IReadOnlyList<MyBookingView>>(staff, "bookings/mine", cancel);
        _mine.AddRange(
            (bookings ?? []).Select(b => new Waiting(
                b.Title,
                $"/staff-support/sessions/{b.SessionId}",
                Dates.PlainDates.InWords(b.StartsOn),
                b.State
            ))
        );
    }

    private async Task StepsAsync(ServiceClient part, CancellationToken cancel)
    {
        var steps = await Ask<Page<StepView>>(part, $"steps?{Overdue}", cancel);
        AddPromises(steps?.Items, s => (s.Title, $"/steps/{s.Workstream}/{s.Id}", s.Promise));
    }

    private void AddPromises<T>(IEnumerable<T>? items, Func<T, (string Title, string Href, PromiseView Promise)> read)
    {
        foreach (
            var (title, href, promise) in (items ?? []).Select(read).OrderByDescending(i => i.Promise.Overdue).ThenBy(i => i.Promise.Due)
        )
            _mine.Add(new(title, href, Due(promise.Due), promise.Overdue ? "Overdue" : promise.Status.ToString()));
    }

    private static string? Due(DateOnly? due) => due is { } date ? $"Due {Dates.PlainDates.InWords(date)}" : null;

    private async Task<T?> Ask<T>(ServiceClient part, string path, CancellationToken cancel)
        where T : class
    {
        var heard = await part.Ask<T>(path, cancel);
        if (heard.Silent && !_silent.Contains(part.Part))
            _silent.Add(part.Part);
        return heard.Value;
    }
}

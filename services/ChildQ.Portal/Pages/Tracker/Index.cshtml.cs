using ChildQ.Portal.Clients;
using ChildQ.Portal.Dates;
using ChildQ.Portal.Pages.PoliceActionPlan.Actions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages.Tracker;

public sealed record TrackerCounts(int Total, int NotStarted, int UnderWay, int Done, int Stopped, int Overdue);

public sealed record TrackerPriority(
    string? Reference,
    string? Title,
    string? Description,
    TrackerCounts Counts,
    IReadOnlyList<ActionView> Actions,
    IReadOnlyList<EvidenceView> Evidence,
    IReadOnlyList<LinkView> ShapedBy
);

/// <summary>What was promised, by whom, by when, and what happened, as at a date.</summary>
public sealed record TrackerView(DateOnly AsAt, TrackerCounts Counts, IReadOnlyList<TrackerPriority> Priorities);

/// <summary>The public tracker: the same for everyone, signed in or not.</summary>
[AllowAnonymous]
public sealed class IndexModel(PoliceActionPlanClient plan) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? AsAt { get; set; }

    public TrackerView? Tracker { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid)
            Tracker = await plan.Get<TrackerView>(AsAt is { } date ? $"tracker?asAt={date.Iso()}" : "tracker", cancel);
    }
}

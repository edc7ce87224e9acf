using ChildQ.Portal.Clients;
using ChildQ.Portal.Dates;
using ChildQ.Portal.Pages.PoliceActionPlan.Actions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace ChildQ.Portal.Pages.Tracker;

/// <summary>An action in the words of the ratified version.</summary>
public sealed record PlannedAction(
    string Reference,
    string Title,
    string Commitment,
    IReadOnlyList<string> Owners,
    string? OutcomeMeasure,
    string? Baseline,
    string? Target,
    DateOnly? Start,
    DateOnly? Due,
    string? DueText
);

/// <summary>What was promised of one action, and what came of it.</summary>
public sealed record TrackedPromise(
    string Priority,
    PlannedAction Promised,
    ActionView? Now,
    IReadOnlyList<EvidenceView> Evidence,
    IReadOnlyList<LinkView> ShapedBy
);

/// <summary>The ratified plan, tracked as at a date.</summary>
public sealed record RatifiedTrackerView(
    DateOnly AsAt,
    Guid VersionId,
    int Number,
    DateOnly RatifiedOn,
    string ContentHash,
    TrackerCounts Counts,
    IReadOnlyList<TrackedPromise> Promises,
    string? Next
);

/// <summary>The public tracker of the ratified plan: the same for everyone, signed in or not.</summary>
[AllowAnonymous]
public sealed class RatifiedModel(PoliceActionPlanClient plan) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? AsAt { get; set; }

    /// <summary>Reference of the last action of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>None where no version had been ratified by then.</summary>
    public RatifiedTrackerView? Tracker { get; private set; }

    public string? NextHref => Tracker?.Next is { } next ? Address(Request.Path, next) : null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid)
        {
            var heard = await plan.Ask<RatifiedTrackerView>(Address("tracker/ratified", After), cancel);
            Tracker = heard.Silent ? throw new ServiceUnavailableException(plan.Part) : heard.Value;
        }
    }

    private string Address(string path, string? after) =>
        QueryHelpers.AddQueryString(
            path,
            new KeyValuePair<string, string?>[] { new("asAt", AsAt?.Iso()), new("after", after) }.Where(p => p.Value is not null)
        );
}

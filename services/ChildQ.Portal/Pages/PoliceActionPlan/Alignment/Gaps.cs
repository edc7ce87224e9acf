using ChildQ.Portal.Clients;
using ChildQ.Portal.Dates;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Alignment;

public sealed record Unanswered(string Reference, string Title, string? Framework, string? Path);

public sealed record UnlinkedAction(Guid Id, string Reference, string Title);

/// <summary>The first of them in order of reference, and how many there are.</summary>
public sealed record Missing<T>(int Count, IReadOnlyList<T> First);

public sealed record GapsView(
    DateOnly AsAt,
    Missing<Unanswered> Unanswered,
    Missing<UnlinkedAction> NotAligned,
    Missing<UnlinkedAction> NotShaped
);

/// <summary>What the plan does not answer, and what in it answers to nobody.</summary>
[AllowAnonymous]
public sealed class GapsModel(PoliceActionPlanClient plan) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? AsAt { get; set; }

    public GapsView? Gaps { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid)
            Gaps = await plan.Get<GapsView>(AsAt is { } date ? $"alignment/gaps?asAt={date.Iso()}" : "alignment/gaps", cancel);
    }
}

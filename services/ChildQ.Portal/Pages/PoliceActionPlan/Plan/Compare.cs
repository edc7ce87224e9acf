using ChildQ.Portal.Clients;
using ChildQ.ServiceDefaults.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Plan;

public sealed record FieldChange(string Field, string? Was, string? Is, IReadOnlyList<WordRun> ByWord)
{
    /// <summary>The side of the earlier version: nothing that was added.</summary>
    public IEnumerable<WordRun> Earlier => ByWord.OfEarlier();

    /// <summary>The side of the later version: nothing that was taken out.</summary>
    public IEnumerable<WordRun> Later => ByWord.OfLater();
}

public sealed record ItemChange(string Reference, string? Priority, string Title, string Kind, IReadOnlyList<FieldChange> Fields);

public sealed record ChangeCounts(int Added, int Removed, int Changed, int Same);

public sealed record PlanChanges(ChangeCounts Actions, IReadOnlyList<ItemChange> Priorities, IReadOnlyList<ItemChange> ActionChanges);

public sealed record ComparisonView(PlanVersionView From, PlanVersionView To, PlanChanges Changes);

/// <summary>Two versions side by side.</summary>
[AllowAnonymous]
public sealed class CompareModel(PoliceActionPlanClient plan) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    public IReadOnlyList<PlanVersionView> Versions { get; private set; } = [];

    public ComparisonView? Comparison { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Versions = (await plan.Get<Page<PlanVersionView>>("plan/versions?take=200", cancel)).Items;
        if (Versions.Count < 2)
            return;
        To ??= Versions[0].Number;
        From ??= Versions.FirstOrDefault(v => v.Number < To)?.Number ?? Versions[^1].Number;
        Comparison = await plan.Get<ComparisonView>($"plan/comparison?from={From}&to={To}", cancel);
    }
}

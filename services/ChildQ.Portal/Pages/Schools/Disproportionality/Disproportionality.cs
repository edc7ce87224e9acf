using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Dates;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Suppression;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace ChildQ.Portal.Pages.Schools.Disproportionality;

/// <summary>One group in one period; whatever would give a small number away is null.</summary>
public sealed record GroupRate(
    string Group,
    bool IsReference,
    SuppressedCount Pupils,
    SuppressedCount Affected,
    decimal? RatePer100,
    double? Index,
    double? Low,
    double? High
);

public sealed record PeriodRates(
    int SchoolYear,
    string? Term,
    string Period,
    string Classification,
    string Measure,
    IReadOnlyList<GroupRate> Groups,
    int SchoolsWithoutPupils = 0
);

/// <summary>Rates by group over time, as a chart and as the table it is drawn from.</summary>
[PageFor(Roles.SchoolsLead, Roles.SafeguardingLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny, Roles.School)]
public sealed class IndexModel(SchoolsClient schools) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Classification { get; set; } = "ethnicGroup";

    [BindProperty(SupportsGet = true)]
    public string Measure { get; set; } = "suspended";

    [BindProperty(SupportsGet = true)]
    public bool Terms { get; set; }

    /// <summary>URN; the whole borough where empty.</summary>
    [BindProperty(SupportsGet = true)]
    public int? School { get; set; }

    /// <summary>As it was shown on a date; today where empty.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? AsAt { get; set; }

    public IReadOnlyList<PeriodRates>? Trend { get; private set; }

    public RateChart? Chart { get; private set; }

    /// <summary>The latest period of the trend, and its indexes as a chart.</summary>
    public PeriodRates? Latest => Trend is { Count: > 0 } trend ? trend[^1] : null;

    public IndexChart? Indexes { get; private set; }

    /// <summary>All measures of the latest period side by side.</summary>
    public IReadOnlyList<PeriodRates> Beside { get; private set; } = [];

    public string CsvHref =>
        QueryHelpers.AddQueryString("/api/schools/disproportionality/export.csv", Scope.Where(p => p.Value is not null));

    public static IReadOnlyList<Choice> Classifications { get; } =
    [
        new("ethnicGroup", "Ethnic group"),
        new("sex", "Sex"),
        new("send", "Special educational needs and disabilities"),
        new("pupilPremium", "Pupil premium"),
    ];

    public static IReadOnlyList<Choice> Measures { get; } =
    [new("suspended", "Suspended"), new("excluded", "Permanently excluded"), new("searched", "Searched")];

    public static IReadOnlyList<Choice> Periods { get; } = [new("false", "School years"), new("true", "Terms")];

    private Dictionary<string, string?> Scope =>
        new(StringComparer.Ordinal)
        {
            ["school"] = School?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["asAt"] = AsAt?.Iso(),
        };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return;
        var query = new Dictionary<string, string?>(Scope, StringComparer.Ordinal)
        {
            ["classification"] = Classification,
            ["measure"] = Measure,
            ["terms"] = Terms ? "true" : "false",
        };
        Trend = await schools.TryGet<IReadOnlyList<PeriodRates>>(
            QueryHelpers.AddQueryString("disproportionality/trend", query.Where(p => p.Value is not null)),
            cancel
        );
        if (Latest is not { } latest)
            return;
        Chart = RateChart.Of(Trend!);
        Indexes = IndexChart.Of(latest);
        var period = new Dictionary<string, string?>(Scope, StringComparer.Ordinal)
        {
            ["year"] = latest.SchoolYear.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["term"] = latest.Term,
        };
        var all = await schools.TryGet<IReadOnlyList<PeriodRates>>(
            QueryHelpers.AddQueryString("disproportionality", period.Where(p => p.Value is not null)),
            cancel
        );
        Beside = [.. (all ?? []).Where(r => r.Classification == Classification)];
    }
}

/// <summary>Suspensions and exclusions from a file: what it would change first, every problem by line, then all or nothing.</summary>
[PageFor(Roles.SchoolsLead)]
public sealed class ImportModel(SchoolsClient schools) : ImportPage(schools, "disproportionality")
{
    protected override string Address => "/schools/disproportionality";
}

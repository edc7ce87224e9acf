using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Suppression;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages.Schools.PoliceVisits;

public sealed record VisitDetails(
    DateOnly On,
    TimeOnly? At,
    string AskedBy,
    string Reason,
    string? Why,
    int? Officers,
    string Attended,
    string Outcome,
    string? Note
);

/// <summary>A visit in the list.</summary>
public sealed record VisitLine(
    Guid Id,
    int Urn,
    string School,
    VisitDetails Details,
    int Revision,
    DateOnly KnownOn,
    int Searches,
    int Incomplete
);

public sealed record SearchDetails(
    string Kind,
    string By,
    string YearGroup,
    string AgeBand,
    string EthnicGroup,
    string Sex,
    string Send,
    string PupilPremium,
    string AppropriateAdult,
    string ParentInformedBefore,
    string SeniorOfficer,
    string SafeguardingLead,
    string Found,
    string Outcome
);

public sealed record CorrectionView(DateOnly On, string Reason);

public sealed record SearchView(
    Guid Id,
    SearchDetails Details,
    int Revision,
    DateOnly KnownOn,
    uint Version,
    IReadOnlyList<string> Missing,
    IReadOnlyList<CorrectionView> Corrections
);

/// <summary>A visit with its searches.</summary>
public sealed record VisitView(
    Guid Id,
    int Urn,
    string School,
    VisitDetails Details,
    int Revision,
    DateOnly KnownOn,
    IReadOnlyList<SearchView> Searches,
    IReadOnlyList<CorrectionView> Corrections
);

[PageFor(Roles.SchoolsLead, Roles.SafeguardingLead, Roles.School)]
public sealed class IndexModel(SchoolsClient schools)
    : RegisterPage<VisitLine>(
        schools,
        "police-visits",
        new("school", "School (URN)"),
        Filter.Words("askedBy", "Who asked", Choice.Of("school", "police", "notKnown"))
    )
{
    public override bool OffersAsAt => true;
}

[PageFor(Roles.SchoolsLead, Roles.SafeguardingLead, Roles.School)]
public sealed class OneModel(SchoolsClient schools) : OnePage<VisitView>(schools, "police-visits");

/// <summary>Visits and searches of the whole borough in a term.</summary>
public sealed record VisitCounts(string Term, int Visits, SuppressedTable Searches, IReadOnlyList<SafeguardCount> Safeguards);

public sealed record SafeguardCount(string Safeguard, string Words, SuppressedCount Searches);

public sealed record SafeguardView(string Safeguard, string Words, string Source);

/// <summary>How many visits and searches there were, by term; small numbers suppressed by the service. For everyone.</summary>
[AllowAnonymous]
public sealed class CountsModel(SchoolsClient schools, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Term { get; set; }

    public VisitCounts? Counts { get; private set; }

    public IReadOnlyList<SafeguardView> Safeguards { get; private set; } = [];

    public static IReadOnlyList<Choice> Terms { get; } =
    [new("autumn", "Autumn (September to December)"), new("spring", "Spring (January to April)"), new("summer", "Summer (May to August)")];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        // The last term that is over, unless another was asked for.
        var before = ServiceDefaults.Time.London.Today(clock).AddMonths(-4);
        Year ??= before.Month >= 9 ? before.Year : before.Year - 1;
        Term ??=
            before.Month >= 9 ? "autumn"
            : before.Month <= 4 ? "spring"
            : "summer";
        Counts = await schools.TryGet<VisitCounts>($"police-visits/counts?year={Year}&term={Uri.EscapeDataString(Term)}", cancel);
        Safeguards = await schools.TryGet<IReadOnlyList<SafeguardView>>("police-visits/safeguards", cancel) ?? [];
    }
}

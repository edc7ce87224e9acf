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
public sealed record VisitCounts(
    string Year,
    DateOnly PublishedOn,
    IReadOnlyList<PartCount> Visits,
    SuppressedTable ByTerm,
    SuppressedTable ByEthnicGroup,
    IReadOnlyList<SafeguardCount> Safeguards
);

public sealed record PartCount(string Part, int Visits);

public sealed record SafeguardCount(string Safeguard, string Words, SuppressedCount Searches);

public sealed record SafeguardView(string Safeguard, string Words, string Source);

/// <summary>How many visits and searches there were in a school year, as published; small numbers suppressed by the service. For everyone.</summary>
[AllowAnonymous]
public sealed class CountsModel(SchoolsClient schools) : PageModel
{
    /// <summary>The latest that is published, unless another was asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public VisitCounts? Counts { get; private set; }

    public IReadOnlyList<SafeguardView> Safeguards { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Counts = await schools.TryGet<VisitCounts>($"police-visits/counts{(Year is { } year ? $"?year={year}" : "")}", cancel);
        Safeguards = await schools.TryGet<IReadOnlyList<SafeguardView>>("police-visits/safeguards", cancel) ?? [];
    }
}

using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Dates;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages.Schools.Voice;

/// <summary>A group: pupils of it, and those of it who were heard.</summary>
public sealed record GroupHeard(
    string Group,
    ShownCount Pupils,
    decimal? PercentOfPupils,
    ShownCount Heard,
    decimal? PercentOfHeard,
    string Standing
);

/// <summary>The groups of one dimension.</summary>
public sealed record DimensionHeard(string Dimension, DateOnly? CensusOn, IReadOnlyList<GroupHeard> Groups);

/// <summary>Who has been heard at a school.</summary>
public sealed record SchoolHeard(
    int Urn,
    string School,
    string Whose,
    DateOnly From,
    DateOnly AsAt,
    int Listenings,
    int Unanswered,
    DateOnly? UnansweredSince,
    IReadOnlyList<DimensionHeard> Dimensions
);

/// <summary>A school in the list of all.</summary>
public sealed record SchoolHeardRow(
    int Urn,
    string School,
    int Listenings,
    int Unanswered,
    DateOnly? UnansweredSince,
    IReadOnlyList<string> NotHeard,
    IReadOnlyList<string> HeardLess
);

/// <summary>What both pages can be asked for.</summary>
public abstract class RepresentationPage : PageModel
{
    /// <summary>Child, unless said.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Whose { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? AsAt { get; set; }

    public bool OfParents => Whose == "ParentOrCarer";

    protected string Asked => $"?whose={(OfParents ? "ParentOrCarer" : "Child")}{(AsAt is { } date ? $"&asAt={date.Iso()}" : "")}";
}

[PageFor(Roles.SchoolsLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny, Roles.School)]
public sealed class RepresentationModel(SchoolsClient schools) : RepresentationPage
{
    public IReadOnlyList<SchoolHeardRow> Rows { get; private set; } = [];

    public string CsvHref => $"{schools.Part.Prefix}/voice/representation/export.csv{Asked}";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid)
            Rows = await schools.Get<IReadOnlyList<SchoolHeardRow>>($"voice/representation{Asked}", cancel);
    }
}

[PageFor(Roles.SchoolsLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny, Roles.School)]
public sealed class SchoolModel(SchoolsClient schools) : RepresentationPage
{
    [BindProperty(SupportsGet = true)]
    public int Urn { get; set; }

    public SchoolHeard Item { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) =>
        Item = await schools.Get<SchoolHeard>($"voice/representation/{Urn}{(ModelState.IsValid ? Asked : "")}", cancel);
}

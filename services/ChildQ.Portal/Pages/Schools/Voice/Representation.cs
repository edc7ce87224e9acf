using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Dates;
using ChildQ.Portal.Registers;
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
    IReadOnlyList<string> HeardLess,
    IReadOnlyList<string> Heard
)
{
    /// <summary>Words of groups without their dimension, which they say themselves.</summary>
    public static string Of(IReadOnlyList<string> groups) => string.Join("; ", groups.Select(g => Words.Of(g.Split(": ")[^1])));
}

/// <summary>Every open school, page by page, and the same rows as CSV.</summary>
[PageFor(Roles.SchoolsLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny, Roles.School)]
public sealed class RepresentationModel(SchoolsClient schools)
    : RegisterPage<SchoolHeardRow>(
        schools,
        "voice/representation",
        Filter.Words("whose", "Whose views", Choice.Of("child", "parentOrCarer")),
        new("silent", "Schools", [new("true", "That heard nobody"), new("false", "That heard somebody")])
    )
{
    public override bool OffersAsAt => true;

    public bool OfParents => Filters.Any(f => f is { Name: "whose", Value: "ParentOrCarer" });
}

/// <summary>One school: every group, heard or not.</summary>
[PageFor(Roles.SchoolsLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny, Roles.School)]
public sealed class SchoolModel(SchoolsClient schools) : PageModel
{
    /// <summary>Child, unless said.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Whose { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? AsAt { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Urn { get; set; }

    public SchoolHeard Item { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var asked = $"?whose={(Whose == "ParentOrCarer" ? "ParentOrCarer" : "Child")}{(AsAt is { } date ? $"&asAt={date.Iso()}" : "")}";
        Item = await schools.Get<SchoolHeard>($"voice/representation/{Urn}{(ModelState.IsValid ? asked : "")}", cancel);
    }
}

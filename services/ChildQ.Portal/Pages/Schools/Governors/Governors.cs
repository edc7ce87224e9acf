using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Dates;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages.Schools.Governors;

/// <summary>Governors of a group beside the pupils of it.</summary>
public sealed record GroupOnBoard(
    string Group,
    ShownCount Governors,
    decimal? PercentOfGovernors,
    ShownCount Pupils,
    decimal? PercentOfPupils
);

/// <summary>The groups of one dimension.</summary>
public sealed record BoardDimension(string Dimension, IReadOnlyList<GroupOnBoard> Groups);

/// <summary>How much of the board is trained in a topic.</summary>
public sealed record TopicCoverage(string Topic, ShownCount Trained, decimal? Percent);

/// <summary>A board as it was on a day.</summary>
public sealed record BoardView(
    Guid Id,
    int Urn,
    string School,
    DateOnly On,
    DateOnly KnownOn,
    int Seats,
    int? Vacancies,
    ShownCount YoungGovernors,
    IReadOnlyList<BoardDimension> Dimensions,
    IReadOnlyList<TopicCoverage> Training
);

/// <summary>A school in the list of all boards.</summary>
public sealed record BoardRow(
    int Urn,
    string School,
    DateOnly? On,
    int? Seats,
    int? Vacancies,
    ShownCount YoungGovernors,
    IReadOnlyList<string> TopicsBelowHalf
);

[PageFor(Roles.SchoolsLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny, Roles.School)]
public sealed class IndexModel(SchoolsClient schools) : PageModel
{
    public IReadOnlyList<BoardRow> Rows { get; private set; } = [];

    public string CsvHref => $"{schools.Part.Prefix}/governors/export.csv";

    public async Task OnGetAsync(CancellationToken cancel) => Rows = await schools.Get<IReadOnlyList<BoardRow>>("governors", cancel);
}

[PageFor(Roles.SchoolsLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny, Roles.School)]
public sealed class OneModel(SchoolsClient schools) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Urn { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? AsAt { get; set; }

    /// <summary>The latest first; as at a date, what was known then.</summary>
    public IReadOnlyList<BoardView> Snapshots { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Snapshots = await schools.Get<IReadOnlyList<BoardView>>(
            $"governors/{Urn}/snapshots{(AsAt is { } date ? $"?asAt={date.Iso()}" : "")}",
            cancel
        );
}

public sealed class BoardForm
{
    [Display(Name = "URN of the school", Description = "Leave it out for your own school.")]
    public int? Urn { get; set; }

    [Display(Name = "On which day was the board like this?")]
    [Required(ErrorMessage = "Enter the date")]
    public DateOnly? On { get; set; }

    [Display(Name = "Seats", Description = "By the instrument of government.")]
    [Required(ErrorMessage = "Enter the number of seats")]
    public int? Seats { get; set; }

    [Display(Name = "Governors", Description = "Seats that are filled.")]
    [Required(ErrorMessage = "Enter the number of governors")]
    public int? Filled { get; set; }

    [Display(Name = "Young governors", Description = "Pupils and young people on the board or beside it.")]
    public int? YoungGovernors { get; set; }

    [Display(Name = "Trained in safeguarding")]
    public int? Safeguarding { get; set; }

    [Display(Name = "Trained on adultification")]
    public int? Adultification { get; set; }

    [Display(Name = "Trained in cultural competence")]
    public int? CulturalCompetence { get; set; }

    [Display(Name = "Trained in anti-racism leadership")]
    public int? AntiRacismLeadership { get; set; }

    [Display(Name = "Trained on exclusions")]
    public int? Exclusions { get; set; }

    [Display(Name = "Trained on equality duties")]
    public int? EqualityDuties { get; set; }

    /// <summary>By dimension and group: <c>sex.female</c>.</summary>
    public Dictionary<string, int?> Counts { get; set; } = [];

    internal object[] Trained() =>
        [
            .. new[]
            {
                (Topic: "safeguarding", Governors: Safeguarding),
                (Topic: "adultification", Governors: Adultification),
                (Topic: "culturalCompetence", Governors: CulturalCompetence),
                (Topic: "antiRacismLeadership", Governors: AntiRacismLeadership),
                (Topic: "exclusions", Governors: Exclusions),
                (Topic: "equalityDuties", Governors: EqualityDuties),
            }
                .Where(t => t.Governors is not null)
                .Select(t => new { t.Topic, t.Governors }),
        ];
}

[PageFor(Roles.SchoolsLead, Roles.School)]
public sealed class RecordModel(SchoolsClient schools) : FormPage<BoardForm>
{
    public void OnGet() { }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        SaveAsync(() => schools.Post("governors/snapshots", ToSend(), Key, cancel), _ => GoTo("/schools/governors", "Added."));

    private object ToSend() =>
        new
        {
            Form.Urn,
            Form.On,
            Form.Seats,
            Form.Filled,
            YoungGovernors = Form.YoungGovernors ?? 0,
            Groups = PupilGroups.Written(Form.Counts),
            Trained = Form.Trained(),
        };
}

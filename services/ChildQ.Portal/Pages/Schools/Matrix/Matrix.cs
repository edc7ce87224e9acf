using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Dates;
using ChildQ.Portal.Pages.Schools.Charter;
using ChildQ.Portal.Pages.Schools.SupportOffer;
using ChildQ.Portal.Pages.Schools.Training;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages.Schools.Matrix;

/// <summary>How far one school is with each step; the id is the school's.</summary>
public sealed record MatrixRow(
    Guid Id,
    int Urn,
    string School,
    string Phase,
    DateOnly? StatementSince,
    IReadOnlyList<string> StatementMissing,
    string Charter,
    DateOnly? CharterSince,
    CharterDistance Distance,
    IReadOnlyList<string> VoicesMissing,
    IReadOnlyList<SupportStanding> Support,
    IReadOnlyList<string> Next,
    TrainingProgress? Training = null
)
{
    /// <summary>How many of the offers of support have been made; since when where it is all of them.</summary>
    public string SupportInShort
    {
        get
        {
            var made = Support.Where(s => s.State != "notOffered").ToList();
            return made.Count == Support.Count && Support.Max(s => s.Since) is { } since
                ? $"All {made.Count} since {since.InWords()}"
                : $"{made.Count} of {Support.Count}";
        }
    }
}

/// <summary>For each step, how many of all schools in the matrix are still missing it.</summary>
public sealed record MatrixSummary(int Schools, IReadOnlyList<StepMissing> Missing);

public sealed record StepMissing(string Step, int Schools);

/// <summary>In how many of the topics the school and its board are trained.</summary>
public sealed record TrainingProgress(int Topics, int School, int Board, int Expired, int ExpiringSoon)
{
    /// <summary>For a cell of the matrix, whose head says of what.</summary>
    public string InShort => $"School {School}, board {Board} of {Topics}{(Expired > 0 ? $"; {Expired} expired" : "")}";

    public string InWords =>
        $"School {School} of {Topics}, board {Board} of {Topics} topics"
        + (Expired > 0 ? $"; {Expired} expired" : "")
        + (ExpiringSoon > 0 ? $"; {ExpiringSoon} expiring soon" : "");
}

/// <summary>What a step that is missing asks the school to do, and where.</summary>
public sealed record NextStep(string Text, string Href)
{
    public static NextStep Of(string step, Guid school) =>
        step switch
        {
            "statement" => new(
                "Commit to the headteachers' statement: headteacher, executive lead and chair of governors",
                $"/schools/statement/{school}"
            ),
            "charter" => new("Begin working towards the inclusion charter", $"/schools/charter/{school}"),
            "voices" => new("Hear the voices that have yet to have input to the charter", $"/schools/charter/{school}"),
            "charterAdopted" => new("Adopt the inclusion charter", $"/schools/charter/{school}"),
            "supportOffer" => new("Ask the council for the support that has not been offered yet", $"/schools/support-offer/{school}"),
            "training" => new(
                "Book training in the topics that the school or its board is not trained in",
                "/schools/training?when=coming"
            ),
            _ => new(Words.Of(step), $"/schools/register/{school}"),
        };
}

[PageFor(Roles.SchoolsLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny, Roles.School)]
public sealed class IndexModel(SchoolsClient schools)
    : RegisterPage<MatrixRow>(
        schools,
        "matrix",
        Filter.Search("Name or URN"),
        new("phase", "Phase", [.. Register.Phases.All.Select(p => new Choice(p, p))]),
        new(
            "missing",
            "Still missing",
            [
                new("statement", "The headteachers' statement"),
                new("charter", "A beginning with the charter"),
                new("charterAdopted", "An adopted charter"),
                new("voices", "One of the five voices"),
                new("supportOffer", "One of the offers of support"),
                new("training", "Training in one of the topics"),
            ]
        )
    )
{
    public override bool OffersAsAt => true;

    /// <summary>Of the schools that the filters leave.</summary>
    public MatrixSummary Summary { get; private set; } = new(0, []);

    protected override async Task AlsoReadAsync(CancellationToken cancel) =>
        Summary = await Client.Get<MatrixSummary>(Query("summary"), cancel);

    /// <summary>How many have taken a step.</summary>
    public int Have(string step) => Summary.Schools - Summary.Missing.Where(m => m.Step == step).Sum(m => m.Schools);
}

/// <summary>A headteacher's own page: where the school is with each step, and what to do next.</summary>
[PageFor(Roles.School)]
public sealed class MySchoolModel(SchoolsClient schools) : PageModel
{
    /// <summary>None where the school is closed, or not on the register.</summary>
    public MatrixRow? School { get; private set; }

    /// <summary>None where it cannot be had just now.</summary>
    public SchoolTrainingView? Training { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        School =
            User.School() is { } urn && await schools.Get<Page<MatrixRow>>($"matrix?q={Uri.EscapeDataString(urn)}", cancel) is var page
                ? page.Items.FirstOrDefault(r => r.Urn.ToString(System.Globalization.CultureInfo.InvariantCulture) == urn)
                : null;
        Training = School is null ? null : await schools.TryGet<SchoolTrainingView>($"training/schools/{School.Urn}", cancel);
    }
}

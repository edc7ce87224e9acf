using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Dates;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages.Schools.Charter;

/// <summary>How far a school is from what is expected by the deadline.</summary>
public sealed record CharterDistance(string Expectation, DateOnly Deadline, DateOnly? MetOn, int Days)
{
    public string InWords =>
        Expectation switch
        {
            "met" when Days >= 0 => $"Met on {MetOn.InWords()}, {Count} before the deadline",
            "met" => $"Met on {MetOn.InWords()}, {Count} after the deadline",
            "missed" => $"Not met: {Count} past the deadline",
            _ => $"Not met yet: {Count} left",
        };

    /// <summary>For a cell of the matrix, whose head says by when.</summary>
    public string InShort =>
        Expectation switch
        {
            "met" when Days >= 0 => $"Met, {Count} before",
            "met" => $"Met, {Count} late",
            "missed" => $"{Count} late",
            _ => $"{Count} left",
        };

    private string Count => Math.Abs(Days) == 1 ? "1 day" : $"{Math.Abs(Days)} days";
}

public sealed record CharterStepView(string Stage, DateOnly On, DateOnly KnownOn, string? Note);

public sealed record CharterInputView(string Voice, DateOnly On, DateOnly KnownOn, string Summary);

public sealed record CharterMetricView(string Area, decimal Value, string Unit, DateOnly On, DateOnly KnownOn);

/// <summary>A school's charter; the id is the school's.</summary>
public sealed record CharterView(
    Guid Id,
    int Urn,
    string School,
    string Stage,
    DateOnly? Since,
    CharterDistance Distance,
    IReadOnlyList<string> Heard,
    IReadOnlyList<string> Missing,
    IReadOnlyList<CharterStepView> Steps,
    IReadOnlyList<CharterInputView> Inputs,
    IReadOnlyList<CharterMetricView> Metrics
);

public sealed record PublishedCharter(int Urn, string School, string Phase, string Stage, DateOnly? Since, string Expectation);

public sealed record CharterStatus(
    DateOnly AsAt,
    DateOnly Deadline,
    int Schools,
    int NotStarted,
    int WorkingTowards,
    int Adopted,
    IReadOnlyList<PublishedCharter> BySchool
);

/// <summary>For everyone: which school is at which stage.</summary>
[AllowAnonymous]
public sealed class StatusModel(SchoolsClient schools) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? AsAt { get; set; }

    public CharterStatus? Status { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid)
            Status = await schools.Get<CharterStatus>($"charters/status{(AsAt is { } date ? $"?asAt={date.Iso()}" : "")}", cancel);
    }
}

[PageFor(Roles.SchoolsLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny, Roles.School)]
public sealed class OneModel(SchoolsClient schools) : OnePage<CharterView>(schools, "charters");

/// <summary>What the three forms about a charter have in common: where they lead.</summary>
public abstract class CharterActPage<TForm>(SchoolsClient schools) : ActPage<TForm, CharterView>(schools, "charters")
    where TForm : class, new()
{
    protected override string Address => $"/schools/charter/{Id}";
    protected override string Notice => "It is on record.";
}

public sealed class StageForm
{
    [Display(Name = "Which stage has the school reached?")]
    [Required(ErrorMessage = "Choose the stage")]
    public string? Stage { get; set; }

    [Display(Name = "Date", Description = "For example, 27 5 2022. Leave empty for today.")]
    public DateOnly? On { get; set; }

    [Display(Name = "Note", Description = "Needed where the school goes back a stage. Name nobody.")]
    public string? Note { get; set; }

    public bool Confirmed { get; set; }

    public static IReadOnlyList<Choice> Stages { get; } = Choice.Of("notStarted", "workingTowards", "adopted");
}

[PageFor(Roles.SchoolsLead, Roles.School)]
public sealed class StageModel(SchoolsClient schools) : CharterActPage<StageForm>(schools)
{
    protected override string Act => "stages";
}

public sealed class InputForm
{
    [Display(Name = "Who had input?")]
    [Required(ErrorMessage = "Choose who had input")]
    public string? Voice { get; set; }

    [Display(Name = "What they said, in short", Description = "In general words. Do not name or describe any one person.")]
    [Required(ErrorMessage = "Say in short what they said")]
    public string? Summary { get; set; }

    [Display(Name = "Date", Description = "For example, 27 5 2022. Leave empty for today.")]
    public DateOnly? On { get; set; }

    public bool Confirmed { get; set; }

    public static IReadOnlyList<Choice> Voices { get; } = Choice.Of("governors", "leaders", "staff", "children", "parents");
}

[PageFor(Roles.SchoolsLead, Roles.School)]
public sealed class InputModel(SchoolsClient schools) : CharterActPage<InputForm>(schools)
{
    protected override string Act => "inputs";
}

public sealed class MetricForm
{
    [Display(Name = "Key area", Description = "For example, attendance.")]
    [Required(ErrorMessage = "Enter the key area")]
    public string? Area { get; set; }

    [Display(Name = "Value")]
    [Required(ErrorMessage = "Enter the value")]
    public decimal? Value { get; set; }

    [Display(Name = "Unit", Description = "For example, % or days.")]
    [Required(ErrorMessage = "Enter the unit")]
    public string? Unit { get; set; }

    [Display(Name = "Measured on", Description = "For example, 27 5 2022. Leave empty for today.")]
    public DateOnly? On { get; set; }

    public bool Confirmed { get; set; }
}

[PageFor(Roles.SchoolsLead, Roles.School)]
public sealed class MetricModel(SchoolsClient schools) : CharterActPage<MetricForm>(schools)
{
    protected override string Act => "metrics";
}

using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Mvc;

namespace ChildQ.Portal.Pages.Schools.Voice;

/// <summary>A group that was heard.</summary>
public sealed record HeardGroup(string Dimension, string Group);

/// <summary>What the school did in answer.</summary>
public sealed record AnswerView(DateOnly On, string Did, DateOnly KnownOn);

/// <summary>Views that a school heard.</summary>
public sealed record ListeningView(
    Guid Id,
    int Urn,
    string School,
    string Whose,
    DateOnly On,
    string How,
    ShownCount TookPart,
    IReadOnlyList<HeardGroup> Groups,
    IReadOnlyList<string> Themes,
    string? Said,
    string Sharing,
    IReadOnlyList<AnswerView> Answers,
    DateOnly? UnansweredSince,
    int? UnansweredDays,
    bool Kept,
    DateOnly KnownOn,
    DateOnly? WithdrawnOn,
    string? WithdrawnBecause
);

[PageFor(Roles.SchoolsLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny, Roles.School)]
public sealed class IndexModel(SchoolsClient schools)
    : RegisterPage<ListeningView>(
        schools,
        "voice/listenings",
        Filter.Words("whose", "Whose views", Choice.Of("child", "parentOrCarer")),
        new("unanswered", "Answer", [new("true", "Waiting for one"), new("false", "Answered")]),
        new("theme", "Theme (reference)"),
        new("school", "URN")
    )
{
    public override bool OffersAsAt => true;
}

[PageFor(Roles.SchoolsLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny, Roles.School)]
public sealed class OneModel(SchoolsClient schools) : OnePage<ListeningView>(schools, "voice/listenings");

public sealed class ListeningForm
{
    [Display(Name = "URN of the school", Description = "Leave it out for your own school.")]
    public int? Urn { get; set; }

    [Display(Name = "Whose views are these?")]
    [Required(ErrorMessage = "Choose whose views these are")]
    public string? Whose { get; set; }

    [Display(Name = "When were they heard?")]
    [Required(ErrorMessage = "Enter the date")]
    public DateOnly? On { get; set; }

    [Display(Name = "How were they heard?")]
    [Required(ErrorMessage = "Choose how they were heard")]
    public string? How { get; set; }

    [Display(Name = "How many took part?")]
    [Required(ErrorMessage = "Enter how many took part")]
    public int? TookPart { get; set; }

    [Display(Name = "Themes", Description = "References of the coding frame, one on each line.")]
    public string? Themes { get; set; }

    [Display(Name = "What was said?", Description = "Nobody's name, and nothing that would tell who said it.")]
    public string? Said { get; set; }

    [Display(Name = "Who may read it?")]
    [Required(ErrorMessage = "Choose who may read it")]
    public string? Sharing { get; set; }

    /// <summary>By dimension and group: <c>ethnicGroup.caribbean</c>.</summary>
    public Dictionary<string, int?> Counts { get; set; } = [];

    public bool Confirmed { get; set; }
}

[PageFor(Roles.SchoolsLead, Roles.School)]
public sealed class RecordModel(SchoolsClient schools) : FormPage<ListeningForm>
{
    public void OnGet() { }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        SaveAsync(() => schools.Post("voice/listenings", ToSend(), Key, cancel), saved => GoTo($"/schools/voice/{saved.Id()}", "Added."));

    private object ToSend() =>
        new
        {
            Form.Urn,
            Form.Whose,
            Form.On,
            Form.How,
            Form.TookPart,
            Groups = PupilGroups.Written(Form.Counts),
            Themes = Lines.In(Form.Themes),
            Form.Said,
            Form.Sharing,
            Form.Confirmed,
        };
}

public sealed class AnswerForm
{
    [Display(Name = "What did the school do?")]
    [Required(ErrorMessage = "Say what the school did")]
    public string? Did { get; set; }

    [Display(Name = "When?", Description = "Today, if you leave it out.")]
    public DateOnly? On { get; set; }

    public bool Confirmed { get; set; }
}

[PageFor(Roles.SchoolsLead, Roles.School)]
public sealed class AnswerModel(SchoolsClient schools) : ActPage<AnswerForm, ListeningView>(schools, "voice/listenings")
{
    protected override string Act => "answers";
    protected override string Address => $"/schools/voice/{Id}";
    protected override string Notice => "Added.";
}

public sealed class WithdrawalForm
{
    public bool Confirmed { get; set; }

    [Display(Name = "Why is it taken back?")]
    [Required(ErrorMessage = "Say why it is taken back")]
    public string? Because { get; set; }
}

[PageFor(Roles.SchoolsLead, Roles.School)]
public sealed class WithdrawModel(SchoolsClient schools) : ActPage<WithdrawalForm, ListeningView>(schools, "voice/listenings")
{
    protected override string Act => "withdrawal";
    protected override string Address => $"/schools/voice/{Id}";
    protected override string Notice => "Taken back.";
}

[PageFor(Roles.SchoolsLead)]
public sealed class ImportModel(SchoolsClient schools) : ImportPage(schools, "population")
{
    protected override string Address => "/schools/voice/representation";
}

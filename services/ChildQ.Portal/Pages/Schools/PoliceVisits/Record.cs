using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Mvc;

namespace ChildQ.Portal.Pages.Schools.PoliceVisits;

/// <summary>The questions about a visit: one phone-sized page.</summary>
public class VisitForm
{
    [Display(Name = "When was the visit?")]
    [Required(ErrorMessage = "Enter the date of the visit")]
    public DateOnly? On { get; set; }

    [Display(Name = "At what time?", Description = "Leave empty if you do not know.")]
    public TimeOnly? At { get; set; }

    [Display(Name = "Who asked for it?")]
    [Required(ErrorMessage = "Choose who asked for it, or that you do not know")]
    public string? AskedBy { get; set; }

    [Display(Name = "Why did police come?")]
    [Required(ErrorMessage = "Choose why police came, or that you do not know")]
    public string? Reason { get; set; }

    [Display(
        Name = "In a few words (optional)",
        Description = "No name, date of birth, pupil number or anything else that tells who a child is."
    )]
    public string? Why { get; set; }

    [Display(Name = "How many officers came?", Description = "Leave empty if you do not know.")]
    public int? Officers { get; set; }

    [Display(Name = "Which officers?")]
    [Required(ErrorMessage = "Choose which officers came, or that you do not know")]
    public string? Attended { get; set; }

    [Display(Name = "What did it come to?")]
    [Required(ErrorMessage = "Choose what it came to, or that you do not know")]
    public string? Outcome { get; set; }

    [Display(Name = "More about the outcome (optional)", Description = "Again nothing that tells who a child is.")]
    public string? Note { get; set; }

    public static IReadOnlyList<Choice> WhoAsked { get; } =
    [new("school", "The school"), new("police", "Police"), new("notKnown", "Not known")];

    public static IReadOnlyList<Choice> Reasons { get; } =
        Choice.Of(
            "concernForAChild",
            "missingChild",
            "allegedOffence",
            "suspectedDrugs",
            "suspectedWeapon",
            "statementOrEvidence",
            "arrest",
            "emergencyCall",
            "lessonOrPrevention",
            "routineContact",
            "other",
            "notKnown"
        );

    public static IReadOnlyList<Choice> Officer { get; } =
    [
        new("saferSchoolsOfficer", "The Safer Schools Officer"),
        new("otherOfficers", "Other officers"),
        new("both", "Both"),
        new("notKnown", "Not known"),
    ];

    public static IReadOnlyList<Choice> Outcomes { get; } =
        Choice.Of(
            "noFurtherAction",
            "adviceGiven",
            "safeguardingReferral",
            "schoolDealsWithIt",
            "communityResolution",
            "furtherInquiries",
            "arrest",
            "other",
            "notKnown"
        );

    internal object Visit =>
        new
        {
            On,
            At,
            AskedBy,
            Reason,
            Why,
            Officers,
            Attended,
            Outcome,
            Note,
        };
}

public sealed class NewVisitForm : VisitForm
{
    [Display(Name = "School (URN)")]
    public int? Urn { get; set; }

    [Display(Name = "Was anyone searched?")]
    [Required(ErrorMessage = "Say whether anyone was searched")]
    public bool? Searched { get; set; }
}

/// <summary>Puts a visit on record, and goes on to its first search where there was one.</summary>
[PageFor(Roles.SchoolsLead, Roles.School)]
public sealed class RecordModel(SchoolsClient schools, TimeProvider clock) : FormPage<NewVisitForm>
{
    public void OnGet() => Form.On = ServiceDefaults.Time.London.Today(clock);

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        SaveAsync(
            () => schools.Post("police-visits", new { Form.Urn, Form.Visit }, Key, cancel),
            saved =>
                Form.Searched == true
                    ? GoTo($"/schools/police-visits/{saved.Id()}/search", "The visit is on record. Now the search.")
                    : GoTo($"/schools/police-visits/{saved.Id()}", "The visit is on record.")
        );
}

public sealed class CorrectVisitForm : VisitForm
{
    [Display(Name = "Why is it corrected?", Description = "What was on record before stays on record.")]
    [Required(ErrorMessage = "Say why it is corrected")]
    public string? CorrectionReason { get; set; }
}

[PageFor(Roles.SchoolsLead, Roles.School)]
public sealed class CorrectModel(SchoolsClient schools) : ActPage<CorrectVisitForm, VisitView>(schools, "police-visits")
{
    protected override string Act => "corrections";
    protected override string Address => $"/schools/police-visits/{Id}";
    protected override string Notice => "Corrected. What was on record before is kept.";

    protected override void Fill(VisitView item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var visit = item.Details;
        (Form.On, Form.At, Form.AskedBy, Form.Reason, Form.Why) = (visit.On, visit.At, visit.AskedBy, visit.Reason, visit.Why);
        (Form.Officers, Form.Attended, Form.Outcome, Form.Note) = (visit.Officers, visit.Attended, visit.Outcome, visit.Note);
    }

    protected override object? ToSend() => new { Form.Visit, Form.CorrectionReason };
}

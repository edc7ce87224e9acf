using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Portal.Pages.Schools.PoliceVisits;

public sealed record ConcernStepView(DateOnly On, string Note, string Handler, DateOnly RecordedOn);

/// <summary>A concern about a search. Steps and the handler's account are there for the safeguarding lead only.</summary>
public sealed record ConcernView(
    Guid Id,
    string Reference,
    Guid VisitId,
    Guid SearchId,
    int Urn,
    string School,
    DateOnly VisitOn,
    string Kind,
    IReadOnlyList<string> Missing,
    string State,
    DateOnly RaisedOn,
    DateOnly TakeUpBy,
    bool Overdue,
    DateOnly? TakenUpOn,
    string? TakenUpBy,
    DateOnly? ClosedOn,
    string? Outcome,
    string? Learning,
    IReadOnlyList<ConcernStepView>? Steps
);

[PageFor(Roles.SafeguardingLead, Roles.SchoolsLead)]
public sealed class ConcernsModel(SchoolsClient schools)
    : RegisterPage<ConcernView>(
        schools,
        "police-visits/concerns",
        Filter.Words("state", "State", Choice.Of("raised", "takenUp", "closed")),
        new("overdue", "Taken up in time", [new("false", "In time"), new("true", "Overdue")])
    )
{
    public override bool OffersAsAt => true;
    public override bool OffersCsv => false;
}

[PageFor(Roles.SafeguardingLead, Roles.SchoolsLead)]
public sealed class ConcernModel(SchoolsClient schools) : OnePage<ConcernView>(schools, "police-visits/concerns");

public sealed class NoFields;

[PageFor(Roles.SafeguardingLead)]
public sealed class TakeUpModel(SchoolsClient schools) : ActPage<NoFields, ConcernView>(schools, "police-visits/concerns")
{
    protected override string Act => "taken-up";
    protected override string Address => $"/schools/police-visits/concerns/{Id}";
    protected override string Notice => "Taken up by you.";

    protected override object? ToSend() => null;
}

public sealed class ConcernStepForm
{
    public bool Confirmed { get; set; }

    [Display(Name = "What was done?", Description = "Seen by the safeguarding lead only. Nothing that tells who a child is.")]
    [Required(ErrorMessage = "Say what was done")]
    public string? Note { get; set; }

    [Display(Name = "On which day?", Description = "Leave empty for today.")]
    public DateOnly? On { get; set; }
}

[PageFor(Roles.SafeguardingLead)]
public sealed class ConcernStepModel(SchoolsClient schools) : ActPage<ConcernStepForm, ConcernView>(schools, "police-visits/concerns")
{
    protected override string Act => "steps";
    protected override string Address => $"/schools/police-visits/concerns/{Id}";
    protected override string Notice => "Added.";
}

public sealed class ConcernClosureForm
{
    public bool Confirmed { get; set; }

    [Display(Name = "What did it come to?")]
    [Required(ErrorMessage = "Choose an outcome")]
    public string? Outcome { get; set; }

    [Display(Name = "What should others learn from it?", Description = "The schools lead reads this. Nothing that tells who a child is.")]
    [Required(ErrorMessage = "Say what is to be learned")]
    public string? Learning { get; set; }

    public static IReadOnlyList<Choice> Outcomes { get; } =
    [
        new("safeguardsWereThere", "The safeguards were there after all"),
        new("learningForTheSchool", "Learning for the school"),
        new("learningForPolice", "Learning for police"),
        new("referredToChildrensSocialCare", "Referred to children's social care"),
        new("referredToDesignatedOfficer", "Referred to the local authority designated officer"),
        new("complaintToPolice", "Complaint made to police"),
    ];
}

[PageFor(Roles.SafeguardingLead)]
public sealed class CloseConcernModel(SchoolsClient schools) : ActPage<ConcernClosureForm, ConcernView>(schools, "police-visits/concerns")
{
    protected override string Act => "closure";
    protected override string Address => $"/schools/police-visits/concerns/{Id}";
    protected override string Notice => "Closed.";
}

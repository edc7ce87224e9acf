using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Meetings;

/// <summary>What the minutes of a meeting say, on one form. Three actions at a time; more are added by the same form afterwards.</summary>
public class MinutesForm : IValidatableObject
{
    [Display(
        Name = "Who came",
        Description = "One on each line: an organisation, then a comma and the post where it is known. No residents."
    )]
    public string? Present { get; set; }

    [Display(Name = "Who sent apologies", Description = "One on each line, in the same way.")]
    public string? Apologies { get; set; }

    [Display(Name = "Decisions", Description = "One on each line.")]
    public string? Decisions { get; set; }

    [Display(Name = "Who may read the decisions")]
    public string DecisionsSharing { get; set; } = "partners";

    [Display(Name = "First action: what is to be done")]
    public string? Action1 { get; set; }

    [Display(Name = "First action: who does it", Description = "A post or an organisation. Leave empty for an action of the plan.")]
    public string? Owner1 { get; set; }

    [Display(Name = "First action: due")]
    public DateOnly? Due1 { get; set; }

    [Display(
        Name = "First action: reference of the plan's action",
        Description = "Only where it is in the plan already, for example PAP-ACT-001."
    )]
    public string? Plan1 { get; set; }

    [Display(Name = "Second action: what is to be done")]
    public string? Action2 { get; set; }

    [Display(Name = "Second action: who does it")]
    public string? Owner2 { get; set; }

    [Display(Name = "Second action: due")]
    public DateOnly? Due2 { get; set; }

    [Display(Name = "Second action: reference of the plan's action")]
    public string? Plan2 { get; set; }

    [Display(Name = "Third action: what is to be done")]
    public string? Action3 { get; set; }

    [Display(Name = "Third action: who does it")]
    public string? Owner3 { get; set; }

    [Display(Name = "Third action: due")]
    public DateOnly? Due3 { get; set; }

    [Display(Name = "Third action: reference of the plan's action")]
    public string? Plan3 { get; set; }

    public bool Confirmed { get; set; }

    public static IReadOnlyList<Choice> Readers { get; } = [new("partners", "Boards and partners"), new("public", "Everyone")];

    internal IReadOnlyList<object> Attendance => [.. In(Present, "present"), .. In(Apologies, "apologies")];

    internal IReadOnlyList<object> DecisionsTaken =>
        [.. Lines.In(Decisions).Select(text => new { Text = text, Sharing = DecisionsSharing })];

    internal IReadOnlyList<object> Arising =>
        [
            .. new (string? What, string? Who, DateOnly? Due, string? Plan)[]
            {
                (Action1, Owner1, Due1, Plan1),
                (Action2, Owner2, Due2, Plan2),
                (Action3, Owner3, Due3, Plan3),
            }
                .Where(a => a.What is not null || a.Who is not null || a.Due is not null || a.Plan is not null)
                .Select(a => new
                {
                    Title = a.What,
                    Owner = a.Who,
                    a.Due,
                    PlanAction = a.Plan,
                }),
        ];

    /// <summary>What the service asks of each action, said where its answer goes.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        (string Which, string? What, string? Who, DateOnly? Due, string? Plan, string Number)[] actions =
        [
            ("first", Action1, Owner1, Due1, Plan1, "1"),
            ("second", Action2, Owner2, Due2, Plan2, "2"),
            ("third", Action3, Owner3, Due3, Plan3, "3"),
        ];
        foreach (var (which, what, who, due, plan, number) in actions)
        {
            if (what is null && (who ?? plan ?? due?.ToString("O", null)) is not null)
                yield return new($"Say what is to be done in the {which} action", [$"Action{number}"]);
            if (what is not null && who is null && plan is null)
                yield return new($"Say who does the {which} action: a post or an organisation", [$"Owner{number}"]);
        }
    }

    private static IEnumerable<object> In(string? lines, string presence) =>
        Lines
            .In(lines)
            .Select(line => line.Split(',', 2, StringSplitOptions.TrimEntries))
            .Select(line => new
            {
                Organisation = line[0],
                Post = line.Length > 1 ? line[1] : null,
                Presence = presence,
            });
}

public sealed class HeldForm : MinutesForm
{
    [Display(Name = "Date it was held", Description = "Leave empty if it was held on the day it was planned for.")]
    public DateOnly? On { get; set; }

    [Display(Name = "What came of it")]
    public string? Outcome { get; set; }

    [Display(Name = "Independently facilitated")]
    public bool? IndependentlyFacilitated { get; set; }
}

[PageFor(Roles.PolicePlanLead)]
public sealed class HeldModel(PoliceActionPlanClient plan) : ActPage<HeldForm, MeetingView>(plan, "meetings")
{
    protected override string Act => "held";
    protected override string Address => $"/police-action-plan/meetings/{Id}";
    protected override string Notice => "Recorded as held.";

    protected override void Fill(MeetingView item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Form.Present = Lines.Of(item.AttendedBy);
        Form.IndependentlyFacilitated = item.IndependentlyFacilitated;
    }

    protected override object ToSend() =>
        new
        {
            Form.On,
            Form.Outcome,
            AttendedBy = Lines.In(Form.Present),
            Form.IndependentlyFacilitated,
            Form.Confirmed,
            Form.Attendance,
            Decisions = Form.DecisionsTaken,
            Form.Arising,
        };
}

[PageFor(Roles.PolicePlanLead)]
public sealed class MinutesModel(PoliceActionPlanClient plan) : ActPage<MinutesForm, MeetingView>(plan, "meetings")
{
    protected override string Act => "minutes";
    protected override string Address => $"/police-action-plan/meetings/{Id}";
    protected override string Notice => "Added to the minutes.";

    protected override object ToSend() =>
        new
        {
            Form.Attendance,
            Decisions = Form.DecisionsTaken,
            Form.Arising,
            Form.Confirmed,
        };
}

public sealed class MoveForm
{
    [Display(Name = "New date")]
    public DateOnly? To { get; set; }

    [Display(Name = "Why it moves")]
    [Required(ErrorMessage = "Say why the meeting moves")]
    public string? Reason { get; set; }

    public bool Confirmed { get; set; }
}

[PageFor(Roles.PolicePlanLead)]
public sealed class MoveModel(PoliceActionPlanClient plan) : ActPage<MoveForm, MeetingView>(plan, "meetings")
{
    protected override string Act => "move";
    protected override string Address => $"/police-action-plan/meetings/{Id}";
    protected override string Notice => "Moved.";
}

public sealed class CancelForm
{
    [Display(Name = "Why it is cancelled")]
    [Required(ErrorMessage = "Say why it is cancelled")]
    public string? Reason { get; set; }

    public bool Confirmed { get; set; }
}

[PageFor(Roles.PolicePlanLead)]
public sealed class CancelModel(PoliceActionPlanClient plan) : ActPage<CancelForm, MeetingView>(plan, "meetings")
{
    protected override string Act => "cancellation";
    protected override string Address => $"/police-action-plan/meetings/{Id}";
    protected override string Notice => "Cancelled.";
}

public sealed class AgendaForm
{
    [Display(
        Name = "Agenda",
        Description = "One point on each line, in order. After a point, a vertical bar and who presents it: The plan | Chief Executive. After another, its papers."
    )]
    public string? Points { get; set; }

    public bool Confirmed { get; set; }
}

[PageFor(Roles.PolicePlanLead)]
public sealed class AgendaModel(PoliceActionPlanClient plan) : ActPage<AgendaForm, MeetingView>(plan, "meetings")
{
    protected override string Act => "agenda";
    protected override string Address => $"/police-action-plan/meetings/{Id}";
    protected override string Notice => "Agenda saved.";

    protected override void Fill(MeetingView item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Form.Points = Lines.Of(
            item.Agenda.Select(a => string.Join(" | ", new[] { a.Title, a.Presenter ?? "", string.Join("; ", a.Papers) }).TrimEnd(' ', '|'))
        );
    }

    protected override Task<Saved> SendAsync(CancellationToken cancel) =>
        Client.Put($"meetings/{Id}/{Act}", new { Items = Lines.In(Form.Points).Select(Point).ToList(), Form.Confirmed }, ETag, cancel);

    private static object Point(string line)
    {
        var parts = line.Split('|', 3, StringSplitOptions.TrimEntries);
        return new
        {
            Title = parts[0],
            Presenter = parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null,
            Papers = parts.Length > 2 ? parts[2].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [],
        };
    }
}

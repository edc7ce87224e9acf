using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Meetings;

/// <summary>A meeting of a body or of people, planned or held.</summary>
public sealed record MeetingView(
    Guid Id,
    string Reference,
    string? Body,
    DateOnly? On,
    string Title,
    string Status,
    string? Purpose,
    string? Outcome,
    IReadOnlyList<string> AttendedBy,
    bool? IndependentlyFacilitated,
    string Workstream,
    DateOnly KnownOn,
    string? Source,
    string Sharing
) : IEntry;

[AllowAnonymous]
public sealed class IndexModel(PoliceActionPlanClient plan)
    : RegisterPage<MeetingView>(
        plan,
        "meetings",
        Filter.Search(),
        Filter.Words("status", "Status", Choice.Of("planned", "held")),
        new("body", "Body (reference)")
    )
{
    public override bool OffersAsAt => true;
}

[AllowAnonymous]
public sealed class OneModel(PoliceActionPlanClient plan) : OnePage<MeetingView>(plan, "meetings");

public sealed class MeetingForm : EntryForm
{
    [Display(Name = "Title")]
    [Required(ErrorMessage = "Enter a title")]
    public string? Title { get; set; }

    [Display(Name = "Body")]
    public string? Body { get; set; }

    [Display(Name = "Date")]
    public DateOnly? On { get; set; }

    [Display(Name = "Purpose")]
    public string? Purpose { get; set; }

    [Display(Name = "What came of it", Description = "Only of a meeting that was held.")]
    public string? Outcome { get; set; }

    [Display(Name = "Who comes", Description = "One on each line: bodies, organisations and posts.")]
    public string? AttendedBy { get; set; }

    [Display(Name = "Independently facilitated")]
    public bool? IndependentlyFacilitated { get; set; }
}

[PageFor(Roles.PolicePlanLead)]
public sealed class EditModel(PoliceActionPlanClient plan) : EditPage<MeetingForm, MeetingView>(plan, "meetings")
{
    protected override string Address => "/police-action-plan/meetings";
    public IReadOnlyList<Choice> Bodies { get; private set; } = [];

    private sealed record Body(string Reference, string Name);

    protected override async Task ReadChoicesAsync(CancellationToken cancel) =>
        Bodies = await Client.ReadAsync<Body>("bodies", x => (x.Reference, x.Name), cancel);

    protected override MeetingForm FormFrom(MeetingView item) =>
        new()
        {
            Title = item.Title,
            Body = item.Body,
            On = item.On,
            Purpose = item.Purpose,
            Outcome = item.Outcome,
            AttendedBy = Lines.Of(item.AttendedBy),
            IndependentlyFacilitated = item.IndependentlyFacilitated,
            Source = item.Source,
            Sharing = item.Sharing,
        };

    protected override object ToSend() =>
        new
        {
            Form.Reference,
            Form.Title,
            Form.Body,
            Form.On,
            Form.Purpose,
            Form.Outcome,
            AttendedBy = Lines.In(Form.AttendedBy),
            Form.IndependentlyFacilitated,
            Form.KnownOn,
            Form.Source,
            Form.Sharing,
        };
}

public sealed class HeldForm
{
    [Display(Name = "Date it was held", Description = "Leave empty if it was held on the day it was planned for.")]
    public DateOnly? On { get; set; }

    [Display(Name = "What came of it")]
    public string? Outcome { get; set; }

    [Display(Name = "Who came", Description = "One on each line: bodies, organisations and posts.")]
    public string? AttendedBy { get; set; }

    [Display(Name = "Independently facilitated")]
    public bool? IndependentlyFacilitated { get; set; }

    public bool Confirmed { get; set; }
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
        Form.AttendedBy = Lines.Of(item.AttendedBy);
        Form.IndependentlyFacilitated = item.IndependentlyFacilitated;
    }

    protected override object ToSend() =>
        new
        {
            Form.On,
            Form.Outcome,
            AttendedBy = Lines.In(Form.AttendedBy),
            Form.IndependentlyFacilitated,
            Form.Confirmed,
        };
}

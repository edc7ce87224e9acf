using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Dates;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Promises;
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
    string Sharing,
    TimeOnly? StartsAt,
    TimeOnly? EndsAt,
    string? Place,
    string? CancelledBecause,
    IReadOnlyList<MeetingMove> Moves,
    IReadOnlyList<AgendaItem> Agenda,
    IReadOnlyList<Attendance> Attendance
) : IEntry;

/// <summary>A meeting put on another day.</summary>
public sealed record MeetingMove(DateOnly? From, DateOnly? To, string Reason, DateOnly MovedOn);

/// <summary>A point of the agenda.</summary>
public sealed record AgendaItem(int Position, string Title, string? Presenter, IReadOnlyList<string> Papers);

/// <summary>Who came: an organisation and a post.</summary>
public sealed record Attendance(string Organisation, string? Post, string? Official, string Presence);

/// <summary>What a meeting decided.</summary>
public sealed record DecisionView(
    Guid Id,
    string Reference,
    string Meeting,
    string? Body,
    DateOnly? On,
    string Text,
    DateOnly KnownOn,
    string? Source,
    string Sharing
) : IEntry;

/// <summary>An action arising from a meeting, of the body itself or of the plan.</summary>
public sealed record BodyActionView(
    Guid Id,
    string Reference,
    string Title,
    string Meeting,
    string? Body,
    string? Owner,
    string? PlanAction,
    DateOnly KnownOn,
    string? Source,
    string Sharing,
    PromiseView Promise
) : IEntry;

[AllowAnonymous]
public sealed class IndexModel(PoliceActionPlanClient plan)
    : RegisterPage<MeetingView>(
        plan,
        "meetings",
        Filter.Search(),
        Filter.Words("status", "Status", Choice.Of("planned", "held", "cancelled")),
        new("body", "Body (reference)")
    )
{
    public override bool OffersAsAt => true;
}

[AllowAnonymous]
public sealed class OneModel(PoliceActionPlanClient plan) : OnePage<MeetingView>(plan, "meetings")
{
    public IReadOnlyList<DecisionView> Decisions { get; private set; } = [];
    public IReadOnlyList<BodyActionView> Arising { get; private set; } = [];

    protected override async Task AlsoReadAsync(CancellationToken cancel)
    {
        var of = $"?meeting={Item.Reference}&take=200{(AsAt is { } date ? $"&asAt={date.Iso()}" : "")}";
        Decisions = (await Client.TryGet<Page<DecisionView>>($"decisions{of}", cancel))?.Items ?? [];
        Arising = (await Client.TryGet<Page<BodyActionView>>($"body-actions{of}", cancel))?.Items ?? [];
    }
}

public sealed class MeetingForm : EntryForm
{
    [Display(Name = "Title")]
    [Required(ErrorMessage = "Enter a title")]
    public string? Title { get; set; }

    [Display(Name = "Body")]
    public string? Body { get; set; }

    [Display(Name = "Date")]
    public DateOnly? On { get; set; }

    [Display(Name = "Starts at", Description = "London time. Leave empty if it is not known.")]
    public TimeOnly? StartsAt { get; set; }

    [Display(Name = "Ends at")]
    public TimeOnly? EndsAt { get; set; }

    [Display(Name = "Place")]
    public string? Place { get; set; }

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
            StartsAt = item.StartsAt,
            EndsAt = item.EndsAt,
            Place = item.Place,
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
            Form.StartsAt,
            Form.EndsAt,
            Form.Place,
            Form.Purpose,
            Form.Outcome,
            AttendedBy = Lines.In(Form.AttendedBy),
            Form.IndependentlyFacilitated,
            Form.KnownOn,
            Form.Source,
            Form.Confirmed,
            Form.Sharing,
        };
}

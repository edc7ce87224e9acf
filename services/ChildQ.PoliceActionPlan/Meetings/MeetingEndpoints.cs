using ChildQ.Contracts;
using ChildQ.PoliceActionPlan.Bodies;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Meetings;

/// <summary>A meeting as shown, as at a date.</summary>
/// <param name="Body">Reference of the body that meets.</param>
public sealed record MeetingView(
    Guid Id,
    string Reference,
    string? Body,
    DateOnly? On,
    string Title,
    MeetingStatus Status,
    string? Purpose,
    string? Outcome,
    IReadOnlyList<string> AttendedBy,
    bool? IndependentlyFacilitated,
    string Workstream,
    DateOnly KnownOn,
    string? Source,
    SharingLevel Sharing
)
{
    public static MeetingView Of(Meeting m, DateOnly asAt)
    {
        var held = m.WasHeld(asAt);
        var onlyPlanned = !held && m.Status == MeetingStatus.Held;
        return new(
            m.Id,
            m.Reference,
            m.Body,
            onlyPlanned ? m.PlannedOn : m.On,
            m.Title,
            held ? MeetingStatus.Held : MeetingStatus.Planned,
            m.Purpose,
            held ? m.Outcome : null,
            onlyPlanned ? m.Expected : m.AttendedBy,
            m.IndependentlyFacilitated,
            m.Workstream,
            m.KnownOn,
            m.Source,
            m.Sharing
        );
    }
}

/// <summary>A request to record that a meeting was held.</summary>
/// <param name="On">London date; that for which it was planned unless said.</param>
/// <param name="AttendedBy">Those expected unless said.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data in the outcome, and says that it belongs there.</param>
public sealed record MeetingHeld(
    DateOnly? On,
    string? Outcome,
    IReadOnlyList<string>? AttendedBy,
    bool? IndependentlyFacilitated,
    bool Confirmed = false
);

/// <summary>The meetings of the response.</summary>
public static class MeetingEndpoints
{
    public static void MapMeetings(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/meetings").WithTags("Meetings");
        group.MapGet("", List).AllowAnonymous().Produces<Page<MeetingView>>().WithSummary("Meetings in order of reference, as at a date.");
        group.MapGet("/{id:guid}", One).AllowAnonymous().Produces<MeetingView>();
        group
            .MapGet(
                "/export.csv",
                (PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt) =>
                {
                    var at = asAt ?? clock.Today();
                    var meetings = db.Meetings.ReadableBy(user, at).OrderBy(m => m.Reference).AsAsyncEnumerable();
                    return CsvExport.Of(meetings.Select(m => MeetingRow.Of(m, at)), "meetings.csv");
                }
            )
            .AllowAnonymous();
        group.MapPost("", Record).RequireAuthorization(Can.KeepRegisters).Idempotent().Produces<MeetingView>(201).ProducesProblem(422);
        group
            .MapPut("/{id:guid}", Correct)
            .RequireAuthorization(Can.KeepRegisters)
            .RequireIfMatch()
            .Produces<MeetingView>()
            .ProducesProblem(422);
        group
            .MapPost("/{id:guid}/held", Hold)
            .RequireAuthorization(Can.KeepRegisters)
            .RequireIfMatch()
            .Produces<MeetingView>()
            .ProducesProblem(422)
            .WithSummary("Records that a planned meeting was held, and what came of it.");
        group.MapImport<MeetingRow>("meetings", MeetingRow.Apply).RequireAuthorization(Can.Import);
    }

    private static async Task<IResult> List(
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        string? q,
        string? body,
        Word<MeetingStatus>? status,
        DateOnly? asAt
    )
    {
        var at = asAt ?? clock.Today();
        var meetings = db.Meetings.ReadableBy(user, at);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var like = $"%{Like.Escape(q)}%";
            meetings = meetings.Where(m => EF.Functions.ILike(m.Title, like, @"\") || EF.Functions.ILike(m.Reference, like, @"\"));
        }

        if (body is not null)
        {
            meetings = meetings.Where(m => m.Body == body);
        }

        meetings = status?.Value switch
        {
            MeetingStatus.Held => meetings.Where(m => m.HeldKnownOn <= at),
            MeetingStatus.Planned => meetings.Where(m => m.HeldKnownOn == null || m.HeldKnownOn > at),
            _ => meetings,
        };
        return TypedResults.Ok(await meetings.ToPageAsync(m => m.Reference, page, m => MeetingView.Of(m, at)));
    }

    private static Task<IResult> One(Guid id, PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        return db.Meetings.ReadableBy(user, at).OneAsync(id, m => MeetingView.Of(m, at), "meeting");
    }

    private static Task<IResult> Record(MeetingText text, PoliceActionPlanDb db, TimeProvider clock, ServiceIdentity service) =>
        db.EnterAsync(
            text,
            "PAP-MEE",
            async reference =>
                await db.KnowsAsync<Body>(text.Body, "body") is { IsOk: false } refused
                    ? refused
                    : Meeting.Record(text with { Reference = reference }, await WorkstreamOf(db, text.Body), clock.Today()),
            m => $"{service.Prefix}/meetings/{m.Id}",
            m => MeetingView.Of(m, clock.Today())
        );

    private static Task<IResult> Correct(Guid id, MeetingText text, PoliceActionPlanDb db, HttpContext http, TimeProvider clock) =>
        db.ChangeAsync<Meeting, MeetingView>(
            http,
            id,
            async meeting =>
                await db.KnowsAsync<Body>(text.Body, "body") is { IsOk: false } refused
                    ? refused
                    : meeting.Correct(text, await WorkstreamOf(db, text.Body), clock.Today()),
            m => MeetingView.Of(m, clock.Today()),
            "meeting"
        );

    private static async Task<IResult> Hold(Guid id, MeetingHeld held, PoliceActionPlanDb db, HttpContext http, TimeProvider clock) =>
        PersonalDataScreen.Check(held.Outcome, held.Confirmed, "outcome") is { MayBeKept: false } screened
            ? screened.ToProblem()
            : await db.ChangeAsync<Meeting, MeetingView>(
                http,
                id,
                meeting => meeting.Hold(held.On, held.Outcome, held.AttendedBy, held.IndependentlyFacilitated, clock.Today()),
                m => MeetingView.Of(m, clock.Today()),
                "meeting"
            );

    private static async Task<string?> WorkstreamOf(PoliceActionPlanDb db, string? body) =>
        body is null ? null : await db.Bodies.Where(b => b.Reference == body).Select(b => b.Workstream).FirstOrDefaultAsync();
}

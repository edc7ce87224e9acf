using ChildQ.PoliceActionPlan.Bodies;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Meetings;

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
                async (PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt) =>
                {
                    var at = asAt ?? clock.Today();
                    var meetings = (await db.ReadableOfBodiesAsync<Meeting>(user, at)).OrderBy(m => m.Reference).AsAsyncEnumerable();
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
        var meetings = await db.ReadableOfBodiesAsync<Meeting>(user, at);
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
            MeetingStatus.Cancelled => meetings.Where(m => m.CancelledKnownOn <= at),
            MeetingStatus.Planned => meetings.Where(m =>
                (m.HeldKnownOn == null || m.HeldKnownOn > at) && (m.CancelledKnownOn == null || m.CancelledKnownOn > at)
            ),
            _ => meetings,
        };
        return TypedResults.Ok(await meetings.ToPageAsync(m => m.Reference, page, m => MeetingView.Of(m, at)));
    }

    private static async Task<IResult> One(Guid id, PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        return await (await db.ReadableOfBodiesAsync<Meeting>(user, at)).OneAsync(id, m => MeetingView.Of(m, at), "meeting");
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

    private static async Task<string?> WorkstreamOf(PoliceActionPlanDb db, string? body) =>
        body is null ? null : await db.Bodies.Where(b => b.Reference == body).Select(b => b.Workstream).FirstOrDefaultAsync();
}

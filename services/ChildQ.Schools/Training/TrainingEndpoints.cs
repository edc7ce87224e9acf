using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Training;

/// <summary>The public register of training and conferences for schools, kept by the schools lead. Who has booked is no part of what is public.</summary>
public static class TrainingEndpoints
{
    public static void MapTraining(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/training").WithTags("Training");
        group
            .MapGet("", List)
            .AllowAnonymous()
            .Produces<Page<TrainingView>>()
            .WithSummary("Training and conferences by day, as at a date.");
        group
            .MapGet("/{id:guid}", One)
            .AllowAnonymous()
            .Produces<TrainingView>()
            .ProducesProblem(404)
            .WithSummary("One session, as at a date; with the caller's own bookings, or every one for the schools lead.");
        group.MapGet("/export.csv", Export).AllowAnonymous().WithSummary("The register as CSV, as at a date.");
        group
            .MapPost("", Announce)
            .RequireAuthorization(Can.KeepSchools)
            .Idempotent()
            .Produces<TrainingView>(201)
            .ProducesProblem(409)
            .ProducesProblem(422)
            .WithSummary("Puts a session on the register.");
        group
            .MapPut("/{id:guid}", Correct)
            .RequireAuthorization(Can.KeepSchools)
            .RequireIfMatch()
            .Produces<TrainingView>()
            .ProducesProblem(404)
            .ProducesProblem(422)
            .WithSummary("Corrects a session. More places go to those who wait.");
        group
            .MapPost("/{id:guid}/date", Move)
            .RequireAuthorization(Can.KeepSchools)
            .Idempotent()
            .Produces<TrainingView>()
            .ProducesProblem(404)
            .ProducesProblem(422)
            .WithSummary("Moves it to another day or other times, with the reason.");
        group
            .MapPost("/{id:guid}/cancellation", Cancel)
            .RequireAuthorization(Can.KeepSchools)
            .Idempotent()
            .Produces<TrainingView>()
            .ProducesProblem(404)
            .ProducesProblem(422)
            .WithSummary("Calls it off, with the reason.");
        group.MapPlaces();
        group.MapCoverage();
        group.MapTrainingCalendar();
        group.MapTrainingImport();
    }

    private static async Task<IResult> List(
        SchoolsDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        [AsParameters] TrainingFilter filter
    )
    {
        var moment = Moment.Of(clock);
        var at = filter.AsAt ?? moment.Today;
        var names = await db.NamesForAsync(user, at);
        return TypedResults.Ok(
            await db.Training()
                .AsNoTracking()
                .Matching(filter, at, moment.Today)
                .ToPageAsync(s => s.On ?? TrainingQueries.Undated, page, new TrainingShown(user, moment, at, names).View)
        );
    }

    private static async Task<IResult> One(Guid id, SchoolsDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt)
    {
        var moment = Moment.Of(clock);
        var at = asAt ?? moment.Today;
        return await db.Training().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.KnownOn <= at) is { } session
            ? EntityTags.Ok(new TrainingShown(user, moment, at, await db.NamesForAsync(user, at)).View(session), session.Version)
            : Problem.NotFound("training");
    }

    private static CsvFile<TrainingRow> Export(SchoolsDb db, TimeProvider clock, [AsParameters] TrainingFilter filter)
    {
        var today = Moment.Of(clock).Today;
        var at = filter.AsAt ?? today;
        return CsvExport.Of(
            db.Training()
                .AsNoTracking()
                .Matching(filter, at, today)
                .OrderBy(s => s.Reference)
                .AsAsyncEnumerable()
                .Select(s => TrainingRow.Of(s, at)),
            "training.csv"
        );
    }

    private static Task<IResult> Announce(TrainingText text, SchoolsDb db, CurrentUser user, TimeProvider clock, ServiceIdentity service)
    {
        var moment = Moment.Of(clock);
        return db.SaveNew(
            TrainingSession.Announce(text, moment),
            s => $"{service.Prefix}/training/{s.Id}",
            new TrainingShown(user, moment, moment.Today).View
        );
    }

    private static Task<IResult> Correct(
        Guid id,
        TrainingText text,
        SchoolsDb db,
        HttpContext http,
        CurrentUser user,
        TimeProvider clock
    ) =>
        db.HoldingAsync(
            id,
            async s => http.IsStale(s) ? EntityTags.Changed() : await db.SaidAsync(s, s.Correct(text, Moment.Of(clock)), user, clock)
        );

    private static Task<IResult> Move(Guid id, TrainingMove move, SchoolsDb db, CurrentUser user, TimeProvider clock) =>
        db.HoldingAsync(id, s => db.SaidAsync(s, s.Move(move, Moment.Of(clock)), user, clock));

    private static Task<IResult> Cancel(Guid id, TrainingCancellation cancellation, SchoolsDb db, CurrentUser user, TimeProvider clock) =>
        db.HoldingAsync(id, s => db.SaidAsync(s, s.Cancel(cancellation.Reason, Moment.Of(clock)), user, clock));

    /// <summary>Saves what was done to a session and answers with it as it now is.</summary>
    internal static async Task<IResult> SaidAsync(
        this SchoolsDb db,
        TrainingSession session,
        Result done,
        CurrentUser user,
        TimeProvider clock
    )
    {
        var moment = Moment.Of(clock);
        var names = done.IsOk ? await db.NamesForAsync(user, moment.Today) : null;
        return await db.SaveAfter(
            done,
            () => EntityTags.Ok(new TrainingShown(user, moment, moment.Today, names).View(session), session.Version)
        );
    }

    /// <summary>The names of the schools whose bookings this person may see, by URN.</summary>
    internal static async Task<Dictionary<int, string>?> NamesForAsync(this SchoolsDb db, CurrentUser user, DateOnly asAt) =>
        user.SeesPlaces() ? await db.RecordsAsAt(asAt).VisibleTo(user).ToDictionaryAsync(r => r.Urn, r => r.Details.Name) : null;
}

using ChildQ.Schools.Pupils;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Suppression;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Governors;

/// <summary>Governing boards beside the communities they govern for: dated snapshots, everything about people suppressed.</summary>
public static class GovernorsEndpoints
{
    public static void MapGovernors(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/governors").WithTags("Governors");
        group
            .MapGet("", Boards)
            .RequireAuthorization(Can.ReadBoards)
            .Produces<IReadOnlyList<BoardRow>>()
            .WithSummary("Every open school's board by its latest snapshot, those that have none among them, as at a date.");
        group.MapGet("/export.csv", Export).RequireAuthorization(Can.ReadBoards).WithSummary("The same as CSV.");
        group
            .MapPost("/snapshots", Record)
            .RequireAuthorization(Can.KeepBoards)
            .Idempotent()
            .Produces<BoardView>(201)
            .ProducesProblem(404)
            .ProducesProblem(422)
            .WithSummary("Says how a board was on a day.");
        group
            .MapGet("/{urn:int}", Latest)
            .RequireAuthorization(Can.ReadBoards)
            .Produces<BoardView>()
            .ProducesProblem(404)
            .WithSummary("A school's board by its latest snapshot, beside its pupils, as at a date.");
        group
            .MapGet("/{urn:int}/snapshots", Snapshots)
            .RequireAuthorization(Can.ReadBoards)
            .Produces<IReadOnlyList<BoardView>>()
            .ProducesProblem(404)
            .WithSummary("Every day for which a school said how its board was, the latest first.");
    }

    private static async Task<IResult> Boards(
        SchoolsDb db,
        CurrentUser user,
        SmallNumbers small,
        TimeProvider clock,
        DateOnly? asAt,
        CancellationToken ct
    ) => TypedResults.Ok(await RowsAsync(db, user, small, asAt ?? clock.Today(), ct));

    private static async Task<IResult> Export(
        SchoolsDb db,
        CurrentUser user,
        SmallNumbers small,
        TimeProvider clock,
        DateOnly? asAt,
        CancellationToken ct
    ) =>
        CsvExport.Of(
            (await RowsAsync(db, user, small, asAt ?? clock.Today(), ct)).Select(BoardCsvRow.Of).ToAsyncEnumerable(),
            "governing-boards.csv"
        );

    private static async Task<IResult> Latest(
        int urn,
        SchoolsDb db,
        CurrentUser user,
        SmallNumbers small,
        TimeProvider clock,
        DateOnly? asAt,
        CancellationToken ct
    )
    {
        var at = asAt ?? clock.Today();
        var views = await ViewsAsync(db, user, small, urn, at, ct);
        return views.Count == 0 ? Problem.NotFound("board") : TypedResults.Ok(views[0]);
    }

    private static async Task<IResult> Snapshots(
        int urn,
        SchoolsDb db,
        CurrentUser user,
        SmallNumbers small,
        TimeProvider clock,
        DateOnly? asAt,
        CancellationToken ct
    )
    {
        var views = await ViewsAsync(db, user, small, urn, asAt ?? clock.Today(), ct);
        return views.Count == 0 ? Problem.NotFound("board") : TypedResults.Ok(views);
    }

    private static async Task<IResult> Record(
        BoardText text,
        SchoolsDb db,
        CurrentUser user,
        SmallNumbers small,
        TimeProvider clock,
        ServiceIdentity service,
        CancellationToken ct
    )
    {
        if (await db.SchoolKeptByAsync(user, text.Urn) is not { } school)
        {
            return Problem.NotFound("school");
        }

        var pupils = (await db.PopulationAsync(clock.Today(), school.Urn, ct))[school.Urn].ToList();
        return await db.SaveNew(
            BoardSnapshot.Record(text, school, clock.Today()),
            b => $"{service.Prefix}/governors/{b.Urn}",
            b => BoardView.Of(b, school.Details.Name, pupils, small)
        );
    }

    /// <summary>The snapshots of a school, one for each day, the latest first; none where it is not the caller's to see.</summary>
    private static async Task<List<BoardView>> ViewsAsync(
        SchoolsDb db,
        CurrentUser user,
        SmallNumbers small,
        int urn,
        DateOnly at,
        CancellationToken ct
    )
    {
        if (!user.HasAny(Can.SeeEveryVoice) && user.OwnSchool() != urn)
        {
            return [];
        }

        var boards = await Known(db, at).Where(b => b.Urn == urn).ToListAsync(ct);
        var pupils = (await db.PopulationAsync(at, urn, ct))[urn].ToList();
        var name = (await db.SchoolNamesAsync(at, [urn])).GetValueOrDefault(urn) ?? $"{urn}";
        return
        [
            .. boards
                .GroupBy(b => b.On)
                .Select(day => day.MaxBy(b => (b.KnownOn, b.Id))!)
                .OrderByDescending(b => b.On)
                .Select(b => BoardView.Of(b, name, pupils, small)),
        ];
    }

    private static async Task<IReadOnlyList<BoardRow>> RowsAsync(
        SchoolsDb db,
        CurrentUser user,
        SmallNumbers small,
        DateOnly at,
        CancellationToken ct
    )
    {
        var (every, own) = (user.HasAny(Can.SeeEveryVoice), user.OwnSchool());
        var schools = await db.RecordsAsAt(at)
            .Where(r => every || r.Urn == own)
            .Where(r => r.Details.Status == SchoolStatus.Open || r.Details.Status == SchoolStatus.OpenButProposedToClose)
            .OrderBy(r => r.Details.Name)
            .ToListAsync(ct);
        var boards = (await Known(db, at).ToListAsync(ct)).ToLookup(b => b.Urn);
        return schools.ConvertAll(school =>
            boards[school.Urn].MaxBy(b => (b.On, b.KnownOn, b.Id)) is { } latest
                ? Row(BoardView.Of(latest, school.Details.Name, [], small))
                : new BoardRow(school.Urn, school.Details.Name, null, null, null, default, [])
        );
    }

    private static BoardRow Row(BoardView board) =>
        new(
            board.Urn,
            board.School,
            board.On,
            board.Seats,
            board.Vacancies,
            board.YoungGovernors,
            [.. board.Training.Where(t => t.Percent < 50).Select(t => $"{t.Topic}")]
        );

    private static IQueryable<BoardSnapshot> Known(SchoolsDb db, DateOnly at) =>
        db.Set<BoardSnapshot>().AsNoTracking().AsSplitQuery().Where(b => b.KnownOn <= at && b.On <= at);
}

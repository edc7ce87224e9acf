using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Screening;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.PoliceVisits;

/// <summary>What was done about a concern.</summary>
/// <param name="On">London date on which it was done; today where left out.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it stays.</param>
public sealed record NewConcernStep([property: FreeText] string? Note, DateOnly? On, bool Confirmed = false) : IFreeText;

/// <summary>How a concern ends.</summary>
/// <param name="Learning">What others should learn from it, for the schools lead to read.</param>
public sealed record ConcernClosure(ConcernOutcome? Outcome, [property: FreeText] string? Learning, bool Confirmed = false) : IFreeText;

/// <summary>Which concerns are asked for.</summary>
/// <param name="Overdue">Only those that were not taken up in time, or only the others.</param>
public sealed record ConcernFilter(Word<ConcernState>? State, bool? Overdue, DateOnly? AsAt);

/// <summary>Concerns about searches: raised by the register itself, handled by the safeguarding lead.</summary>
internal static class ConcernEndpoints
{
    public static void MapConcerns(this RouteGroupBuilder visits)
    {
        var group = visits.MapGroup("/concerns");
        group
            .MapGet("", List)
            .RequireAuthorization(Can.ReadConcerns)
            .Produces<Page<ConcernView>>()
            .WithSummary("Concerns, the latest first, as at a date. Notes are for the safeguarding lead alone.");
        group.MapGet("/{id:guid}", One).RequireAuthorization(Can.ReadConcerns).Produces<ConcernView>().ProducesProblem(404);
        group
            .MapPost("/{id:guid}/taken-up", TakeUpOne)
            .RequireAuthorization(Can.HandleConcerns)
            .Produces<ConcernView>()
            .ProducesProblem(404)
            .ProducesProblem(422)
            .WithSummary("The safeguarding lead takes it up.");
        group
            .MapPost("/{id:guid}/steps", AddStep)
            .RequireAuthorization(Can.HandleConcerns)
            .Idempotent()
            .Produces<ConcernView>()
            .ProducesProblem(404)
            .ProducesProblem(422)
            .WithSummary("Adds what was done. Seen by the safeguarding lead only.");
        group
            .MapPost("/{id:guid}/closure", Close)
            .RequireAuthorization(Can.HandleConcerns)
            .Produces<ConcernView>()
            .ProducesProblem(404)
            .ProducesProblem(422)
            .WithSummary("Closes it with its outcome and what is to be learned.");
    }

    /// <summary>Raises a concern about what a search lacked, or widens the one that is open. Saved with the search, or not at all.</summary>
    public static async Task RaiseConcernAsync(this SchoolsDb db, Search search, TimeProvider clock)
    {
        var missing = search.Missing;
        var earlier = await db.Concerns.Where(c => c.SearchId == search.Id).ToListAsync();
        if (missing.Count == 0 || missing.All(m => earlier.Exists(c => c.Missing.Contains(m))))
        {
            return;
        }

        if (earlier.Find(c => c.ClosedOn is null) is { } open)
        {
            open.Widen(missing, clock.Today(), clock.GetUtcNow());
            return;
        }

        db.Add(Concern.Raise(search, missing, clock.Today(), clock.GetUtcNow()));
    }

    private static IQueryable<Concern> Whole(this IQueryable<Concern> concerns) =>
        concerns.AsSplitQuery().Include(c => c.Steps).Include(c => c.Search.Records).Include(c => c.Search.Visit.Records);

    private static async Task<IResult> List(
        SchoolsDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        [AsParameters] ConcernFilter filter
    )
    {
        var at = filter.AsAt ?? clock.Today();
        var concerns = db.Concerns.AsNoTracking().Whole().Where(c => c.RaisedOn <= at);
        concerns = filter.State?.Value switch
        {
            ConcernState.Raised => concerns.Where(c => c.TakenUpOn == null || c.TakenUpOn > at),
            ConcernState.TakenUp => concerns.Where(c => c.TakenUpOn <= at && (c.ClosedOn == null || c.ClosedOn > at)),
            ConcernState.Closed => concerns.Where(c => c.ClosedOn <= at),
            _ => concerns,
        };
        if (filter.Overdue is { } overdue)
        {
            concerns = concerns.Where(c => (c.TakeUpBy < at && (c.TakenUpOn == null || c.TakenUpOn > at)) == overdue);
        }

        var found = await concerns.ToPageAsync(c => c.RaisedOn, page, c => c, descending: true);
        var names = await db.SchoolNamesAsync(at, [.. found.Items.Select(c => c.Search.Visit.Urn).Distinct()]);
        var handling = user.Has(Roles.SafeguardingLead);
        return TypedResults.Ok(
            new Page<ConcernView>(
                [.. found.Items.Select(c => ConcernView.Of(c, names.GetValueOrDefault(c.Search.Visit.Urn, ""), handling, at))],
                found.Next
            )
        );
    }

    private static async Task<IResult> One(Guid id, SchoolsDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        return await db.Concerns.AsNoTracking().Whole().FirstOrDefaultAsync(c => c.Id == id && c.RaisedOn <= at) is { } concern
            ? EntityTags.Ok(await ViewAsync(concern, db, user, at), concern.Version)
            : Problem.NotFound("concern");
    }

    private static Task<IResult> TakeUpOne(Guid id, SchoolsDb db, CurrentUser user, TimeProvider clock) =>
        ChangeAsync(id, db, user, clock, c => c.Take(user.Id, clock.Today(), clock.GetUtcNow()));

    private static Task<IResult> AddStep(Guid id, NewConcernStep step, SchoolsDb db, CurrentUser user, TimeProvider clock) =>
        ChangeAsync(id, db, user, clock, c => c.Add(step.Note, step.On, user.Id, clock.Today(), clock.GetUtcNow()));

    private static Task<IResult> Close(Guid id, ConcernClosure closure, SchoolsDb db, CurrentUser user, TimeProvider clock) =>
        ChangeAsync(id, db, user, clock, c => c.Close(closure.Outcome, closure.Learning, clock.Today(), clock.GetUtcNow()));

    private static async Task<IResult> ChangeAsync(Guid id, SchoolsDb db, CurrentUser user, TimeProvider clock, Func<Concern, Result> act)
    {
        if (await db.Concerns.Whole().FirstOrDefaultAsync(c => c.Id == id) is not { } concern)
        {
            return Problem.NotFound("concern");
        }

        var result = act(concern);
        var saved = await db.SaveAfter(result);
        return result.IsOk ? EntityTags.Ok(await ViewAsync(concern, db, user, clock.Today()), concern.Version) : saved;
    }

    private static async Task<ConcernView> ViewAsync(Concern concern, SchoolsDb db, CurrentUser user, DateOnly asAt) =>
        ConcernView.Of(concern, await db.SchoolNameAsync(asAt, concern.Search.Visit.Urn), user.Has(Roles.SafeguardingLead), asAt);
}

using ChildQ.Contracts;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Bodies;

/// <summary>A body as shown, as at a date.</summary>
/// <param name="Ended">Whether it had ended by then.</param>
public sealed record BodyView(
    Guid Id,
    string Reference,
    string Name,
    string? Purpose,
    string? Chair,
    IReadOnlyList<string> Members,
    Cadence Cadence,
    string? ReportsTo,
    DateOnly? EstablishedOn,
    DateOnly? EndedOn,
    bool Ended,
    string? Workstream,
    DateOnly KnownOn,
    string? Source,
    SharingLevel Sharing
)
{
    public static BodyView Of(Body b, DateOnly asAt) =>
        new(
            b.Id,
            b.Reference,
            b.Name,
            b.Purpose,
            b.Chair,
            b.Members,
            b.Cadence,
            b.ReportsTo,
            b.EstablishedOn,
            b.EndedOn,
            b.HasEnded(asAt),
            b.Workstream,
            b.KnownOn,
            b.Source,
            b.Sharing
        );
}

/// <summary>The bodies of the response.</summary>
public static class BodyEndpoints
{
    public static void MapBodies(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/bodies").WithTags("Bodies");
        group.MapGet("", List).AllowAnonymous().Produces<Page<BodyView>>().WithSummary("Bodies in order of reference, as at a date.");
        group.MapGet("/{id:guid}", One).AllowAnonymous().Produces<BodyView>();
        group
            .MapGet(
                "/export.csv",
                (PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt) =>
                    CsvExport.Of(
                        db.Bodies.ReadableBy(user, asAt ?? clock.Today()).OrderBy(b => b.Reference).AsAsyncEnumerable().Select(BodyRow.Of),
                        "bodies.csv"
                    )
            )
            .AllowAnonymous();
        group.MapPost("", Record).RequireAuthorization(Can.KeepRegisters).Idempotent().Produces<BodyView>(201).ProducesProblem(422);
        group
            .MapPut("/{id:guid}", Correct)
            .RequireAuthorization(Can.KeepRegisters)
            .RequireIfMatch()
            .Produces<BodyView>()
            .ProducesProblem(422);
        group.MapImport<BodyRow>("bodies", BodyRow.Apply).RequireAuthorization(Can.Import);
    }

    private static async Task<IResult> List(
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        string? q,
        string? workstream,
        DateOnly? asAt
    )
    {
        var at = asAt ?? clock.Today();
        var bodies = db.Bodies.ReadableBy(user, at);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var like = $"%{Like.Escape(q)}%";
            bodies = bodies.Where(b => EF.Functions.ILike(b.Name, like, @"\") || EF.Functions.ILike(b.Reference, like, @"\"));
        }

        if (workstream is not null)
        {
            bodies = bodies.Where(b => b.Workstream == workstream);
        }

        return TypedResults.Ok(await bodies.ToPageAsync(b => b.Reference, page, b => BodyView.Of(b, at)));
    }

    private static Task<IResult> One(Guid id, PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        return db.Bodies.ReadableBy(user, at).OneAsync(id, b => BodyView.Of(b, at), "body");
    }

    private static Task<IResult> Record(BodyText text, PoliceActionPlanDb db, TimeProvider clock, ServiceIdentity service) =>
        db.EnterAsync(
            text,
            "PAP-BOD",
            async reference =>
                await db.KnowsAsync<Body>(text.ReportsTo, "reportsTo") is { IsOk: false } refused
                    ? refused
                    : Body.Record(text with { Reference = reference }, clock.Today()),
            b => $"{service.Prefix}/bodies/{b.Id}",
            b => BodyView.Of(b, clock.Today())
        );

    private static Task<IResult> Correct(Guid id, BodyText text, PoliceActionPlanDb db, HttpContext http, TimeProvider clock) =>
        db.ChangeAsync<Body, BodyView>(
            http,
            id,
            async body =>
                await db.KnowsAsync<Body>(text.ReportsTo, "reportsTo") is { IsOk: false } refused ? refused
                : await Circles.ClosesAsync(body.Reference, text.ReportsTo, at => ReportsTo(db, at))
                    ? Rule.Broken("body/reports-to-itself", Circles.Message, "reportsTo")
                : body.Correct(text),
            b => BodyView.Of(b, clock.Today()),
            "body"
        );

    private static Task<string?> ReportsTo(PoliceActionPlanDb db, string reference) =>
        db.Bodies.Where(b => b.Reference == reference).Select(b => b.ReportsTo).FirstOrDefaultAsync();
}

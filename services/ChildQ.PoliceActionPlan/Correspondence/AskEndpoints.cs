using ChildQ.Contracts;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Correspondence;

/// <summary>An ask as shown, as at a date.</summary>
/// <param name="Letter">Reference of the letter that asks it.</param>
public sealed record AskView(
    Guid Id,
    string Reference,
    string Letter,
    string Text,
    string AskedOf,
    OutcomeStatus Status,
    IReadOnlyList<OutcomeView> Outcomes,
    DateOnly KnownOn,
    string? Source,
    SharingLevel Sharing
)
{
    public static AskView Of(Ask a, DateOnly asAt) =>
        new(
            a.Id,
            a.Reference,
            a.Letter,
            a.Text,
            a.AskedOf,
            a.StatusAsAt(asAt),
            OutcomeView.AllOf(a.Outcomes, asAt),
            a.KnownOn,
            a.Source,
            a.Sharing
        );
}

/// <summary>What the letters ask for.</summary>
public static class AskEndpoints
{
    public static void MapAsks(this RouteGroupBuilder root)
    {
        var clock = ((IEndpointRouteBuilder)root).ServiceProvider.GetRequiredService<TimeProvider>();
        var group = root.MapGroup("/asks").WithTags("Asks");
        group.MapGet("", List).AllowAnonymous().Produces<Page<AskView>>().WithSummary("Asks in order of reference, as at a date.");
        group.MapGet("/{id:guid}", One).AllowAnonymous().Produces<AskView>();
        group
            .MapGet(
                "/export.csv",
                (PoliceActionPlanDb db, CurrentUser user, DateOnly? asAt) =>
                {
                    var at = asAt ?? clock.Today();
                    return CsvExport.Of(
                        db.Asks.ReadableBy(user, at).OrderBy(a => a.Reference).AsAsyncEnumerable().Select(a => AskRow.Of(a, at)),
                        "asks.csv"
                    );
                }
            )
            .AllowAnonymous();
        group.MapPost("", Record).RequireAuthorization(Can.KeepRegisters).Idempotent().Produces<AskView>(201).ProducesProblem(422);
        group
            .MapPut("/{id:guid}", Correct)
            .RequireAuthorization(Can.KeepRegisters)
            .RequireIfMatch()
            .Produces<AskView>()
            .ProducesProblem(422);
        group
            .MapPost("/{id:guid}/outcomes", Answer)
            .RequireAuthorization(Can.KeepRegisters)
            .Idempotent()
            .Produces<AskView>()
            .ProducesProblem(422)
            .WithSummary("Records what became of the ask.");
        group
            .MapImport<AskRow>("asks", (batch, db, today, ct) => AskRow.Apply(batch, db, clock, today, ct))
            .RequireAuthorization(Can.Import);
    }

    private static async Task<IResult> List(
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        string? q,
        string? letter,
        Word<OutcomeStatus>? status,
        DateOnly? asAt
    )
    {
        var at = asAt ?? clock.Today();
        var asks = db.Asks.ReadableBy(user, at).WithStatus(status?.Value, at);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var like = $"%{Like.Escape(q)}%";
            asks = asks.Where(a =>
                EF.Functions.ILike(a.Text, like, @"\")
                || EF.Functions.ILike(a.AskedOf, like, @"\")
                || EF.Functions.ILike(a.Reference, like, @"\")
            );
        }

        if (letter is not null)
        {
            asks = asks.Where(a => a.Letter == letter);
        }

        return TypedResults.Ok(await asks.ToPageAsync(a => a.Reference, page, a => AskView.Of(a, at)));
    }

    private static Task<IResult> One(Guid id, PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        return db.Asks.ReadableBy(user, at).OneAsync(id, a => AskView.Of(a, at), "ask");
    }

    private static Task<IResult> Record(AskText text, PoliceActionPlanDb db, TimeProvider clock, ServiceIdentity service) =>
        db.EnterAsync(
            text,
            "PAP-ASK",
            async reference =>
                await db.KnowsAsync<Letter>(text.Letter, "letter") is { IsOk: false } refused
                    ? refused
                    : Ask.Record(
                        text with
                        {
                            Reference = reference,
                        },
                        await db.Letters.Where(l => l.Reference == text.Letter).Select(l => l.On).FirstOrDefaultAsync(),
                        clock.Today()
                    ),
            a => $"{service.Prefix}/asks/{a.Id}",
            a => AskView.Of(a, clock.Today())
        );

    private static Task<IResult> Correct(Guid id, AskText text, PoliceActionPlanDb db, HttpContext http, TimeProvider clock) =>
        db.ChangeAsync<Ask, AskView>(
            http,
            id,
            async ask => await db.KnowsAsync<Letter>(text.Letter, "letter") is { IsOk: false } refused ? refused : ask.Correct(text),
            a => AskView.Of(a, clock.Today()),
            "ask"
        );

    private static Task<IResult> Answer(Guid id, RecordOutcome outcome, PoliceActionPlanDb db, TimeProvider clock) =>
        db.AppendAsync<Ask, AskView>(
            id,
            ask => ask.Answer(outcome.Report, clock.Today(), clock.GetUtcNow()),
            a => AskView.Of(a, clock.Today()),
            "ask"
        );
}

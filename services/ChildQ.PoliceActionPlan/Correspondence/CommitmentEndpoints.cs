using ChildQ.Contracts;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Correspondence;

/// <summary>A commitment as shown, as at a date.</summary>
/// <param name="Letter">Reference of the letter that makes it.</param>
/// <param name="Overdue">Past its due date and neither met nor refused.</param>
public sealed record CommitmentView(
    Guid Id,
    string Reference,
    string? Letter,
    string Text,
    string MadeBy,
    OutcomeStatus Status,
    bool Overdue,
    DueView DueDate,
    IReadOnlyList<OutcomeView> Outcomes,
    DateOnly KnownOn,
    string? Source,
    SharingLevel Sharing
)
{
    public static CommitmentView Of(Commitment c, DateOnly asAt) =>
        new(
            c.Id,
            c.Reference,
            c.Letter,
            c.Text,
            c.MadeBy,
            c.StatusAsAt(asAt),
            c.IsOverdue(asAt),
            DueView.Of(c, asAt),
            OutcomeView.AllOf(c.Outcomes, asAt),
            c.KnownOn,
            c.Source,
            c.Sharing
        );
}

/// <summary>What was committed to, in letters and elsewhere.</summary>
public static class CommitmentEndpoints
{
    public static void MapCommitments(this RouteGroupBuilder root)
    {
        var clock = ((IEndpointRouteBuilder)root).ServiceProvider.GetRequiredService<TimeProvider>();
        var group = root.MapGroup("/commitments").WithTags("Commitments");
        group
            .MapGet("", List)
            .AllowAnonymous()
            .Produces<Page<CommitmentView>>()
            .WithSummary("Commitments in order of reference, as at a date.");
        group.MapGet("/{id:guid}", One).AllowAnonymous().Produces<CommitmentView>();
        group
            .MapGet(
                "/export.csv",
                (PoliceActionPlanDb db, CurrentUser user, DateOnly? asAt) =>
                {
                    var at = asAt ?? clock.Today();
                    var commitments = db.Commitments.ReadableBy(user, at).OrderBy(c => c.Reference).AsAsyncEnumerable();
                    return CsvExport.Of(commitments.Select(c => CommitmentRow.Of(c, at)), "commitments.csv");
                }
            )
            .AllowAnonymous();
        group.MapPost("", Record).RequireAuthorization(Can.KeepRegisters).Idempotent().Produces<CommitmentView>(201).ProducesProblem(422);
        group
            .MapPut("/{id:guid}", Correct)
            .RequireAuthorization(Can.KeepRegisters)
            .RequireIfMatch()
            .Produces<CommitmentView>()
            .ProducesProblem(422);
        group
            .MapPost("/{id:guid}/outcomes", Answer)
            .RequireAuthorization(Can.KeepRegisters)
            .Idempotent()
            .Produces<CommitmentView>()
            .ProducesProblem(422)
            .WithSummary("Records what became of the commitment.");
        group
            .MapPost(
                "/{id:guid}/due-date",
                (Guid id, MoveDueDate move, PoliceActionPlanDb db, HttpContext http) =>
                    db.ChangeAsync<Commitment, CommitmentView>(
                        http,
                        id,
                        c => c.MoveDue(move.To, move.Reason, clock.Today(), clock.GetUtcNow()),
                        c => CommitmentView.Of(c, clock.Today()),
                        "commitment"
                    )
            )
            .RequireAuthorization(Can.KeepRegisters)
            .RequireIfMatch()
            .Produces<CommitmentView>()
            .ProducesProblem(422);
        group
            .MapImport<CommitmentRow>("commitments", (batch, db, today, ct) => CommitmentRow.Apply(batch, db, clock, today, ct))
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
        bool? overdue,
        DateOnly? asAt
    )
    {
        var at = asAt ?? clock.Today();
        var commitments = db.Commitments.ReadableBy(user, at).WithStatus(status?.Value, at);
        commitments = overdue == true ? commitments.OverdueAsAt(at) : commitments;
        if (!string.IsNullOrWhiteSpace(q))
        {
            var like = $"%{Like.Escape(q)}%";
            commitments = commitments.Where(c =>
                EF.Functions.ILike(c.Text, like, @"\")
                || EF.Functions.ILike(c.MadeBy, like, @"\")
                || EF.Functions.ILike(c.Reference, like, @"\")
            );
        }

        if (letter is not null)
        {
            commitments = commitments.Where(c => c.Letter == letter);
        }

        return TypedResults.Ok(await commitments.ToPageAsync(c => c.Reference, page, c => CommitmentView.Of(c, at)));
    }

    private static Task<IResult> One(Guid id, PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        return db.Commitments.ReadableBy(user, at).OneAsync(id, c => CommitmentView.Of(c, at), "commitment");
    }

    private static Task<IResult> Record(CommitmentText text, PoliceActionPlanDb db, TimeProvider clock, ServiceIdentity service) =>
        db.EnterAsync(
            text,
            "PAP-COM",
            async reference =>
                await db.KnowsAsync<Letter>(text.Letter, "letter") is { IsOk: false } refused
                    ? refused
                    : Commitment.Record(
                        text with
                        {
                            Reference = reference,
                        },
                        await db.Letters.Where(l => l.Reference == text.Letter).Select(l => l.On).FirstOrDefaultAsync(),
                        clock.Today()
                    ),
            c => $"{service.Prefix}/commitments/{c.Id}",
            c => CommitmentView.Of(c, clock.Today())
        );

    private static Task<IResult> Correct(Guid id, CommitmentText text, PoliceActionPlanDb db, HttpContext http, TimeProvider clock) =>
        db.ChangeAsync<Commitment, CommitmentView>(
            http,
            id,
            async commitment =>
                await db.KnowsAsync<Letter>(text.Letter, "letter") is { IsOk: false } refused ? refused : commitment.Correct(text),
            c => CommitmentView.Of(c, clock.Today()),
            "commitment"
        );

    private static Task<IResult> Answer(Guid id, RecordOutcome outcome, PoliceActionPlanDb db, TimeProvider clock) =>
        db.AppendAsync<Commitment, CommitmentView>(
            id,
            commitment => commitment.Answer(outcome.Report, clock.Today(), clock.GetUtcNow()),
            c => CommitmentView.Of(c, clock.Today()),
            "commitment"
        );
}

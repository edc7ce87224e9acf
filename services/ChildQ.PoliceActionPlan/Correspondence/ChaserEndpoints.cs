using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Correspondence;

/// <summary>A proposed chaser as shown, as at a date.</summary>
/// <param name="Letter">Reference of the letter whose reply is overdue.</param>
/// <param name="SentAs">Reference of the letter as which it was sent.</param>
public sealed record ChaserView(
    Guid Id,
    string Reference,
    string Letter,
    DateOnly ReplyDue,
    string From,
    string To,
    string Subject,
    string Draft,
    ChaserStatus Status,
    DateOnly? ClosedOn,
    string? SentAs,
    string? DismissedBecause,
    DateOnly KnownOn
)
{
    public static ChaserView Of(Chaser c, DateOnly asAt)
    {
        var status = c.StatusAsAt(asAt);
        var closed = status != ChaserStatus.Proposed;
        return new(
            c.Id,
            c.Reference,
            c.Letter,
            c.ReplyDue,
            c.From,
            c.To,
            c.Subject,
            c.Draft,
            status,
            closed ? c.ClosedOn : null,
            closed ? c.SentAs : null,
            closed ? c.DismissedBecause : null,
            c.KnownOn
        );
    }
}

/// <summary>A request to put on record that a chaser went out.</summary>
/// <param name="On">London date on which it went; today unless said.</param>
/// <param name="Text">As it was sent; the draft unless said.</param>
/// <param name="ReplyDue">By when it asks for the reply; none where it names no day.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data in the text, and says that it belongs there.</param>
public sealed record SendChaser(
    DateOnly? On,
    [property: FreeText] string? Text,
    IReadOnlyList<string>? Signatories,
    DateOnly? ReplyDue,
    bool Confirmed = false
) : IFreeText;

/// <summary>A request to send no chaser.</summary>
public sealed record DismissChaser([property: FreeText] string? Reason, bool Confirmed = false) : IFreeText;

/// <summary>Chasers that the clock proposes. Only the lead sees them, and only the lead sends or dismisses them.</summary>
public static class ChaserEndpoints
{
    public static void MapChasers(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/chasers").WithTags("Chasers");
        group
            .MapGet("", List)
            .RequireAuthorization(Can.KeepRegisters)
            .Produces<Page<ChaserView>>()
            .WithSummary("Proposed chasers in order of reference, as at a date.");
        group.MapGet("/{id:guid}", One).RequireAuthorization(Can.KeepRegisters).Produces<ChaserView>();
        group
            .MapPost("/{id:guid}/sent", Send)
            .RequireAuthorization(Can.KeepRegisters)
            .RequireIfMatch()
            .Produces<ChaserView>()
            .ProducesProblem(422)
            .WithSummary("Puts on record that it was sent, as a letter of the thread. Nothing is sent by this.");
        group
            .MapPost("/{id:guid}/dismissal", Dismiss)
            .RequireAuthorization(Can.KeepRegisters)
            .RequireIfMatch()
            .Produces<ChaserView>()
            .ProducesProblem(422)
            .WithSummary("Sends none, with the reason.");
    }

    private static async Task<IResult> List(
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        Word<ChaserStatus>? status,
        DateOnly? asAt
    )
    {
        var at = asAt ?? clock.Today();
        var chasers = db.Chasers.ReadableBy(user, at);
        chasers = status?.Value switch
        {
            null => chasers,
            ChaserStatus.Proposed => chasers.Where(c => c.ClosedOn == null || c.ClosedOn > at),
            { } closed => chasers.Where(c => c.ClosedOn <= at && c.Status == closed),
        };
        return TypedResults.Ok(await chasers.ToPageAsync(c => c.Reference, page, c => ChaserView.Of(c, at)));
    }

    private static Task<IResult> One(Guid id, PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        return db.Chasers.ReadableBy(user, at).OneAsync(id, c => ChaserView.Of(c, at), "chaser");
    }

    private static async Task<IResult> Send(Guid id, SendChaser sent, PoliceActionPlanDb db, HttpContext http, TimeProvider clock)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var answer = await db.ChangeAsync<Chaser, ChaserView>(
            http,
            id,
            async chaser => await SendAsync(db, chaser, sent, clock.Today()),
            c => ChaserView.Of(c, clock.Today()),
            "chaser"
        );
        await transaction.CommitAsync();
        return answer;
    }

    private static async Task<Result> SendAsync(PoliceActionPlanDb db, Chaser chaser, SendChaser sent, DateOnly today)
    {
        var letter = await db.Letters.SingleAsync(l => l.Reference == chaser.Letter);
        if (!await db.Letters.Where(l => l.Id == letter.Id).Unanswered(db, today).AnyAsync())
        {
            return Rule.Broken("chaser/answered", "A reply has come meanwhile: dismiss this chaser.");
        }

        var reference = await db.NextReferenceAsync<Letter>("PAP-LET");
        var recorded = Letter.Record(
            new(
                reference,
                letter.Direction,
                sent.On ?? today,
                chaser.From,
                chaser.To,
                sent.Signatories ?? letter.Signatories,
                chaser.Subject,
                sent.Text ?? chaser.Draft,
                sent.ReplyDue,
                null,
                null,
                letter.Source,
                letter.Sharing
            ),
            today,
            letter.Awaits
        );
        if (!recorded.IsOk)
        {
            return recorded.Outcome;
        }

        var closed = chaser.Send(reference, today);
        if (closed.IsOk)
        {
            db.Add(recorded.Value);
        }

        return closed;
    }

    private static Task<IResult> Dismiss(Guid id, DismissChaser dismissed, PoliceActionPlanDb db, HttpContext http, TimeProvider clock) =>
        db.ChangeAsync<Chaser, ChaserView>(
            http,
            id,
            c => c.Dismiss(dismissed.Reason, clock.Today()),
            c => ChaserView.Of(c, clock.Today()),
            "chaser"
        );
}

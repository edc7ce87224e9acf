using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Correspondence;

/// <summary>The letters of the response.</summary>
public static class LetterEndpoints
{
    public static void MapLetters(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/letters").WithTags("Letters");
        group.MapGet("", List).AllowAnonymous().Produces<Page<LetterView>>().WithSummary("Letters in order of reference, as at a date.");
        group.MapGet("/{id:guid}", One).AllowAnonymous().Produces<LetterView>();
        group
            .MapGet(
                "/export.csv",
                (PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt) =>
                    CsvExport.Of(
                        db.Letters.ReadableBy(user, asAt ?? clock.Today())
                            .OrderBy(l => l.Reference)
                            .AsAsyncEnumerable()
                            .Select(LetterRow.Of),
                        "letters.csv"
                    )
            )
            .AllowAnonymous();
        group
            .MapGet("/{id:guid}/thread", Thread)
            .AllowAnonymous()
            .Produces<IReadOnlyList<LetterView>>()
            .WithSummary("The letters that belong together, in order: letter, chasers, replies.");
        group.MapPost("", Record).RequireAuthorization(Can.KeepRegisters).Idempotent().Produces<LetterView>(201).ProducesProblem(422);
        group
            .MapPut("/{id:guid}", Correct)
            .RequireAuthorization(Can.KeepRegisters)
            .RequireIfMatch()
            .Produces<LetterView>()
            .ProducesProblem(422);
        group.MapImport<LetterRow>("letters", LetterRow.Apply).RequireAuthorization(Can.Import);
    }

    private static async Task<IResult> List(
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        string? q,
        Word<Direction>? direction,
        bool? overdue,
        DateOnly? asAt
    )
    {
        var at = asAt ?? clock.Today();
        var letters = db.Letters.ReadableBy(user, at);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var like = $"%{Like.Escape(q)}%";
            letters = letters.Where(l =>
                EF.Functions.ILike(l.Subject, like, @"\")
                || EF.Functions.ILike(l.From, like, @"\")
                || EF.Functions.ILike(l.To, like, @"\")
                || EF.Functions.ILike(l.Reference, like, @"\")
            );
        }

        if (direction?.Value is { } way)
        {
            letters = letters.Where(l => l.Direction == way);
        }

        if (overdue == true)
        {
            letters = letters.Where(l => l.ReplyDue < at).Unanswered(db, at);
        }

        var found = await letters.ToPageAsync(l => l.Reference, page, l => l);
        var replies = await LetterReplies.ToAsync(db, user, found.Items);
        return TypedResults.Ok(new Page<LetterView>([.. found.Items.Select(l => LetterView.Of(l, at, replies))], found.Next));
    }

    private static async Task<IResult> One(Guid id, PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        if (await db.Letters.ReadableBy(user, at).FirstOrDefaultAsync(l => l.Id == id) is not { } letter)
        {
            return Problem.NotFound("letter");
        }

        return EntityTags.Ok(LetterView.Of(letter, at, await LetterReplies.ToAsync(db, user, [letter])), letter.Version);
    }

    private static async Task<IResult> Thread(Guid id, PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        if (await db.Letters.ReadableBy(user, at).FirstOrDefaultAsync(l => l.Id == id) is not { } letter)
        {
            return Problem.NotFound("letter");
        }

        string[] thread = [.. await LetterReplies.ThreadAsync(db, letter)];
        var letters = await db.Letters.ReadableBy(user, at).Where(l => thread.Contains(l.Reference)).ToListAsync();
        var replies = await LetterReplies.ToAsync(db, user, letters);
        return TypedResults.Ok<IReadOnlyList<LetterView>>([
            .. letters
                .OrderBy(l => l.On ?? l.KnownOn)
                .ThenBy(l => l.Reference, StringComparer.Ordinal)
                .Select(l => LetterView.Of(l, at, replies)),
        ]);
    }

    private static Task<IResult> Record(LetterText text, PoliceActionPlanDb db, TimeProvider clock, ServiceIdentity service) =>
        db.EnterAsync(
            text,
            "PAP-LET",
            async reference =>
                await db.KnowsAsync<Letter>(text.InReplyTo, "inReplyTo") is { IsOk: false } refused
                    ? refused
                    : Letter.Record(text with { Reference = reference }, clock.Today()),
            l => $"{service.Prefix}/letters/{l.Id}",
            l => LetterView.Of(l, clock.Today(), [])
        );

    private static async Task<IResult> Correct(
        Guid id,
        LetterText text,
        PoliceActionPlanDb db,
        CurrentUser user,
        HttpContext http,
        TimeProvider clock
    )
    {
        var replies = await LetterReplies.ToAsync(db, user, await db.Letters.AsNoTracking().Where(l => l.Id == id).ToListAsync());
        return await db.ChangeAsync<Letter, LetterView>(
            http,
            id,
            async letter =>
                await db.KnowsAsync<Letter>(text.InReplyTo, "inReplyTo") is { IsOk: false } refused ? refused
                : await Circles.ClosesAsync(letter.Reference, text.InReplyTo, at => InReplyTo(db, at))
                    ? Rule.Broken("letter/answers-itself", Circles.Message, "inReplyTo")
                : letter.Correct(text, clock.Today()),
            l => LetterView.Of(l, clock.Today(), replies),
            "letter"
        );
    }

    private static Task<string?> InReplyTo(PoliceActionPlanDb db, string reference) =>
        db.Letters.Where(l => l.Reference == reference).Select(l => l.InReplyTo).FirstOrDefaultAsync();
}

using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Sharing;
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
            letters = letters.Where(l => l.ReplyDue < at && !db.Letters.Any(r => r.InReplyTo == l.Reference && r.KnownOn <= at));
        }

        var found = await letters.ToPageAsync(l => l.Reference, page, l => l);
        var replies = await RepliesTo(db, user, [.. found.Items.Select(l => l.Reference)]);
        return TypedResults.Ok(new Page<LetterView>([.. found.Items.Select(l => LetterView.Of(l, at, replies))], found.Next));
    }

    private static async Task<IResult> One(Guid id, PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        if (await db.Letters.ReadableBy(user, at).FirstOrDefaultAsync(l => l.Id == id) is not { } letter)
        {
            return Problem.NotFound("letter");
        }

        return EntityTags.Ok(LetterView.Of(letter, at, await RepliesTo(db, user, [letter.Reference])), letter.Version);
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
        var reference = await db.Letters.Where(l => l.Id == id).Select(l => l.Reference).FirstOrDefaultAsync();
        var replies = await RepliesTo(db, user, reference is null ? [] : [reference]);
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

    private static async Task<List<Reply>> RepliesTo(PoliceActionPlanDb db, CurrentUser user, List<string> letters)
    {
        var replies = await db.Letters.AsNoTracking().Where(l => l.InReplyTo != null && letters.Contains(l.InReplyTo)).ToListAsync();
        return replies.ConvertAll(r => new Reply(r.InReplyTo!, r.Reference, r.KnownOn, SharingRules.MaySee(user.Principal, r)));
    }
}

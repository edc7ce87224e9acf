using ChildQ.PoliceActionPlan.Comparing;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Protocols;

/// <summary>A request to write the next draft.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="WhatChanged">What is new in it, and on whose word.</param>
/// <param name="On">London date on which it was written; today unless said.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data in it, and says that it belongs there.</param>
public sealed record WriteDraft(
    [property: FreeText] string? Text,
    [property: FreeText] string? WhatChanged,
    DateOnly? On,
    bool Confirmed = false
) : IFreeText;

/// <summary>One numbered text with its words.</summary>
/// <param name="Current">It is open for comment and endorsement.</param>
public sealed record DraftTextView(Guid ProtocolId, string Reference, ProtocolKind Kind, DraftView Draft, bool Current, string Text);

/// <summary>Two texts of a protocol, and what changed from one to the other, word by word.</summary>
public sealed record DraftComparisonView(DraftView From, DraftView To, IReadOnlyList<Words> Title, IReadOnlyList<Words> Text);

/// <summary>The numbered texts of a protocol: written by the lead, read by boards and partners, and by everyone once issued.</summary>
internal static class ProtocolDrafts
{
    public static void MapProtocolDrafts(this RouteGroupBuilder group)
    {
        group
            .MapPost("/{id:guid}/drafts", Write)
            .RequireAuthorization(Can.KeepRegisters)
            .RequireIfMatch()
            .Produces<ProtocolView>()
            .ProducesProblem(422)
            .WithSummary("Writes the next draft, open for comment and endorsement; endorsements of the one before count no longer.");
        group
            .MapGet("/{id:guid}/drafts/{number:int}", One)
            .AllowAnonymous()
            .Produces<DraftTextView>()
            .ProducesProblem(404)
            .WithSummary("A draft with its words: boards and partners read each, everyone what was issued, as at a date.");
        group
            .MapGet("/{id:guid}/drafts/{number:int}/text", Text)
            .AllowAnonymous()
            .Produces<string>(200, "text/plain")
            .ProducesProblem(404)
            .WithSummary("Title, empty line and text: the very bytes whose SHA-256 is the draft's hash.");
        group
            .MapGet("/{id:guid}/drafts/comparison", Compare)
            .AllowAnonymous()
            .Produces<DraftComparisonView>()
            .ProducesProblem(404)
            .WithSummary("What changed from one draft, by number, to another, word by word.");
    }

    private static Task<IResult> Write(Guid id, WriteDraft request, PoliceActionPlanDb db, HttpContext http, TimeProvider clock) =>
        db.ChangeAsync<Protocol, ProtocolView>(
            http,
            id,
            p =>
            {
                var written = p.WriteDraft(new(request.Text, request.WhatChanged, request.On), clock.Today(), clock.GetUtcNow());
                if (written.IsOk)
                {
                    db.Add(written.Value);
                }

                return written.Outcome;
            },
            p => ProtocolView.ForLead(p, clock.Today()),
            "protocol"
        );

    private static async Task<IResult> One(
        Guid id,
        int number,
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        DateOnly? asAt,
        CancellationToken ct
    )
    {
        var at = asAt ?? clock.Today();
        return await ReadAsync(db, user, id, at, [number], ct) is ({ } p, [var text])
            ? TypedResults.Ok(
                new DraftTextView(
                    p.Id,
                    p.Reference,
                    p.Kind,
                    DraftView.Of(p, p.Drafts.Single(d => d.Number == number), at),
                    p.CurrentDraftAsAt(at)?.Number == number && p.StageAsAt(at)?.Status != ProtocolStatus.Published,
                    text.Text
                )
            )
            : Problem.NotFound("draft");
    }

    private static async Task<IResult> Text(
        Guid id,
        int number,
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        DateOnly? asAt,
        CancellationToken ct
    ) =>
        await ReadAsync(db, user, id, asAt ?? clock.Today(), [number], ct) is (_, [var text])
            ? TypedResults.Text(text.Canonical, "text/plain")
            : Problem.NotFound("draft");

    private static async Task<IResult> Compare(
        Guid id,
        int from,
        int to,
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        DateOnly? asAt,
        CancellationToken ct
    )
    {
        var at = asAt ?? clock.Today();
        var (protocol, texts) = await ReadAsync(db, user, id, at, [from, to], ct);
        if (protocol is null || texts.Find(t => t.Number == from) is not { } was || texts.Find(t => t.Number == to) is not { } now)
        {
            return Problem.NotFound("draft");
        }

        var (earlier, later) = (protocol.Drafts.Single(d => d.Number == from), protocol.Drafts.Single(d => d.Number == to));
        return TypedResults.Ok(
            new DraftComparisonView(
                DraftView.Of(protocol, earlier, at),
                DraftView.Of(protocol, later, at),
                Words.Compare(earlier.Title, later.Title),
                Words.Compare(was.Text, now.Text)
            )
        );
    }

    /// <summary>Those of the drafts that this caller may read, as at a date, with the protocol they are of.</summary>
    private static async Task<(Protocol? Protocol, List<DraftText> Texts)> ReadAsync(
        PoliceActionPlanDb db,
        CurrentUser user,
        Guid id,
        DateOnly asAt,
        IReadOnlyList<int> numbers,
        CancellationToken ct
    )
    {
        if (await db.Protocols.ReadableBy(user, asAt).FirstOrDefaultAsync(p => p.Id == id, ct) is not { } protocol)
        {
            return (null, []);
        }

        var all = user.ReadsDrafts();
        var readable = protocol
            .Drafts.Where(d => numbers.Contains(d.Number) && d.KnownOn <= asAt && (all || protocol.IsIssuedAsAt(d.Number, asAt)))
            .Select(d => d.Number)
            .ToList();
        return (protocol, await db.DraftTexts.AsNoTracking().Where(t => t.ProtocolId == id && readable.Contains(t.Number)).ToListAsync(ct));
    }
}

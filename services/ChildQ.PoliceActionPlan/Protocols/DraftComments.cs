using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Protocols;

/// <summary>A request to comment on the current draft.</summary>
/// <param name="DraftHash">Of the draft that was read.</param>
/// <param name="About">What in it; none where it is about the whole.</param>
/// <param name="Class">For which class of stakeholder; needed where the lead records it on their behalf.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data in the text, and says that it belongs there.</param>
public sealed record CommentOnDraft(
    string? DraftHash,
    [property: FreeText] string? Text,
    [property: FreeText] string? About,
    StakeholderClass? Class,
    bool Confirmed = false
) : IFreeText;

/// <summary>A request to answer a comment.</summary>
/// <param name="TakenUp">Whether the next draft takes it up.</param>
/// <param name="Answer">Why, or how.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data in the answer, and says that it belongs there.</param>
public sealed record AnswerDraftComment(bool? TakenUp, [property: FreeText] string? Answer, bool Confirmed = false) : IFreeText;

/// <summary>A comment on a draft as shown, as at a date.</summary>
/// <param name="Draft">Number of the draft.</param>
/// <param name="Organisation">Who commented; none where the lead recorded it on behalf of a class.</param>
/// <param name="TakenUp">None until it is answered.</param>
public sealed record DraftCommentView(
    Guid Id,
    int Draft,
    string DraftHash,
    string? About,
    string Text,
    StakeholderClass? Class,
    string? Organisation,
    DateOnly On,
    bool? TakenUp,
    string? Answer,
    DateOnly? AnsweredOn
)
{
    internal static DraftCommentView Of(DraftComment c, DateOnly asAt)
    {
        var answered = c.AnsweredOn <= asAt;
        return new(
            c.Id,
            c.Draft,
            c.DraftHash,
            c.About,
            c.Text,
            c.Class,
            c.Organisation,
            c.On,
            answered ? c.TakenUp : null,
            answered ? c.Answer : null,
            answered ? c.AnsweredOn : null
        );
    }
}

/// <summary>Comments on the drafts of a protocol, and the lead's answers. Boards and partners read them.</summary>
internal static class DraftComments
{
    public static void MapDraftComments(this RouteGroupBuilder group)
    {
        group
            .MapGet("/{id:guid}/comments", List)
            .RequireAuthorization(Can.ReadDrafts)
            .Produces<Page<DraftCommentView>>()
            .WithSummary("Comments on the drafts, or on one of them, oldest first, as at a date.");
        group
            .MapPost("/{id:guid}/comments", Comment)
            .RequireAuthorization(Can.CommentOnProtocols)
            .Idempotent()
            .Produces<DraftCommentView>(201)
            .ProducesProblem(422)
            .WithSummary("Comments on the current draft: a community partner, or the lead on behalf of a class of stakeholder.");
        group
            .MapPost("/{id:guid}/comments/{comment:guid}/answer", Answer)
            .RequireAuthorization(Can.KeepRegisters)
            .Idempotent()
            .Produces<DraftCommentView>()
            .ProducesProblem(422)
            .WithSummary("The lead says whether a comment is taken up, and why.");
    }

    private static async Task<IResult> List(
        Guid id,
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        int? draft,
        bool? answered,
        DateOnly? asAt
    )
    {
        var at = asAt ?? clock.Today();
        if (!await db.Protocols.ReadableBy(user, at).AnyAsync(p => p.Id == id, page.Http.RequestAborted))
        {
            return Problem.NotFound("protocol");
        }

        var comments = db.DraftComments.AsNoTracking().Where(c => c.ProtocolId == id && c.On <= at);
        if (draft is not null)
        {
            comments = comments.Where(c => c.Draft == draft);
        }

        if (answered is not null)
        {
            comments = comments.Where(c => (c.AnsweredOn != null && c.AnsweredOn <= at) == answered);
        }

        return TypedResults.Ok(await comments.ToPageAsync(c => c.RecordedAt, page, c => DraftCommentView.Of(c, at)));
    }

    private static async Task<IResult> Comment(
        Guid id,
        CommentOnDraft request,
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        ServiceIdentity service,
        CancellationToken ct
    )
    {
        var today = clock.Today();
        if (await db.Protocols.ReadableBy(user, today).FirstOrDefaultAsync(p => p.Id == id, ct) is not { } protocol)
        {
            return Problem.NotFound("protocol");
        }

        // The lead records it on behalf, whatever organisation their token names.
        var onBehalf = user.Has(Roles.PolicePlanLead);
        if (!onBehalf && user.Organisation is null)
        {
            return Problem.Of(403, "comment/no-organisation", "Your sign-in does not say for which organisation you speak.");
        }

        return await db.SaveNew(
            DraftComment.Make(
                protocol,
                new(request.DraftHash, request.Text, request.About, request.Class),
                onBehalf ? null : user.Organisation,
                today,
                clock.GetUtcNow()
            ),
            c => $"{service.Prefix}/protocols/{id}/comments#{c.Id}",
            c => DraftCommentView.Of(c, today)
        );
    }

    private static Task<IResult> Answer(Guid id, Guid comment, AnswerDraftComment request, PoliceActionPlanDb db, TimeProvider clock) =>
        db.AppendAsync<DraftComment, DraftCommentView>(
            comment,
            c => c.Reply(request.TakenUp, request.Answer, clock.Today()),
            c => DraftCommentView.Of(c, clock.Today()),
            "comment",
            c => c.ProtocolId == id ? null : Problem.NotFound("comment")
        );
}

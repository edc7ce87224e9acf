using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Plan;

/// <summary>A request to comment on a version while it is being shaped.</summary>
/// <param name="About">Reference of the action or priority; none where it is about the whole.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data in the text, and says that it belongs there.</param>
public sealed record CommentOnPlan([property: FreeText] string? Text, string? About, bool Confirmed = false) : IFreeText;

/// <summary>A request to answer a comment.</summary>
/// <param name="Confirmed">The writer has seen what looks like personal data in the answer, and says that it belongs there.</param>
public sealed record AnswerComment([property: FreeText] string? Answer, bool Confirmed = false) : IFreeText;

/// <summary>Comments of community partners on a version that is being shaped, and the lead's answers. Boards and partners read them.</summary>
internal static class PlanComments
{
    public static void MapPlanComments(this RouteGroupBuilder group)
    {
        group
            .MapGet("/versions/{id:guid}/comments", List)
            .RequireAuthorization(Can.ReadDrafts)
            .Produces<Page<PlanCommentView>>()
            .WithSummary("Comments on a version, oldest first, as at a date.");
        group
            .MapPost("/versions/{id:guid}/comments", Comment)
            .RequireAuthorization(Can.Comment)
            .Idempotent()
            .Produces<PlanCommentView>(201)
            .ProducesProblem(422)
            .WithSummary("A community partner comments while the version is being shaped.");
        group
            .MapPost("/versions/{id:guid}/comments/{comment:guid}/answer", Answer)
            .RequireAuthorization(Can.KeepRegisters)
            .Idempotent()
            .Produces<PlanCommentView>()
            .ProducesProblem(422)
            .WithSummary("The lead says what became of a comment.");
    }

    private static async Task<IResult> List(
        Guid id,
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        DateOnly? asAt
    )
    {
        var at = asAt ?? clock.Today();
        return await db.VersionsReadableBy(user, at).AnyAsync(v => v.Id == id, page.Http.RequestAborted)
            ? TypedResults.Ok(
                await db
                    .PlanComments.AsNoTracking()
                    .Where(c => c.PlanVersionId == id && c.On <= at)
                    .ToPageAsync(c => c.RecordedAt, page, c => PlanCommentView.Of(c, at))
            )
            : Problem.NotFound("version of the plan");
    }

    private static async Task<IResult> Comment(
        Guid id,
        CommentOnPlan request,
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        ServiceIdentity service,
        CancellationToken ct
    )
    {
        var today = clock.Today();
        if (await db.VersionsReadableBy(user, today).FirstOrDefaultAsync(v => v.Id == id, ct) is not { } version)
        {
            return Problem.NotFound("version of the plan");
        }

        var content = PlanText.Read(await db.CanonicalAsync(version, today, ct));
        return await db.SaveNew(
            PlanComment.Make(version, content, request.Text, request.About, user.Organisation, today, clock.GetUtcNow()),
            c => $"{service.Prefix}/plan/versions/{id}/comments#{c.Id}",
            c => PlanCommentView.Of(c, today)
        );
    }

    private static Task<IResult> Answer(Guid id, Guid comment, AnswerComment request, PoliceActionPlanDb db, TimeProvider clock) =>
        db.AppendAsync<PlanComment, PlanCommentView>(
            comment,
            c => c.Reply(request.Answer, clock.Today()),
            c => PlanCommentView.Of(c, clock.Today()),
            "comment",
            c => c.PlanVersionId == id ? null : Problem.NotFound("comment")
        );
}

using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Statement;

/// <summary>One act as shown.</summary>
/// <param name="Commits">True for a commitment, false for a withdrawal.</param>
public sealed record StatementActView(StatementRole As, bool Commits, DateOnly On, DateOnly KnownOn, bool OnBehalf, string? Note);

/// <summary>Where a school is with the headteachers' statement, as at a date.</summary>
/// <param name="Id">The school's.</param>
/// <param name="Since">London date since which it stands; none while it does not.</param>
/// <param name="Missing">The offices that have yet to commit.</param>
public sealed record StatementView(
    Guid Id,
    int Urn,
    string School,
    bool Stands,
    DateOnly? Since,
    IReadOnlyList<StatementRole> Committed,
    IReadOnlyList<StatementRole> Missing,
    IReadOnlyList<StatementActView> Acts
)
{
    public static StatementView Of(SchoolRecord school, HeadteachersStatement? statement, DateOnly asAt)
    {
        IReadOnlyList<StatementRole> committed = [.. statement?.CommittedAsAt(asAt).Select(a => a.Role) ?? []];
        var since = statement?.StandsSince(asAt);
        return new(
            school.SchoolId,
            school.Urn,
            school.Details.Name,
            since is not null,
            since,
            committed,
            [.. HeadteachersStatement.Roles.Except(committed)],
            [
                .. (statement?.Acts ?? [])
                    .AsAt(asAt)
                    .Select(a => new StatementActView(a.Role, a.Commits, a.On, a.KnownOn, a.OnBehalf, a.Note)),
            ]
        );
    }
}

/// <summary>The headteachers' statement by school: a school commits for itself, the schools lead may record on its behalf.</summary>
public static class StatementEndpoints
{
    public static void MapStatements(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/statements").WithTags("Statement");
        group
            .MapGet("/{id:guid}", One)
            .RequireAuthorization(Can.ReadReceipts)
            .Produces<StatementView>()
            .ProducesProblem(404)
            .WithSummary(
                "Whether a school's statement stands, since when, and who has yet to commit, as at a date. The id is the school's."
            );
        group
            .MapPost("/{id:guid}/commitments", Commit)
            .RequireAuthorization(Can.RecordForSchool)
            .Idempotent()
            .Produces<StatementView>()
            .ProducesProblem(404)
            .ProducesProblem(422)
            .WithSummary("Head, executive lead or chair of governors commits, with commitment to pupil and parent voice.");
        group
            .MapPost("/{id:guid}/withdrawals", Withdraw)
            .RequireAuthorization(Can.RecordForSchool)
            .Idempotent()
            .Produces<StatementView>()
            .ProducesProblem(404)
            .ProducesProblem(422)
            .WithSummary("One of the three withdraws, with the reason; what was so before stays on record.");
    }

    private static async Task<IResult> One(Guid id, SchoolsDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        return await db.ProgressVisibleTo(user, at).FirstOrDefaultAsync(r => r.SchoolId == id) is not { } school
            ? Problem.NotFound("school")
            : TypedResults.Ok(
                StatementView.Of(
                    school,
                    await db.Set<HeadteachersStatement>().AsNoTracking().FirstOrDefaultAsync(s => s.SchoolId == id),
                    at
                )
            );
    }

    private static Task<IResult> Commit(Guid id, Commitment commitment, SchoolsDb db, CurrentUser user, TimeProvider clock) =>
        db.AppendAsync(
            user,
            id,
            HeadteachersStatement.Of,
            s => s.Commit(commitment, !user.SpeaksFor(s.School), new(commitment.On, clock.Today(), clock.GetUtcNow())),
            s => Now(s, clock)
        );

    private static Task<IResult> Withdraw(Guid id, Withdrawal withdrawal, SchoolsDb db, CurrentUser user, TimeProvider clock) =>
        db.AppendAsync(
            user,
            id,
            HeadteachersStatement.Of,
            s => s.Withdraw(withdrawal, !user.SpeaksFor(s.School), new(withdrawal.On, clock.Today(), clock.GetUtcNow())),
            s => Now(s, clock)
        );

    private static Microsoft.AspNetCore.Http.HttpResults.Ok<StatementView> Now(HeadteachersStatement statement, TimeProvider clock) =>
        TypedResults.Ok(StatementView.Of(SchoolRecord.Current(statement.School), statement, clock.Today()));
}

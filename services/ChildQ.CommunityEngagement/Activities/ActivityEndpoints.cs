using ChildQ.CommunityEngagement.Registers;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Sharing;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.CommunityEngagement.Activities;

/// <summary>A request to record that an activity was held.</summary>
/// <param name="On">London date; that for which it was planned unless said.</param>
public sealed record ActivityHeld(DateOnly? On, bool? IndependentlyFacilitated);

/// <summary>The engagement activities: one that is restricted is itself not there for those who may not see it.</summary>
public static class ActivityEndpoints
{
    public static void MapActivities(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/activities").WithTags("Activities");
        group
            .MapGet("", List)
            .AllowAnonymous()
            .Produces<Page<ActivityView>>()
            .WithSummary("The activities that the caller may see, in order of reference, as at a date.");
        group.MapGet("/{id:guid}", One).AllowAnonymous().Produces<ActivityView>();
        group.MapGet("/export.csv", Export).AllowAnonymous().WithSummary("The activities that the caller may see as CSV, as at a date.");
        group.MapPost("", Record).RequireAuthorization(Can.KeepActivities).Idempotent().Produces<ActivityView>(201).ProducesProblem(422);
        group
            .MapPut("/{id:guid}", Correct)
            .RequireAuthorization(Can.KeepActivities)
            .RequireIfMatch()
            .Produces<ActivityView>()
            .ProducesProblem(422);
        group
            .MapPost("/{id:guid}/held", Hold)
            .RequireAuthorization(Can.KeepActivities)
            .RequireIfMatch()
            .Produces<ActivityView>()
            .ProducesProblem(422)
            .WithSummary("Records that a planned activity was held.");
        group.MapImport<ActivityRow>("activities", ActivityRow.Apply).RequireAuthorization(Can.Import);
    }

    private static IQueryable<Activity> Readable(CommunityEngagementDb db, CurrentUser user, DateOnly asAt) =>
        db.Activities.AsNoTracking().Where(SharingRules.VisibleTo<Activity>(user.Principal)).Where(a => a.KnownOn <= asAt);

    private static async Task<IResult> List(
        CommunityEngagementDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        string? q,
        Word<ActivityKind>? kind,
        Word<ActivityStatus>? status,
        DateOnly? asAt
    )
    {
        var at = asAt ?? clock.Today();
        var activities = Readable(db, user, at);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var like = $"%{Like.Escape(q)}%";
            activities = activities.Where(a =>
                EF.Functions.ILike(a.Title, like, @"\")
                || EF.Functions.ILike(a.Reference, like, @"\")
                || EF.Functions.ILike(a.ForWhom!, like)
            );
        }

        if (kind is { Value: var wanted })
        {
            activities = activities.Where(a => a.Kind == wanted);
        }

        activities = status?.Value switch
        {
            ActivityStatus.Held => activities.Where(a => a.HeldKnownOn <= at),
            ActivityStatus.Planned => activities.Where(a => a.HeldKnownOn == null || a.HeldKnownOn > at),
            _ => activities,
        };
        return TypedResults.Ok(await activities.ToPageAsync(a => a.Reference, page, a => ActivityView.Of(a, user, at)));
    }

    private static Task<IResult> One(Guid id, CommunityEngagementDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        return Readable(db, user, at).OneAsync(id, a => ActivityView.Of(a, user, at), "activity");
    }

    private static CsvFile<ActivityRow> Export(CommunityEngagementDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        var activities = Readable(db, user, at).OrderBy(a => a.Reference).AsAsyncEnumerable();
        return CsvExport.Of(activities.Select(a => ActivityRow.Of(a, at)), "activities.csv");
    }

    private static async Task<IResult> Record(
        ActivityText text,
        CommunityEngagementDb db,
        CurrentUser user,
        TimeProvider clock,
        ServiceIdentity service
    )
    {
        if (!user.IsLead() && text.Reference is not null)
        {
            return Problem.Of(RandomReferences.Given);
        }

        return await db.SaveNew(
            Activity.Record(Entitled(text, user) with { Reference = text.Reference ?? RandomReferences.New("ENG-ACT") }, clock.Today()),
            a => $"{service.Prefix}/activities/{a.Id}",
            a => ActivityView.Of(a, user, clock.Today())
        );
    }

    private static Task<IResult> Correct(
        Guid id,
        ActivityText text,
        CommunityEngagementDb db,
        CurrentUser user,
        HttpContext http,
        TimeProvider clock
    ) =>
        db.ChangeAsync<Activity, ActivityView>(
            id,
            user,
            http,
            activity => Task.FromResult(activity.Correct(Entitled(text, user), clock.Today())),
            a => ActivityView.Of(a, user, clock.Today()),
            "activity"
        );

    private static Task<IResult> Hold(
        Guid id,
        ActivityHeld held,
        CommunityEngagementDb db,
        CurrentUser user,
        HttpContext http,
        TimeProvider clock
    ) =>
        db.ChangeAsync<Activity, ActivityView>(
            id,
            user,
            http,
            activity => Task.FromResult(activity.Hold(held.On, held.IndependentlyFacilitated, clock.Today())),
            a => ActivityView.Of(a, user, clock.Today()),
            "activity"
        );

    /// <summary>A facilitator keeps what they run themselves and hands it to nobody; the lead says who runs it.</summary>
    private static ActivityText Entitled(ActivityText text, CurrentUser user) =>
        user.IsLead() ? text : text with { FacilitatedBy = user.Id };
}

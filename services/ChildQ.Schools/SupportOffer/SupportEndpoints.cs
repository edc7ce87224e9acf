using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.SupportOffer;

/// <summary>The support offer by school, and where it is not consistent.</summary>
public static class SupportEndpoints
{
    public static void MapSupportOffers(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/support-offers").WithTags("Support offer");
        group
            .MapGet("/gaps", Gaps)
            .RequireAuthorization(Can.ReadEverySchoolsProgress)
            .Produces<IReadOnlyList<SupportGap>>()
            .WithSummary("For each offer the open schools to which it was never made, as at a date.");
        group
            .MapGet("/{id:guid}", One)
            .RequireAuthorization(Can.ReadReceipts)
            .Produces<SupportView>()
            .ProducesProblem(404)
            .WithSummary("What a school was offered and what became of it, as at a date. The id is the school's.");
        group
            .MapPost("/{id:guid}/changes", Change)
            .RequireAuthorization(Can.RecordForSchool)
            .Idempotent()
            .Produces<SupportView>()
            .ProducesProblem(404)
            .ProducesProblem(422)
            .WithSummary("An offer was made or ended (schools lead), taken up or declined (the school, or the lead for it).");
    }

    private static async Task<IResult> Gaps(SchoolsDb db, TimeProvider clock, DateOnly? asAt, CancellationToken ct)
    {
        var at = asAt ?? clock.Today();
        var schools = await db.RecordsAsAt(at).Open().OrderBy(r => r.Details.Name).ThenBy(r => r.Urn).ToListAsync(ct);
        var support = await db.Set<SchoolSupport>().AsNoTracking().ToDictionaryAsync(s => s.SchoolId, ct);
        var standings = schools.ConvertAll(s => (School: s, Offers: SupportStanding.Of(support.GetValueOrDefault(s.SchoolId), at)));
        return TypedResults.Ok(
            SchoolSupport
                .Offers.Select(offer =>
                {
                    var states = standings.ConvertAll(s => (s.School, s.Offers.Single(o => o.Support == offer).State));
                    var without = states.FindAll(s => s.State == SupportState.NotOffered);
                    return new SupportGap(
                        offer,
                        schools.Count,
                        schools.Count - without.Count,
                        states.Count(s => s.State == SupportState.TakenUp),
                        without.ConvertAll(s => new SchoolName(s.School.SchoolId, s.School.Urn, s.School.Details.Name))
                    );
                })
                .ToList()
        );
    }

    private static async Task<IResult> One(Guid id, SchoolsDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        return await db.ProgressVisibleTo(user, at).FirstOrDefaultAsync(r => r.SchoolId == id) is not { } school
            ? Problem.NotFound("school")
            : TypedResults.Ok(
                SupportView.Of(school, await db.Set<SchoolSupport>().AsNoTracking().FirstOrDefaultAsync(s => s.SchoolId == id), at)
            );
    }

    private static Task<IResult> Change(Guid id, SupportChange change, SchoolsDb db, CurrentUser user, TimeProvider clock) =>
        db.AppendAsync(
            user,
            id,
            SchoolSupport.Of,
            s => s.Record(change, !user.Has(Roles.SchoolsLead), new(change.On, clock.Today(), clock.GetUtcNow())),
            s => TypedResults.Ok(SupportView.Of(SchoolRecord.Current(s.School), s, clock.Today()))
        );
}

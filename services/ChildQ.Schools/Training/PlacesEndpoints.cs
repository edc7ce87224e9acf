using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Problems;

namespace ChildQ.Schools.Training;

/// <summary>
/// The places of a session: a school books and gives back for itself, the schools lead may on its behalf. What belongs to another school is
/// answered like what is not there.
/// </summary>
public static class PlacesEndpoints
{
    public static void MapPlaces(this RouteGroupBuilder group)
    {
        group
            .MapPost("/{id:guid}/bookings", Book)
            .RequireAuthorization(Can.BookTraining)
            .Idempotent()
            .Produces<TrainingBookingView>(201)
            .ProducesProblem(404)
            .ProducesProblem(422)
            .WithSummary("A school asks for places for a role: given at once where so many are free, else on the waiting list.");
        group
            .MapPost("/{id:guid}/bookings/{booking:guid}/return", GiveBack)
            .RequireAuthorization(Can.BookTraining)
            .Idempotent()
            .Produces<TrainingView>()
            .ProducesProblem(404)
            .ProducesProblem(422)
            .WithSummary("A school gives places back, all or some; the waiting list moves up by itself.");
        group
            .MapPost("/{id:guid}/attendance", Attend)
            .RequireAuthorization(Can.KeepSchools)
            .Idempotent()
            .Produces<TrainingView>()
            .ProducesProblem(404)
            .ProducesProblem(422)
            .WithSummary("How many of each booking's places were attended. Recorded again, it corrects.");
    }

    private static Task<IResult> Book(
        Guid id,
        PlacesAsked asked,
        SchoolsDb db,
        CurrentUser user,
        TimeProvider clock,
        ServiceIdentity service
    ) =>
        db.HoldingAsync(
            id,
            async session =>
            {
                if (await db.SchoolKeptByAsync(user, asked.Urn) is not { } school)
                {
                    return Problem.NotFound("school");
                }

                var moment = Moment.Of(clock);
                var names = await db.NamesForAsync(user, moment.Today);
                var booked = session.Book(school, asked, moment);
                return await db.SaveAfter(
                    booked.Outcome,
                    () =>
                        TypedResults.Created(
                            $"{service.Prefix}/training/{session.Id}",
                            new TrainingShown(user, moment, moment.Today, names).View(session, booked.Value)
                        )
                );
            }
        );

    private static Task<IResult> GiveBack(
        Guid id,
        Guid booking,
        PlacesReturned returned,
        SchoolsDb db,
        CurrentUser user,
        TimeProvider clock
    ) =>
        db.HoldingAsync(
            id,
            async session =>
                session.Bookings.FirstOrDefault(b => b.Id == booking) is { } own && user.KeepsFor(own.Urn)
                    ? await db.SaidAsync(session, session.GiveBack(own, returned.Places, Moment.Of(clock)), user, clock)
                    : Problem.NotFound("booking")
        );

    private static Task<IResult> Attend(Guid id, AttendanceRecorded recorded, SchoolsDb db, CurrentUser user, TimeProvider clock) =>
        db.HoldingAsync(id, s => db.SaidAsync(s, s.Record(recorded.Attendance ?? [], Moment.Of(clock)), user, clock));
}

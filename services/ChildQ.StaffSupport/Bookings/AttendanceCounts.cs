using System.Globalization;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Suppression;
using ChildQ.ServiceDefaults.Time;
using ChildQ.StaffSupport.Sessions;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.StaffSupport.Bookings;

/// <summary>
/// How many people had places at the sessions of a quarter that is over, by kind of session: the only count of bookings there is. Each person
/// counts once in each kind. A table is never of a quarter still running, and stands by itself, so that no two tables, read on different
/// days, give a small number by subtraction.
/// </summary>
public static class AttendanceCounts
{
    public static void MapAttendanceCounts(this RouteGroupBuilder group) =>
        group
            .MapGet("/sessions/attendance", Count)
            .RequireAuthorization(Can.ReadCounts)
            .Produces<SuppressedTable>()
            .ProducesProblem(422)
            .WithSummary("People with places at the sessions of a past calendar quarter, by kind, small numbers suppressed.");

    private static async Task<IResult> Count(int year, int quarter, StaffSupportDb db, SmallNumbers small, TimeProvider clock)
    {
        var check = new Check()
            .That(year is >= 2000 and <= 2200, "attendance/year", "Enter a year.", "year")
            .That(quarter is >= 1 and <= 4, "attendance/quarter", "A quarter is 1, 2, 3 or 4.", "quarter");
        if (check.Failed)
        {
            return Problem.Of(check.Result);
        }

        var first = new DateOnly(year, (3 * quarter) - 2, 1);
        var next = first.AddMonths(3);
        if (next > clock.Today())
        {
            return Problem.Of(
                422,
                "attendance/quarter-not-over",
                $"Counts of this quarter are shown from {next.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)} on."
            );
        }

        var people = await db
            .Bookings.Where(b => b.State == BookingState.Booked)
            .Join(
                db.Sessions.Where(s => s.StartsOn >= first && s.StartsOn < next && s.CancelledOn == null),
                b => b.SessionId,
                s => s.Id,
                (b, s) => new { s.Kind, b.BookedBy }
            )
            .Distinct()
            .GroupBy(p => p.Kind)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(c => c.Key, c => c.Count);
        return TypedResults.Ok(
            small.Suppress(
                CountTable.OneWay(
                    Enum.GetValues<SessionKind>().Select(kind => KeyValuePair.Create(Words(kind), people.GetValueOrDefault(kind)))
                )
            )
        );
    }

    private static string Words(SessionKind kind) =>
        kind switch
        {
            SessionKind.PeerListening => "Peer listening",
            SessionKind.SpecialistLed => "Specialist-led",
            SessionKind.DropIn => "Drop-in",
            SessionKind.QuestionAndAnswer => "Question and answer",
            _ => "Briefing",
        };
}

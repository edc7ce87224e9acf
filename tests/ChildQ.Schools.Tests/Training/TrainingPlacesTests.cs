using ChildQ.Contracts.Schools;
using ChildQ.Schools.Register;
using ChildQ.Schools.Training;
using static ChildQ.Schools.Tests.Training.Sessions;

namespace ChildQ.Schools.Tests.Training;

public sealed class TrainingPlacesTests
{
    private static readonly School[] Schools = [.. Enumerable.Range(100_001, 5).Select(Registered.OnPaper)];

    [Fact]
    public void Places_are_given_while_they_last_and_then_waited_for()
    {
        var session = OnPaper(A.Training(capacity: 3));

        var bookings = Schools.Take(3).Select(s => session.Booked(s, places: 2)).ToList();

        Assert.Equal([BookingState.Booked, BookingState.Waiting, BookingState.Waiting], bookings.Select(b => b.Standing.State));
        Assert.Equal([1, 2, 3], bookings.Select(b => b.Turn));
        Assert.Equal(1, session.PlacesFree);
    }

    [Fact]
    public void What_is_given_back_goes_to_the_first_in_line_that_it_is_enough_for()
    {
        var session = OnPaper(A.Training(capacity: 3));
        var first = session.Booked(Schools[0], places: 3);
        var (large, small, next) = (session.Booked(Schools[1], 3), session.Booked(Schools[2], 1), session.Booked(Schools[3], 1));

        Assert.Null(session.GiveBack(first, places: 1, At(15)).Refusal());

        Assert.Equal((BookingState.Booked, 2), (first.Standing.State, first.Standing.Places));
        Assert.Equal(
            [BookingState.Waiting, BookingState.Booked, BookingState.Waiting],
            new[] { large, small, next }.Select(b => b.Standing.State)
        );
        Assert.Equal(new DateOnly(2022, 6, 15), small.MovedUpOn(new(2022, 6, 15)));
        Assert.Null(small.MovedUpOn(new(2022, 6, 14)));
        Assert.Equal(BookingState.Waiting, small.AsAt(new(2022, 6, 14))!.State);
        Assert.Equal(Schools[2].Urn, Assert.Single(session.Events.OfType<TrainingWaitEnded>()).Urn);
    }

    [Fact]
    public void Whoever_asks_for_fewer_while_waiting_may_move_up_at_once()
    {
        var session = OnPaper(A.Training(capacity: 3));
        session.Booked(Schools[0], places: 2);
        var waiting = session.Booked(Schools[1], places: 3);

        Assert.Null(session.GiveBack(waiting, places: 2, At(15)).Refusal());

        Assert.Equal((BookingState.Booked, 1), (waiting.Standing.State, waiting.Standing.Places));
    }

    [Fact]
    public void More_places_go_to_those_who_wait_and_fewer_take_none_away()
    {
        var session = OnPaper(A.Training(capacity: 2));
        var bookings = Schools.Take(4).Select(s => session.Booked(s)).ToList();

        Assert.Null(session.Correct(A.Training(capacity: 3), At(15)).Refusal());
        Assert.Equal(3, bookings.Count(b => b.Standing.State == BookingState.Booked));
        Assert.Null(session.Correct(A.Training(capacity: 1), At(15)).Refusal());
        Assert.Equal(3, bookings.Count(b => b.Standing.State == BookingState.Booked));
        Assert.Equal(0, session.PlacesFree);
        Assert.Null(session.GiveBack(bookings[0], null, At(15)).Refusal());

        Assert.Equal(BookingState.Waiting, bookings[3].Standing.State);
    }

    [Fact]
    public void A_school_books_once_for_a_role_and_again_once_it_gave_back()
    {
        var session = OnPaper();
        var booking = session.Booked(Schools[0]);

        Assert.Equal("training/already-booked", Refused(session, Schools[0]));
        session.Booked(Schools[0], attendee: Attendee.Governor);
        Assert.Null(session.GiveBack(booking, null, At(15)).Refusal());
        Assert.Equal("training/given-back", session.GiveBack(booking, null, At(15)).Refusal());

        Assert.Equal(BookingState.Booked, session.Booked(Schools[0], places: 2).Standing.State);
    }

    [Fact]
    public void What_cannot_be_booked_says_why()
    {
        Assert.Equal("training/no-day-yet", Refused(OnPaper(A.Training() with { On = null, StartsAt = null, EndsAt = null }), Schools[0]));
        Assert.Equal("training/no-places-yet", Refused(OnPaper(A.Training(capacity: null)), Schools[0]));
        Assert.Equal("training/places", Refused(OnPaper(), Schools[0], places: 11));
        Assert.Equal("training/places", Refused(OnPaper(), Schools[0], places: 0));
        Assert.Equal("training/not-for", Refused(OnPaper(A.Training() with { ForWhom = [Attendee.Governor] }), Schools[0]));
        Assert.Equal("training/over", Refused(OnPaper(), Schools[0], moment: At(17, hour: 14)));
        var closed = School.Register(A.School().Closed(), new DateOnly(2022, 6, 14)).Value;
        Assert.Equal("school/not-open", Refused(OnPaper(), closed));
        var cancelled = OnPaper();
        cancelled.Cancel("Storm.", At(14));
        Assert.Equal("training/cancelled", Refused(cancelled, Schools[0]));
        var held = OnPaper();
        held.Record([], At(17, hour: 17));
        Assert.Equal("training/over", Refused(held, Schools[0], moment: At(18)));
    }

    [Fact]
    public void Nothing_is_given_back_after_it_has_begun()
    {
        var session = OnPaper();
        var booking = session.Booked(Schools[0], places: 2);

        Assert.Equal("training/over", session.GiveBack(booking, 1, At(17, hour: 14)).Refusal());
        Assert.Equal("training/places", session.GiveBack(booking, 3, At(15)).Refusal());
    }

    [Fact]
    public void Attendance_is_counted_by_booking_and_corrected_by_appending()
    {
        var session = OnPaper(A.Training(capacity: 4));
        var (one, two, waiting) = (session.Booked(Schools[0], 2), session.Booked(Schools[1], 2), session.Booked(Schools[2], 1));

        Assert.Equal("training/attendance", session.Record([new(one.Id, 3)], At(18)).Refusal());
        Assert.Equal("training/attendance", session.Record([new(waiting.Id, 1)], At(18)).Refusal());
        Assert.Equal("training/attendance", session.Record([new(one.Id, 1), new(one.Id, 2)], At(18)).Refusal());
        Assert.Null(session.Record([new(one.Id, 2)], At(18)).Refusal());
        Assert.Null(session.Record([new(two.Id, 1)], At(20)).Refusal());

        Assert.Equal((2, 1, null), (one.Standing.Attended, two.Standing.Attended, waiting.Standing.Attended));
        Assert.Equal(0, two.AsAt(new(2022, 6, 19))!.Attended);
        Assert.Equal(1, Assert.Single(session.Events.OfType<TrainingHeld>()).Schools);
        Assert.Equal(TrainingStatus.Planned, session.StatusAsAt(new(2022, 6, 17)));
    }

    private static string? Refused(TrainingSession session, School school, int places = 1, Moment? moment = null) =>
        session.Book(school, new(null, Attendee.Staff, places), moment ?? At(14)).Outcome.Refusal();
}

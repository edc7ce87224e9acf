using ChildQ.ServiceDefaults.Problems;
using ChildQ.StaffSupport.Bookings;
using ChildQ.StaffSupport.Sessions;

namespace ChildQ.StaffSupport.Tests.Bookings;

public sealed class BookingListTests
{
    private static readonly DateTime London = new(2022, 6, 14, 10, 0, 0);
    private static readonly DateTimeOffset Now = new(2022, 6, 14, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Whoever_comes_when_all_places_are_taken_waits_and_moves_up_in_order()
    {
        var list = ListOf(capacity: 2);
        var (first, second) = (Book(list, "a"), Book(list, "b"));
        var (third, fourth) = (Book(list, "c"), Book(list, "d"));

        list.GiveBack(first, London);

        Assert.Equal((BookingState.Booked, BookingState.Booked, BookingState.Waiting), (second.State, third.State, fourth.State));
        Assert.Equal((null, 1), (list.PlaceInLine(third), list.PlaceInLine(fourth)));
    }

    [Fact]
    public void Giving_back_a_turn_gives_nobody_a_place()
    {
        var list = ListOf(capacity: 1);
        Book(list, "a");
        var (waiting, next) = (Book(list, "b"), Book(list, "c"));

        list.GiveBack(waiting, London);

        Assert.Equal((BookingState.Waiting, 1), (next.State, list.PlaceInLine(next)));
    }

    [Fact]
    public void More_places_go_to_those_who_wait_before_anybody_new()
    {
        var session = SessionOf(capacity: 1);
        var bookings = new List<Booking>();
        var before = new BookingList(session, bookings);
        var (_, waiting) = (Book(before, "a"), Book(before, "b"));
        session.Correct(A.Session() with { Capacity = 2 }, "lead", A.Today);

        var newcomer = Book(new BookingList(session, before.Bookings), "c");

        Assert.Equal((BookingState.Booked, BookingState.Waiting), (waiting.State, newcomer.State));
    }

    [Fact]
    public void Fewer_places_take_nobodys_place_away()
    {
        var session = SessionOf(capacity: 3);
        var list = new BookingList(session, []);
        Booking[] all = [Book(list, "a"), Book(list, "b"), Book(list, "c")];

        session.Correct(A.Session() with { Capacity = 1 }, "lead", A.Today);
        list.MoveUp(London);
        list.GiveBack(all[0], London);

        Assert.All(all[1..], b => Assert.Equal(BookingState.Booked, b.State));
        Assert.Equal(BookingState.Waiting, Book(list, "d").State);
    }

    [Fact]
    public void A_person_books_a_session_once()
    {
        var list = ListOf(capacity: 5);
        Book(list, "a");

        Assert.Equal(["booking/already-booked"], Types(list.Book("a", London, Now).Outcome));
    }

    [Fact]
    public void A_session_without_a_day_takes_no_bookings() =>
        Assert.Equal(
            ["booking/no-day-yet"],
            Types(BookingList.TakesBookings(Session(A.Session() with { StartsOn = null, StartsAt = null, EndsAt = null }), London))
        );

    [Fact]
    public void A_session_without_places_takes_no_bookings() =>
        Assert.Equal(["booking/none-needed"], Types(BookingList.TakesBookings(Session(A.Session() with { Capacity = null }), London)));

    [Fact]
    public void A_cancelled_session_takes_no_bookings()
    {
        var session = SessionOf(capacity: 5);
        session.Cancel("The room is flooded", A.Today);

        Assert.Equal(["booking/session-cancelled"], Types(BookingList.TakesBookings(session, London)));
    }

    [Theory]
    [InlineData(13, 59, true)]
    [InlineData(14, 0, false)]
    public void A_session_is_booked_and_given_back_until_it_begins(int hour, int minute, bool open)
    {
        var list = ListOf(capacity: 5);
        var booking = Book(list, "a");
        var at = new DateOnly(2022, 6, 20).ToDateTime(new TimeOnly(hour, minute));

        Assert.Equal(open, list.Book("b", at, Now).IsOk);
        Assert.Equal(open, list.GiveBack(booking, at).IsOk);
    }

    [Fact]
    public void A_session_without_a_time_begins_with_its_day()
    {
        var session = Session(A.Session() with { StartsAt = null, EndsAt = null });

        Assert.True(BookingList.TakesBookings(session, new DateTime(2022, 6, 19, 23, 59, 0)).IsOk);
        Assert.False(BookingList.TakesBookings(session, new DateTime(2022, 6, 20, 0, 0, 0)).IsOk);
    }

    [Fact]
    public void A_booking_raises_no_event() => Assert.Empty(Book(ListOf(capacity: 1), "a").Events);

    private static Booking Book(BookingList list, string person) => list.Book(person, London, Now).Value;

    private static BookingList ListOf(int capacity) => new(SessionOf(capacity), []);

    private static SupportSession SessionOf(int capacity) => Session(A.Session() with { Capacity = capacity });

    private static SupportSession Session(SessionText text) => SupportSession.Schedule(text, "lead", A.Today).Value;

    private static IEnumerable<string> Types(Result refused) => refused.Broken.Select(b => b.Type);
}

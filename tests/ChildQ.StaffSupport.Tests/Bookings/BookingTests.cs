using System.Net;
using ChildQ.ServiceDefaults.Access;
using ChildQ.StaffSupport.Bookings;
using ChildQ.StaffSupport.Sessions;

namespace ChildQ.StaffSupport.Tests.Bookings;

public sealed class BookingTests(StaffSupportHost host) : IClassFixture<StaffSupportHost>, IAsyncLifetime
{
    private const string Sessions = "/api/staff-support/sessions";
    private const string Mine = "/api/staff-support/bookings/mine";

    public async ValueTask InitializeAsync() => await host.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Fifty_people_at_once_get_five_places_and_forty_five_turns_in_one_order()
    {
        var session = await ScheduleAsync(A.Session());

        var answers = await Task.WhenAll(Enumerable.Range(1, 50).Select(n => BookAsync(session, $"person-{n}")));

        Assert.Equal(5, answers.Count(b => b.State == BookingState.Booked));
        var list = await OfSessionAsync(session);
        Assert.Equal(50, list.Select(b => b.Person).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(5, list.Count(b => b.State == BookingState.Booked));
        Assert.Equal(Enumerable.Range(1, 45), list.Where(b => b.State == BookingState.Waiting).Select(b => b.PlaceInLine!.Value));
    }

    [Fact]
    public async Task One_person_who_asks_many_times_at_once_has_one_booking()
    {
        var session = await ScheduleAsync(A.Session());
        using var person = host.As(Roles.Staff, subject: "person-1");

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => person.PostAsync($"{Sessions}/{session}/bookings", content: null))
        );

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
        Assert.Equal(9, answers.Count(a => a.StatusCode == HttpStatusCode.UnprocessableEntity));
        Assert.Single(await person.GetAsync<List<MyBookingView>>(Mine));
    }

    [Fact]
    public async Task A_place_given_back_goes_to_the_first_who_waits()
    {
        var session = await ScheduleAsync(A.Session() with { Capacity = 1 });
        var first = await BookAsync(session, "person-1");
        await BookAsync(session, "person-2");
        await BookAsync(session, "person-3");

        using var given = await GiveBackAsync(first.Id, "person-1");

        Assert.Equal(HttpStatusCode.NoContent, given.StatusCode);
        Assert.Equal(["person-2 Booked", "person-3 Waiting"], (await OfSessionAsync(session)).Select(b => $"{b.Person} {b.State}"));
        using var gone = host.As(Roles.Staff, subject: "person-1");
        Assert.Empty(await gone.GetAsync<List<MyBookingView>>(Mine));
        using var moved = host.As(Roles.Staff, subject: "person-2");
        Assert.Equal(BookingState.Booked, Assert.Single(await moved.GetAsync<List<MyBookingView>>(Mine)).State);
    }

    [Fact]
    public async Task Places_given_back_and_taken_all_at_once_are_never_given_twice()
    {
        var session = await ScheduleAsync(A.Session());
        var held = await Task.WhenAll(Enumerable.Range(1, 10).Select(n => BookAsync(session, $"person-{n}")));
        var placed = (await OfSessionAsync(session)).Where(b => b.State == BookingState.Booked).Take(3).ToList();

        await Task.WhenAll([
            .. placed.Select(async b =>
            {
                using var answer = await GiveBackAsync(b.Id, b.Person);
                Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
            }),
            .. Enumerable.Range(11, 10).Select(n => (Task)BookAsync(session, $"person-{n}")),
        ]);

        var list = await OfSessionAsync(session);
        Assert.Equal(10, held.Length);
        Assert.Equal((5, 12), (list.Count(b => b.State == BookingState.Booked), list.Count(b => b.State == BookingState.Waiting)));
    }

    [Theory]
    [InlineData("correction")]
    [InlineData("import")]
    public async Task More_places_go_to_those_who_wait(string how)
    {
        var session = await ScheduleAsync(A.Session() with { Capacity = 1 });
        await BookAsync(session, "person-1");
        await BookAsync(session, "person-2");
        await BookAsync(session, "person-3");
        using var lead = host.As(Roles.StaffLead);

        using var answer =
            how == "correction"
                ? await lead.PutAsync($"{Sessions}/{session}", A.Session() with { Capacity = 2 })
                : await lead.ImportAsync(
                    "sessions",
                    (await lead.GetStringAsync($"{Sessions}/export.csv")).Replace(",1,", ",2,", StringComparison.Ordinal)
                );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            ["person-1 Booked", "person-2 Booked", "person-3 Waiting"],
            (await OfSessionAsync(session)).Select(b => $"{b.Person} {b.State}")
        );
    }

    [Fact]
    public async Task A_repeated_request_under_one_key_books_once_and_gets_the_same_answer()
    {
        var session = await ScheduleAsync(A.Session());
        using var person = host.As(Roles.Staff, subject: "person-1");
        person.DefaultRequestHeaders.Add("Idempotency-Key", "one");

        var first = await person
            .PostAsync($"{Sessions}/{session}/bookings", content: null)
            .ReadAsync<MyBookingView>(HttpStatusCode.Created);
        var again = await person
            .PostAsync($"{Sessions}/{session}/bookings", content: null)
            .ReadAsync<MyBookingView>(HttpStatusCode.Created);

        Assert.Equal(first.Id, again.Id);
        Assert.Single(await OfSessionAsync(session));
    }

    [Fact]
    public async Task A_person_sees_and_gives_back_their_own_bookings_only()
    {
        var session = await ScheduleAsync(A.Session());
        var booking = await BookAsync(session, "person-1");
        using var other = host.As(Roles.Staff, subject: "person-2");

        using var given = await GiveBackAsync(booking.Id, "person-2");

        Assert.Equal(HttpStatusCode.NotFound, given.StatusCode);
        Assert.Empty(await other.GetAsync<List<MyBookingView>>(Mine));
        Assert.Single(await OfSessionAsync(session));
    }

    [Fact]
    public async Task A_session_that_has_begun_is_neither_booked_nor_given_back()
    {
        var session = await ScheduleAsync(A.Session() with { StartsOn = A.Today, StartsAt = new(10, 30), EndsAt = null });
        var booking = await BookAsync(session, "person-1");
        var now = host.Clock.GetUtcNow();
        host.Clock.Advance(TimeSpan.FromMinutes(30));
        using var late = host.As(Roles.Staff, subject: "person-2");

        var booked = await late.PostAsync($"{Sessions}/{session}/bookings", content: null)
            .ProblemTypeAsync(HttpStatusCode.UnprocessableEntity);
        var given = await GiveBackAsync(booking.Id, "person-1").ProblemTypeAsync(HttpStatusCode.UnprocessableEntity);

        host.Clock.AdjustTime(now);
        Assert.Equal(("booking/session-has-begun", "booking/session-has-begun"), (booked, given));
    }

    private async Task<Guid> ScheduleAsync(SessionText text)
    {
        using var lead = host.As(Roles.StaffLead);
        return (await lead.SendJsonAsync(Sessions, text).ReadAsync<SessionView>(HttpStatusCode.Created)).Id;
    }

    private async Task<MyBookingView> BookAsync(Guid session, string person)
    {
        using var staff = host.As(Roles.Staff, subject: person);
        return await staff.PostAsync($"{Sessions}/{session}/bookings", content: null).ReadAsync<MyBookingView>(HttpStatusCode.Created);
    }

    private async Task<HttpResponseMessage> GiveBackAsync(Guid booking, string person)
    {
        using var staff = host.As(Roles.Staff, subject: person);
        return await staff.DeleteAsync($"/api/staff-support/bookings/{booking}");
    }

    private async Task<List<SessionBookingView>> OfSessionAsync(Guid session)
    {
        using var facilitator = host.As(Roles.Facilitator, subject: "facilitator-1");
        return await facilitator.GetAsync<List<SessionBookingView>>($"{Sessions}/{session}/bookings");
    }
}

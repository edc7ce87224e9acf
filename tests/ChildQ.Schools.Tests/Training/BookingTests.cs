using System.Net;
using ChildQ.Contracts.Schools;
using ChildQ.Schools.Training;
using ChildQ.ServiceDefaults.Access;
using ChildQ.Testing;
using static ChildQ.Schools.Tests.Training.Sessions;

namespace ChildQ.Schools.Tests.Training;

/// <summary>Places asked for, waited for and given back, each school for itself.</summary>
public sealed class BookingTests(SchoolsHost host) : IClassFixture<SchoolsHost>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await host.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_first_in_line_moves_up_by_itself_and_sees_it()
    {
        await using var told = await Ear<TrainingWaitEnded>.OpenAsync(host);
        var session = await host.AnnounceAsync(A.Training(capacity: 1));
        var (one, two) = (await host.RegisterAsync(A.School(100_001)), await host.RegisterAsync(A.School(100_002)));
        using var first = host.As(Roles.School, one.Urn);
        using var second = host.As(Roles.School, two.Urn);
        var place = await first.BookAsync(session.Id);
        var turn = await second.BookAsync(session.Id);

        await first.ReturnAsync(session.Id, place.Id).ReadAsync<TrainingView>();

        Assert.Equal((BookingState.Waiting, 1), (turn.State, turn.PlaceInLine));
        var own = Assert.Single((await second.GetAsync<SchoolTrainingView>($"{Address}/schools/{two.Urn}")).Bookings).Booking;
        Assert.Equal((BookingState.Booked, null, (DateOnly?)new DateOnly(2022, 6, 14)), (own.State, own.PlaceInLine, own.MovedUpOn));
        await Eventually.TrueAsync(() => Task.FromResult(told.Heard.Count == 1), "the end of the wait is told");
        Assert.Equal(two.Urn, told.Heard.Single().Urn);
    }

    [Fact]
    public async Task A_lead_books_on_a_schools_behalf_and_sees_every_booking()
    {
        var session = await host.AnnounceAsync();
        await host.RegisterAsync(A.School(100_001));
        await host.RegisterAsync(A.School(100_002));
        using var lead = host.As(Roles.SchoolsLead);
        using var school = host.As(Roles.School, 100_001);

        await lead.AskAsync(session.Id, urn: 100_002).ReadAsync<TrainingBookingView>(HttpStatusCode.Created);
        await school.BookAsync(session.Id, places: 3, Attendee.Governor);

        var bookings = await lead.BookingsAsync(session.Id);
        Assert.Equal([(100_002, 1), (100_001, 3)], bookings.Select(b => (b.Urn, b.Places)));
        Assert.Equal("not-found", await lead.AskAsync(session.Id).ProblemTypeAsync(HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task A_school_books_and_gives_back_its_own_only()
    {
        var session = await host.AnnounceAsync();
        await host.RegisterAsync(A.School(100_001));
        await host.RegisterAsync(A.School(100_002));
        using var own = host.As(Roles.School, 100_001);
        using var other = host.As(Roles.School, 100_002);
        var others = await other.BookAsync(session.Id);

        Assert.Equal("not-found", await own.AskAsync(session.Id, urn: 100_002).ProblemTypeAsync(HttpStatusCode.NotFound));
        Assert.Equal("not-found", await own.ReturnAsync(session.Id, others.Id).ProblemTypeAsync(HttpStatusCode.NotFound));
        Assert.Equal("not-found", await own.AskAsync(Guid.NewGuid()).ProblemTypeAsync(HttpStatusCode.NotFound));
        Assert.Empty(await own.BookingsAsync(session.Id));
    }

    [Fact]
    public async Task The_same_school_twice_is_told_so()
    {
        var session = await host.AnnounceAsync();
        await host.RegisterAsync(A.School());
        using var school = host.As(Roles.School, 100_001);
        await school.BookAsync(session.Id, places: 2);

        Assert.Equal("training/already-booked", await school.AskAsync(session.Id).RefusedAsync());

        using var lead = host.As(Roles.SchoolsLead);
        Assert.Equal(2, Assert.Single(await lead.BookingsAsync(session.Id)).Places);
    }

    [Theory]
    [InlineData(Roles.SchoolsLead)]
    [InlineData(Roles.School)]
    public async Task Whoever_speaks_for_police_neither_books_nor_sees(string role)
    {
        var session = await host.AnnounceAsync();
        await host.RegisterAsync(A.School());
        using var school = host.As(Roles.School, 100_001);
        await school.BookAsync(session.Id);
        using var police = host.As([role, Roles.PolicePartner], school: 100_001);

        using var asked = await police.AskAsync(session.Id, attendee: Attendee.Head, urn: 100_001);
        using var coverage = await police.GetAsync($"{Address}/coverage");
        using var ofSchool = await police.GetAsync($"{Address}/schools/100001");

        Assert.All(new[] { asked, coverage, ofSchool }, a => Assert.Equal(HttpStatusCode.Forbidden, a.StatusCode));
        var seen = await police.GetAsync<TrainingView>($"{Address}/{session.Id}");
        Assert.Empty(seen.Bookings);
        Assert.Equal((null, null), (seen.PlacesFree, seen.Waiting));
    }
}

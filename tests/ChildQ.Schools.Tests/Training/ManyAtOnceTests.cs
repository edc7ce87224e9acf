using System.Net;
using ChildQ.Schools.Training;
using ChildQ.ServiceDefaults.Access;
using static ChildQ.Schools.Tests.Training.Sessions;

namespace ChildQ.Schools.Tests.Training;

/// <summary>Fifty schools at the same moment: no place is given twice, and none is lost.</summary>
public sealed class ManyAtOnceTests(SchoolsHost host) : IClassFixture<SchoolsHost>, IAsyncLifetime
{
    private const int Places = 10;
    private static readonly int[] Urns = [.. Enumerable.Range(100_001, 50)];

    public async ValueTask InitializeAsync()
    {
        await host.ResetAsync();
        using var lead = host.As(Roles.SchoolsLead);
        foreach (var urn in Urns)
        {
            await host.RegisterAsync(A.School(urn));
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Fifty_ask_for_ten_places_and_ten_have_one_and_forty_wait_in_line()
    {
        var session = await host.AnnounceAsync(A.Training(Places));

        var answers = await EachAsync(school => school.AskAsync(session.Id));

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.Created, status));
        using var lead = host.As(Roles.SchoolsLead);
        var bookings = await lead.BookingsAsync(session.Id);
        Assert.Equal(Urns, bookings.Select(b => b.Urn).Order());
        Assert.Equal(Places, bookings.Count(b => b.State == BookingState.Booked));
        Assert.Equal(Enumerable.Range(1, 40), bookings.Where(b => b.State == BookingState.Waiting).Select(b => b.PlaceInLine!.Value));
        Assert.Equal(BookingState.Booked, bookings.Take(Places).Select(b => b.State).Distinct().Single());
    }

    [Fact]
    public async Task A_school_that_asks_fifty_times_at_once_has_one_booking()
    {
        var session = await host.AnnounceAsync(A.Training(Places));
        using var school = host.As(Roles.School, Urns[0]);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => StatusAsync(school.AskAsync(session.Id))));

        Assert.Equal(1, answers.Count(s => s == HttpStatusCode.Created));
        Assert.Equal(49, answers.Count(s => s == HttpStatusCode.UnprocessableEntity));
        using var lead = host.As(Roles.SchoolsLead);
        Assert.Single(await lead.BookingsAsync(session.Id));
    }

    [Fact]
    public async Task Some_give_back_while_others_ask_and_every_place_is_taken_once_in_the_lines_order()
    {
        var session = await host.AnnounceAsync(A.Training(Places));
        using var lead = host.As(Roles.SchoolsLead);
        foreach (var urn in Urns[..20])
        {
            using var school = host.As(Roles.School, urn);
            await school.BookAsync(session.Id);
        }

        var first = (await lead.BookingsAsync(session.Id)).ToDictionary(b => b.Urn);
        var answers = await EachAsync(school =>
            school.Urn switch
            {
                < 100_006 => school.Client.ReturnAsync(session.Id, first[school.Urn].Id),
                >= 100_011 and < 100_016 => school.Client.ReturnAsync(session.Id, first[school.Urn].Id),
                >= 100_021 => school.Client.AskAsync(session.Id),
                _ => school.Client.GetAsync($"{Address}/schools/{school.Urn}"),
            }
        );

        Assert.All(answers, status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Created, $"{status}"));
        var bookings = await lead.BookingsAsync(session.Id);
        Assert.Equal(Places, bookings.Where(b => b.State == BookingState.Booked).Sum(b => b.Places));
        Assert.Equal(10, bookings.Count(b => b.State == BookingState.GivenBack));
        Assert.Equal(30, bookings.Count(b => b.State == BookingState.Waiting));
        // Five places came free. Whoever moved up had waited longer than everybody who still waits.
        var waiting = bookings.Where(b => b.State == BookingState.Waiting).Select(b => bookings.ToList().IndexOf(b)).Min();
        Assert.All(
            bookings.Where(b => b.State == BookingState.Booked).Select(b => bookings.ToList().IndexOf(b)),
            turn => Assert.True(turn < waiting)
        );
    }

    private Task<HttpStatusCode[]> EachAsync(Func<HttpClient, Task<HttpResponseMessage>> act) => EachAsync(school => act(school.Client));

    private async Task<HttpStatusCode[]> EachAsync(Func<(int Urn, HttpClient Client), Task<HttpResponseMessage>> act)
    {
        var schools = Urns.Select(urn => (Urn: urn, Client: host.As(Roles.School, urn))).ToList();
        var answers = await Task.WhenAll(schools.Select(school => StatusAsync(act(school))));
        schools.ForEach(school => school.Client.Dispose());
        return answers;
    }

    private static async Task<HttpStatusCode> StatusAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        return answer.StatusCode;
    }
}

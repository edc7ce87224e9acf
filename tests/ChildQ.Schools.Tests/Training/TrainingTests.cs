using System.Net;
using System.Text.Json;
using ChildQ.Contracts.Schools;
using ChildQ.Schools.Governors;
using ChildQ.Schools.Training;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Time;
using ChildQ.Testing;
using static ChildQ.Schools.Tests.Training.Sessions;

namespace ChildQ.Schools.Tests.Training;

/// <summary>The public register: listed, kept, loaded and taken out.</summary>
public sealed class TrainingTests(SchoolsHost host) : IClassFixture<SchoolsHost>, IAsyncLifetime
{
    /// <summary>The clock goes on only: what a test needs lies so many days from it.</summary>
    private DateOnly Today => host.Clock.Today();

    public async ValueTask InitializeAsync() => await host.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Everyone_sees_what_is_held_for_schools_and_nothing_of_who_booked()
    {
        var (session, school) = (await host.AnnounceAsync(Later(10)), await host.RegisterAsync(A.School()));
        using var head = host.As(Roles.School, school.Urn);
        var booking = await head.BookAsync(session.Id, places: 10);
        using var anyone = host.Anonymous();
        using var councillor = host.As(Roles.Councillor);
        using var other = host.As(Roles.School, 100_002);

        foreach (var reader in new[] { anyone, councillor, other })
        {
            var text = await reader.GetStringAsync($"{Address}/{session.Id}");

            Assert.DoesNotContain($"{booking.Id}", text, StringComparison.Ordinal);
            Assert.DoesNotContain("100001", text, StringComparison.Ordinal);
            Assert.Contains("\"places\":\"full\"", text, StringComparison.Ordinal);
        }

        Assert.Null((await anyone.GetAsync<TrainingView>($"{Address}/{session.Id}")).PlacesFree);
        Assert.Equal(0, (await other.GetAsync<TrainingView>($"{Address}/{session.Id}")).PlacesFree);
        Assert.Equal("Sample School 100001", Assert.Single((await head.GetAsync<TrainingView>($"{Address}/{session.Id}")).Bookings).School);
    }

    [Fact]
    public async Task They_are_listed_by_day_and_narrowed()
    {
        await host.AnnounceAsync(Later(10, "SCH-TRA-102") with { On = Today.AddDays(6), Kind = TrainingKind.Conference });
        await host.AnnounceAsync(Later(10, "SCH-TRA-101"));
        await host.AnnounceAsync(
            Later(10, "SCH-TRA-103") with
            {
                On = null,
                StartsAt = null,
                EndsAt = null,
                ForWhom = [Attendee.Governor],
            }
        );
        await host.AnnounceAsync(
            Later(10, "SCH-TRA-104") with
            {
                On = Today.AddDays(-100),
                Topics = [Topic.Exclusions, Topic.Safeguarding],
            }
        );
        using var anyone = host.Anonymous();

        async Task<string> ListedAsync(string query) =>
            string.Join(' ', (await anyone.ListAsync<TrainingView>($"{Address}?{query}")).Select(s => s.Reference[^3..]));

        Assert.Equal("104 101 102 103", await ListedAsync(""));
        Assert.Equal("101 102 103", await ListedAsync("when=coming"));
        Assert.Equal("104", await ListedAsync("when=past"));
        Assert.Equal("102", await ListedAsync("kind=conference"));
        Assert.Equal("104", await ListedAsync("topic=safeguarding"));
        Assert.Equal("104 101 102", await ListedAsync("for=head"));
        Assert.Equal("103", await ListedAsync("q=tra-103"));
        Assert.Equal("104 101 102 103", await ListedAsync("status=planned"));
        Assert.Equal("", await ListedAsync("status=held"));
        Assert.Equal("", await ListedAsync($"asAt={Today.AddDays(-1):O}"));
        var first = await anyone.GetAsync<Page<TrainingView>>($"{Address}?take=3");
        var second = await anyone.GetAsync<Page<TrainingView>>($"{Address}?take=3&after={first.Next}");
        Assert.Equal(["SCH-TRA-103"], second.Items.Select(s => s.Reference));
    }

    [Fact]
    public async Task A_lead_corrects_moves_and_cancels_and_others_are_told()
    {
        await using var moved = await Ear<TrainingMoved>.OpenAsync(host);
        await using var cancelled = await Ear<TrainingCancelled>.OpenAsync(host);
        var session = await host.AnnounceAsync(Later(10));
        using var lead = host.As(Roles.SchoolsLead);
        var path = $"{Address}/{session.Id}";

        await lead.PutAsync(path, Later(10) with { Place = "Online" }).ReadAsync<TrainingView>();
        using var stale = await lead.PutAsync(path, Later(10), "\"1\"");
        var move = new TrainingMove(Today.AddDays(10), new(9, 0), null, "The hall was taken.");
        await lead.SendJsonAsync($"{path}/date", move).ReadAsync<TrainingView>();
        var off = await lead.SendJsonAsync($"{path}/cancellation", new TrainingCancellation("Too few schools.")).ReadAsync<TrainingView>();

        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Equal((TrainingStatus.Cancelled, "Too few schools.", "Online"), (off.Status, off.CancelledBecause, off.Place));
        Assert.Equal(((DateOnly?)Today.AddDays(3), (DateOnly?)Today.AddDays(10)), (off.FirstOn, off.On));
        await Eventually.TrueAsync(
            () => Task.FromResult(moved.Heard.Count == 1 && cancelled.Heard.Count == 1),
            "the move and the cancellation are told"
        );
        Assert.Equal("Training for schools cancelled: " + off.Title, cancelled.Heard.Single().Headline);
    }

    [Fact]
    public async Task Free_text_is_screened_before_it_is_kept()
    {
        using var lead = host.As(Roles.SchoolsLead);
        var named = Later(10) with { Detail = "Ask Mrs Smith, 07700 900123." };

        Assert.Equal("screening/likely-personal-data", await lead.SendJsonAsync(Address, named).RefusedAsync());
        await lead.SendJsonAsync(Address, named with { Confirmed = true }).ReadAsync<TrainingView>(HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_report_of_June_2022_is_loaded_whole_and_taken_out_as_it_was()
    {
        using var loader = host.As(Roles.DataLoader);
        var csv = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "training.csv"));

        var first = await loader.ImportAsync("training", csv).ReadAsync<ImportReport>();
        var again = await loader.ImportAsync("training", csv).ReadAsync<ImportReport>();
        using var anyone = host.Anonymous();
        var taken = await anyone.GetStringAsync($"{Address}/export.csv");
        var returned = await loader.ImportAsync("training", taken).ReadAsync<ImportReport>();

        Assert.Equal((11, 11, 0), (first.Rows, first.Created, first.Unchanged));
        Assert.Equal((0, 0, 11), (again.Created, again.Updated, again.Unchanged));
        Assert.Equal((0, 0, 11), (returned.Created, returned.Updated, returned.Unchanged));
        var known = await anyone.ListAsync<TrainingView>($"{Address}?asAt=2022-06-12");
        Assert.Equal("SCH-TRA-001", Assert.Single(known).Reference);
        Assert.Equal(TrainingStatus.Held, known[0].Status);
    }

    [Fact]
    public async Task More_places_in_a_file_go_to_those_who_wait_and_a_new_day_needs_its_reason()
    {
        var (session, school) = (await host.AnnounceAsync(Later(1)), await host.RegisterAsync(A.School()));
        using var loader = host.As(Roles.DataLoader);
        using var head = host.As(Roles.School, school.Urn);
        await head.BookAsync(session.Id, attendee: Attendee.Governor);
        var waiting = await head.BookAsync(session.Id);
        var csv = (await head.GetStringAsync($"{Address}/export.csv")).Replace(",1,24,", ",2,24,", StringComparison.Ordinal);

        var dry = await loader.ImportAsync("training", csv, dryRun: true).ReadAsync<ImportReport>();
        Assert.Equal(BookingState.Waiting, (await StateAsync()).State);
        await loader.ImportAsync("training", csv).ReadAsync<ImportReport>();
        var moved = csv.Replace($"{Today.AddDays(3):O}", $"{Today.AddDays(4):O}", StringComparison.Ordinal);
        var refused = await loader.ImportAsync("training", moved).ReadAsync<JsonElement>(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(1, dry.Updated);
        Assert.Equal((BookingState.Booked, (DateOnly?)Today), ((await StateAsync()).State, (await StateAsync()).MovedUpOn));
        Assert.Equal("on", Assert.Single(refused.GetProperty("problems").EnumerateArray()).GetProperty("column").GetString());

        async Task<TrainingBookingView> StateAsync() =>
            (await head.GetAsync<TrainingView>($"{Address}/{session.Id}")).Bookings.Single(b => b.Id == waiting.Id);
    }

    [Theory]
    [InlineData(Roles.School)]
    [InlineData(Roles.Councillor)]
    [InlineData(Roles.PolicePartner)]
    public async Task Only_the_lead_keeps_the_register(string role)
    {
        var session = await host.AnnounceAsync(Later(10));
        using var caller = host.As(role, school: 100_001);

        foreach (
            var (path, body) in new (string, object)[]
            {
                (Address, Later(5, "SCH-TRA-109")),
                ($"{Address}/{session.Id}/date", new TrainingMove(null, null, null, "So.")),
                ($"{Address}/{session.Id}/cancellation", new TrainingCancellation("So.")),
                ($"{Address}/{session.Id}/attendance", new AttendanceRecorded([])),
            }
        )
        {
            using var answer = await caller.SendJsonAsync(path, body);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_moved_day_is_shown_as_it_was_known()
    {
        var (before, session) = (Today, await host.AnnounceAsync(Later(10)));
        using var lead = host.As(Roles.SchoolsLead);
        host.Clock.Advance(TimeSpan.FromDays(1));
        await lead.SendJsonAsync($"{Address}/{session.Id}/date", new TrainingMove(Today.AddDays(20), null, null, "The hall was taken."))
            .ReadAsync<TrainingView>();

        var then = await lead.GetAsync<TrainingView>($"{Address}/{session.Id}?asAt={before:O}");
        var csv = await lead.GetStringAsync($"{Address}/export.csv?asAt={before:O}");

        Assert.Equal(before.AddDays(3), then.On);
        Assert.Empty(then.Moves);
        Assert.Contains($"{before.AddDays(3):O}", csv, StringComparison.Ordinal);
        Assert.DoesNotContain($"{before.AddDays(21):O}", csv, StringComparison.Ordinal);
    }

    private TrainingText Later(int? capacity, string reference = "SCH-TRA-101") =>
        A.Training(capacity, reference) with
        {
            On = Today.AddDays(3),
        };
}

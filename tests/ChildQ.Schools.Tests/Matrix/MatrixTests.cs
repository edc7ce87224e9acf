using ChildQ.Schools.Charter;
using ChildQ.Schools.Governors;
using ChildQ.Schools.Matrix;
using ChildQ.Schools.Statement;
using ChildQ.Schools.SupportOffer;
using ChildQ.Schools.Tests.Training;
using ChildQ.Schools.Training;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Time;

namespace ChildQ.Schools.Tests.Matrix;

public sealed class MatrixTests(SchoolsHost host) : IClassFixture<SchoolsHost>, IAsyncLifetime
{
    private const string Matrix = "/api/schools/matrix";

    public async ValueTask InitializeAsync() => await host.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task It_shows_who_has_who_has_not_and_since_when()
    {
        var one = await host.RegisterAsync(A.School(100_001));
        await host.RegisterAsync(A.School(100_002) with { Phase = "Primary" });
        await host.RegisterAsync(A.School(100_003).Closed());
        using var lead = host.As(Roles.SchoolsLead);
        await TakeEveryStepAsync(lead, one.Id, one.Urn);

        var rows = await lead.ListAsync<MatrixRow>(Matrix);

        Assert.Equal([100_001, 100_002], rows.Select(r => r.Urn));
        Assert.Equal((DateOnly?)new DateOnly(2022, 5, 20), rows[0].StatementSince);
        Assert.Equal(CharterStage.Adopted, rows[0].Charter);
        Assert.Empty(rows[0].Next);
        Assert.Equal(Enum.GetValues<MatrixStep>(), rows[1].Next);
        Assert.Equal(3, rows[1].StatementMissing.Count);
        Assert.All(rows[1].Support, s => Assert.Equal(SupportState.NotOffered, s.State));
    }

    [Fact]
    public async Task It_is_narrowed_paged_and_downloaded_as_at_a_date()
    {
        var one = await host.RegisterAsync(A.School(100_001));
        await host.RegisterAsync(A.School(100_002) with { Phase = "Primary" });
        await host.RegisterAsync(A.School(100_003));
        using var lead = host.As(Roles.SchoolsLead);
        await TakeEveryStepAsync(lead, one.Id, one.Urn);

        foreach (var step in Enum.GetNames<MatrixStep>())
        {
            Assert.Equal([100_002, 100_003], (await lead.ListAsync<MatrixRow>($"{Matrix}?missing={step}")).Select(r => r.Urn));
        }

        Assert.Equal([100_002], (await lead.ListAsync<MatrixRow>($"{Matrix}?phase=primary")).Select(r => r.Urn));
        Assert.Equal([100_003], (await lead.ListAsync<MatrixRow>($"{Matrix}?q=100003")).Select(r => r.Urn));
        Assert.Empty(await lead.ListAsync<MatrixRow>($"{Matrix}?asAt=2022-06-13"));
        var first = await lead.GetAsync<Page<MatrixRow>>($"{Matrix}?take=2");
        var second = await lead.GetAsync<Page<MatrixRow>>($"{Matrix}?take=2&after={first.Next}");
        Assert.Equal([100_001, 100_002, 100_003], first.Items.Concat(second.Items).Select(r => r.Urn));
        var csv = await lead.GetStringAsync($"{Matrix}/export.csv?missing=statement");
        Assert.DoesNotContain("100001", csv, StringComparison.Ordinal);
        Assert.Contains("100002,Sample School 100002,Primary", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_for_each_step_how_many_schools_are_missing_it()
    {
        var one = await host.RegisterAsync(A.School(100_001));
        await host.RegisterAsync(A.School(100_002) with { Phase = "Primary" });
        await host.RegisterAsync(A.School(100_003).Closed());
        using var lead = host.As(Roles.SchoolsLead);
        using var head = host.As(Roles.School, school: 100_001);
        await TakeEveryStepAsync(lead, one.Id, one.Urn);

        var all = await lead.GetAsync<MatrixSummary>($"{Matrix}/summary");
        var own = await head.GetAsync<MatrixSummary>($"{Matrix}/summary");

        Assert.Equal((2, 1), (all.Schools, own.Schools));
        Assert.Equal(Enum.GetValues<MatrixStep>(), all.Missing.Select(m => m.Step));
        Assert.All(all.Missing, m => Assert.Equal(1, m.Schools));
        Assert.All(own.Missing, m => Assert.Equal(0, m.Schools));
        Assert.Equal(1, (await lead.GetAsync<MatrixSummary>($"{Matrix}/summary?phase=primary")).Schools);
        Assert.Equal(0, (await lead.GetAsync<MatrixSummary>($"{Matrix}/summary?asAt=2022-06-13")).Schools);
    }

    [Fact]
    public async Task A_school_sees_its_own_row_and_no_other()
    {
        await host.RegisterAsync(A.School(100_001));
        await host.RegisterAsync(A.School(100_002));
        using var head = host.As(Roles.School, school: 100_001);

        Assert.Equal([100_001], (await head.ListAsync<MatrixRow>(Matrix)).Select(r => r.Urn));
        Assert.Empty(await head.ListAsync<MatrixRow>($"{Matrix}?q=100002"));
        Assert.DoesNotContain("100002", await head.GetStringAsync($"{Matrix}/export.csv"), StringComparison.Ordinal);
    }

    private async Task TakeEveryStepAsync(HttpClient lead, Guid school, int urn)
    {
        await TrainInEverythingAsync(lead, urn);
        foreach (var role in HeadteachersStatement.Roles)
        {
            var commitment = new Commitment(role, true, true, new(2022, 5, 20), "Said at the meeting.");
            await lead.SendJsonAsync($"/api/schools/statements/{school}/commitments", commitment).ReadAsync<StatementView>();
        }

        foreach (var voice in InclusionCharter.Voices)
        {
            await lead.SendJsonAsync($"/api/schools/charters/{school}/inputs", new InputGiven(voice, "Wants to be asked.", null))
                .ReadAsync<CharterView>();
        }

        await lead.SendJsonAsync($"/api/schools/charters/{school}/stages", new StageReached(CharterStage.Adopted, null, null))
            .ReadAsync<CharterView>();
        foreach (var offer in SchoolSupport.Offers)
        {
            var change = new SupportChange(offer, SupportState.Offered, null, null);
            await lead.SendJsonAsync($"/api/schools/support-offers/{school}/changes", change).ReadAsync<SupportView>();
        }
    }

    private async Task TrainInEverythingAsync(HttpClient lead, int urn)
    {
        var session = await host.AnnounceAsync(A.Training() with { Topics = Enum.GetValues<Topic>(), On = host.Clock.Today().AddDays(1) });
        var bookings = new List<TrainingBookingView>();
        foreach (var attendee in new[] { Attendee.Staff, Attendee.Governor })
        {
            bookings.Add(
                await lead.AskAsync(session.Id, places: 1, attendee, urn).ReadAsync<TrainingBookingView>(System.Net.HttpStatusCode.Created)
            );
        }

        host.Clock.Advance(TimeSpan.FromHours(34));
        await lead.AttendAsync(session.Id, [.. bookings.Select(b => new Attendance(b.Id, 1))]).ReadAsync<TrainingView>();
    }
}

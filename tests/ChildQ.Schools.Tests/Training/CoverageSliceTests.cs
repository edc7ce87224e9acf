using System.Net;
using ChildQ.Schools.Governors;
using ChildQ.Schools.Matrix;
using ChildQ.Schools.Training;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Time;
using static ChildQ.Schools.Tests.Training.Sessions;

namespace ChildQ.Schools.Tests.Training;

/// <summary>Who is trained in what, from booking to the end of the certificate.</summary>
public sealed class CoverageSliceTests(SchoolsHost host) : IClassFixture<SchoolsHost>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await host.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Coverage_is_computed_as_at_any_date_with_the_gaps_first()
    {
        using var lead = host.As(Roles.SchoolsLead);
        var on = await AttendedAsync(lead);
        var until = on.AddMonths(24);

        var coverage = await lead.GetAsync<CoverageView>($"{Address}/coverage");
        var before = await lead.GetAsync<CoverageView>($"{Address}/coverage?asAt={on:O}");
        var soon = await lead.GetAsync<CoverageView>($"{Address}/coverage?expiresSoon=true&asAt={until.AddDays(-60):O}");
        var expired = await lead.GetAsync<CoverageView>($"{Address}/coverage?state=expired&part=board&asAt={until:O}");

        Assert.Equal([(100_002, 12), (100_001, 11)], coverage.Schools.Select(s => (s.Urn, s.Gaps)));
        Assert.All(before.Schools, s => Assert.Equal(12, s.Gaps));
        Assert.Equal([100_001], soon.Schools.Select(s => s.Urn));
        Assert.Equal([100_001], expired.Schools.Select(s => s.Urn));
        var total = expired.Totals.Single(t => t is { Topic: Topic.Adultification, Part: CoveredPart.Board });
        Assert.Equal((0, 1, 1), (total.Trained, total.Expired, total.Never));
        var csv = await lead.GetStringAsync($"{Address}/coverage/export.csv?topic=adultification&part=board");
        var lines = csv.Split(["\r\n", "\n"], StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("100002,Sample School 100002,Secondary,board,adultification,never", lines[1], StringComparison.Ordinal);
        Assert.Equal($"100001,Sample School 100001,Secondary,board,adultification,trained,{on:O},{until:O},false", lines[2]);
    }

    [Fact]
    public async Task A_school_sees_itself_and_what_will_soon_expire()
    {
        using var lead = host.As(Roles.SchoolsLead);
        var until = (await AttendedAsync(lead)).AddMonths(24);
        using var school = host.As(Roles.School, 100_001);

        var own = await school.GetAsync<SchoolTrainingView>($"{Address}/schools/100001?asAt={until.AddDays(-1):O}");

        Assert.Equal(until, Assert.Single(own.ExpiringSoon).Until);
        Assert.Equal((3, 2), (own.Bookings.Single().Booking.Places, own.Bookings.Single().Booking.Attended));
        Assert.Equal([100_001], (await school.GetAsync<CoverageView>($"{Address}/coverage")).Schools.Select(s => s.Urn));
        Assert.DoesNotContain("100002", await school.GetStringAsync($"{Address}/coverage/export.csv"), StringComparison.Ordinal);
        Assert.Equal("not-found", await school.GetAsync($"{Address}/schools/100002").ProblemTypeAsync(HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Others_who_see_every_school_see_the_coverage_and_no_booking()
    {
        using var lead = host.As(Roles.SchoolsLead);
        await AttendedAsync(lead);
        using var councillor = host.As(Roles.Councillor);

        var school = await councillor.GetAsync<SchoolTrainingView>($"{Address}/schools/100001");

        Assert.Equal(11, school.Gaps);
        Assert.Empty(school.Bookings);
    }

    [Fact]
    public async Task The_matrix_has_it()
    {
        using var lead = host.As(Roles.SchoolsLead);
        var until = (await AttendedAsync(lead)).AddMonths(24);

        var rows = await lead.ListAsync<MatrixRow>($"/api/schools/matrix?asAt={until.AddDays(-1):O}");

        Assert.Equal(new TrainingProgress(6, 0, 1, 0, 1), rows.Single(r => r.Urn == 100_001).Training);
        Assert.All(rows, r => Assert.Contains(MatrixStep.Training, r.Next));
    }

    /// <summary>Two governors of one of two schools came; their certificates hold for two years from the day that is returned.</summary>
    private async Task<DateOnly> AttendedAsync(HttpClient lead)
    {
        await host.RegisterAsync(A.School(100_001));
        await host.RegisterAsync(A.School(100_002));
        var on = host.Clock.Today().AddDays(3);
        var session = await host.AnnounceAsync(A.Training() with { On = on });
        using var school = host.As(Roles.School, 100_001);
        var booking = await school.BookAsync(session.Id, places: 3, Attendee.Governor);
        host.Clock.Advance(TimeSpan.FromDays(4));
        var held = await lead.AttendAsync(session.Id, new Attendance(booking.Id, 2)).ReadAsync<TrainingView>();
        Assert.Equal(TrainingStatus.Held, held.Status);
        return on;
    }
}

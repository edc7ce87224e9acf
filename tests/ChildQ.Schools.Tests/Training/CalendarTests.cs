using ChildQ.Schools.Training;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Time;
using Ical.Net;
using static ChildQ.Schools.Tests.Training.Sessions;

namespace ChildQ.Schools.Tests.Training;

public sealed class CalendarTests(SchoolsHost host) : IClassFixture<SchoolsHost>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await host.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Anyone_may_subscribe_to_what_has_a_day()
    {
        var session = await host.AnnounceAsync();
        await host.AnnounceAsync(A.Training(reference: "SCH-TRA-102") with { On = null, StartsAt = null, EndsAt = null });
        await host.AnnounceAsync(A.Training(reference: "SCH-TRA-103") with { On = host.Clock.Today().AddDays(-40) });

        var told = Assert.Single((await ReadAsync()).Events);

        Assert.Equal((session.Title, "Town Hall, Mare Street"), (told.Summary, told.Location));
        Assert.Equal(("Europe/London", new DateTime(2022, 6, 17, 12, 30, 0, DateTimeKind.Utc)), (told.Start!.TzId, told.Start.AsUtc));
        Assert.EndsWith($"/schools/training/{session.Id}", told.Url!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_moved_or_cancelled_keeps_its_uid()
    {
        var path = $"{Address}/{(await host.AnnounceAsync()).Id}";
        using var lead = host.As(Roles.SchoolsLead);
        var first = Assert.Single((await ReadAsync()).Events);

        await lead.SendJsonAsync($"{path}/date", new TrainingMove(new(2022, 7, 1), null, null, "The hall was taken."))
            .ReadAsync<TrainingView>();
        var moved = Assert.Single((await ReadAsync()).Events);
        await lead.SendJsonAsync($"{path}/cancellation", new TrainingCancellation("Too few schools.")).ReadAsync<TrainingView>();
        var cancelled = Assert.Single((await ReadAsync()).Events);

        Assert.Equal((first.Uid, first.Uid), (moved.Uid, cancelled.Uid));
        Assert.Equal((new DateOnly(2022, 7, 1), true, "CONFIRMED"), (moved.Start!.Date, moved.IsAllDay, moved.Status));
        Assert.Equal(("CANCELLED", "Cancelled: Too few schools."), (cancelled.Status, cancelled.Description));
        Assert.True(first.Sequence < moved.Sequence && moved.Sequence < cancelled.Sequence);
    }

    private async Task<Calendar> ReadAsync()
    {
        using var anyone = host.Anonymous();
        using var answer = await anyone.GetAsync($"{Address}/calendar.ics");
        Assert.Equal("text/calendar", answer.EnsureSuccessStatusCode().Content.Headers.ContentType!.MediaType);
        return Calendar.Load(await answer.Content.ReadAsStringAsync())!;
    }
}

using ChildQ.Contracts;
using ChildQ.PoliceActionPlan.Bodies;
using ChildQ.PoliceActionPlan.Meetings;
using ChildQ.ServiceDefaults.Access;
using Ical.Net;

namespace ChildQ.PoliceActionPlan.Tests.Meetings;

public sealed class CalendarSliceTests(PoliceActionPlanHost host) : IClassFixture<PoliceActionPlanHost>, IAsyncLifetime
{
    private readonly HttpClient _lead = host.Lead();
    private BodyView _board = null!;

    public async ValueTask InitializeAsync()
    {
        await host.ResetAsync();
        _board = await _lead.MakeAsync<BodyView>("/bodies", A.Body());
    }

    public ValueTask DisposeAsync()
    {
        _lead.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_meeting_with_a_time_is_in_London_time_and_one_without_takes_the_day()
    {
        await PlanAsync("MEE-1", m => m with { StartsAt = new(18, 30), EndsAt = new(20, 0), Place = "Town Hall" });
        await PlanAsync("MEE-2", m => m);
        await PlanAsync("MEE-3", m => m with { On = null });

        var calendar = await ReadAsync(_lead, "/meetings/calendar.ics");

        Assert.Equal(2, calendar.Events.Count);
        var timed = calendar.Events.Single(e => e.Location == "Town Hall");
        Assert.Equal(("Europe/London", new DateTime(2022, 6, 24, 17, 30, 0, DateTimeKind.Utc)), (timed.Start!.TzId, timed.Start.AsUtc));
        Assert.Equal(new DateTime(2022, 6, 24, 19, 0, 0, DateTimeKind.Utc), timed.End!.AsUtc);
        Assert.True(calendar.Events.Single(e => e != timed).IsAllDay);
        Assert.Equal("Europe/London", Assert.Single(calendar.TimeZones).TzId);
    }

    [Fact]
    public async Task A_moved_or_cancelled_meeting_keeps_its_uid()
    {
        var path = $"/meetings/{(await PlanAsync("MEE-1", m => m)).Id}";
        var first = Assert.Single((await ReadAsync(_lead, "/meetings/calendar.ics")).Events);

        await _lead.ActAsync(path, "/move", new MoveMeeting(new(2022, 7, 1), "The plan is not ready.")).ReadAsync<MeetingView>();
        var moved = Assert.Single((await ReadAsync(_lead, "/meetings/calendar.ics")).Events);
        await _lead.ActAsync(path, "/cancellation", new CancelMeeting("No longer needed.")).ReadAsync<MeetingView>();
        var cancelled = Assert.Single((await ReadAsync(_lead, "/meetings/calendar.ics")).Events);

        Assert.Equal((first.Uid, first.Uid), (moved.Uid, cancelled.Uid));
        Assert.Equal((new DateOnly(2022, 7, 1), "CONFIRMED"), (moved.Start!.Date, moved.Status));
        Assert.Equal("CANCELLED", cancelled.Status);
        Assert.True(first.Sequence < moved.Sequence && moved.Sequence < cancelled.Sequence);
    }

    [Fact]
    public async Task A_feed_holds_only_what_the_caller_may_read()
    {
        await PlanAsync("MEE-1", m => m);
        await PlanAsync("MEE-2", m => m with { Sharing = SharingLevel.Partners });
        using var anyone = host.Anonymous();
        using var own = host.As(Roles.BoardMember, body: "police-action-plan-board");
        using var other = host.As(Roles.BoardMember, body: "gold-group");
        var feed = $"/bodies/{_board.Id}/calendar.ics";

        Assert.Single((await ReadAsync(anyone, feed)).Events);
        Assert.Single((await ReadAsync(other, feed)).Events);
        Assert.Equal(2, (await ReadAsync(own, feed)).Events.Count);
        Assert.Single((await ReadAsync(own, "/meetings/calendar.ics")).Events);
    }

    private Task<MeetingView> PlanAsync(string reference, Func<MeetingText, MeetingText> with) =>
        _lead.MakeAsync<MeetingView>("/meetings", with(A.Meeting(reference) with { Body = "BOD-1" }));

    private static async Task<Calendar> ReadAsync(HttpClient client, string path)
    {
        using var response = await client.SeeAsync(path);
        Assert.Equal("text/calendar", response.EnsureSuccessStatusCode().Content.Headers.ContentType!.MediaType);
        return Calendar.Load(await response.Content.ReadAsStringAsync())!;
    }
}

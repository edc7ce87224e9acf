using ChildQ.Contracts.Schools;
using ChildQ.Schools.Guidance;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Time;
using ChildQ.Testing;

namespace ChildQ.Schools.Tests.Guidance;

/// <summary>The clock goes on from test to test: dates are counted from the day on which each begins.</summary>
public sealed class ReceiptChaserTests(SchoolsHost host) : GuidanceSlices(host)
{
    [Fact]
    public async Task A_silent_school_is_reminded_after_ten_working_days_and_escalated_after_twenty_each_once_and_no_other_school_is()
    {
        var sent = Host.Clock.Today();
        var (reminding, escalating) = (sent.AddWorkingDays(10).AddDays(1), sent.AddWorkingDays(20).AddDays(1));
        await RegisterAsync(A.School(100_001), A.School(100_002), A.School(100_003));
        await PublishAsync(A.Protocol(), expected: 3);
        using var lead = Host.As(Roles.SchoolsLead);
        using var school = Host.As(Roles.School, school: 100_002);
        var own = Assert.Single(await school.ListAsync<ReceiptView>(Receipts));
        await school
            .SendJsonAsync($"{Receipts}/{own.Id}/acknowledgement", new Acknowledgement(SchoolOffice.Headteacher))
            .ReadAsync<ReceiptView>();
        var closing = Assert.Single(await lead.ListAsync<SchoolView>("/api/schools/schools?q=100003"));
        using var closed = await lead.PutAsync($"/api/schools/schools/{closing.Id}", A.School(100_003).Closed());
        var told = new System.Collections.Concurrent.ConcurrentQueue<GuidanceEscalated>();
        await using var listener = await ListenAsync<GuidanceEscalated>(told.Enqueue);
        using var silent = Host.As(Roles.School, school: 100_001);

        On(reminding.AddDays(-1)); // the tenth working day is not over
        var before = Assert.Single(await silent.ListAsync<ReceiptView>(Receipts));
        On(reminding);
        var reminded = await Eventually.IsAsync(
            async () => Assert.Single(await silent.ListAsync<ReceiptView>(Receipts)),
            r => r.RemindedOn is not null,
            "a reminder"
        );
        On(escalating);
        var escalated = await Eventually.IsAsync(
            async () => Assert.Single(await silent.ListAsync<ReceiptView>(Receipts)),
            r => r.EscalatedOn is not null,
            "an escalation"
        );
        On(escalating.AddDays(7));
        await Eventually.TrueAsync(() => Task.FromResult(!told.IsEmpty), "oversight is told");

        Assert.Null(before.RemindedOn);
        Assert.Equal((reminding, null, 10), (reminded.RemindedOn!.Value, reminded.EscalatedOn, reminded.WorkingDaysAwaited!.Value));
        Assert.Equal((reminding, escalating), (escalated.RemindedOn!.Value, escalated.EscalatedOn!.Value));
        Assert.Equal(escalated.Id, Assert.Single(told).SourceId);
        Assert.DoesNotContain("Sample", told.First().ToString(), StringComparison.Ordinal);
        using var anyone = Host.Anonymous();
        var counts = Assert.Single(await anyone.ListAsync<GuidanceView>("/api/schools/guidance"));
        Assert.Equal((3, 1, 1, 1), (counts.Schools, counts.Acknowledged, counts.Reminded, counts.Escalated));
        var then = Assert.Single(await anyone.ListAsync<GuidanceView>($"/api/schools/guidance?asAt={escalating.AddDays(-1):yyyy-MM-dd}"));
        Assert.Equal((1, 0), (then.Reminded, then.Escalated));
    }

    [Fact]
    public async Task Nobody_is_reminded_of_a_version_that_a_later_one_has_superseded()
    {
        await RegisterAsync(A.School(100_001));
        var protocol = Guid.CreateVersion7();
        await PublishAsync(A.Protocol(protocol, version: 1), expected: 1);
        await PublishAsync(A.Protocol(protocol, version: 2), expected: 2);
        using var school = Host.As(Roles.School, school: 100_001);

        On(Host.Clock.Today().AddDays(20));
        var receipts = await Eventually.IsAsync(
            () => school.ListAsync<ReceiptView>(Receipts),
            found => found.Any(r => r.RemindedOn is not null),
            "a reminder"
        );

        Assert.Equal([2], receipts.Where(r => r.RemindedOn is not null).Select(r => r.Version));
    }

    /// <summary>Ten o'clock in London on a later day.</summary>
    private void On(DateOnly day) => Host.Clock.SetUtcNow(new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero));
}

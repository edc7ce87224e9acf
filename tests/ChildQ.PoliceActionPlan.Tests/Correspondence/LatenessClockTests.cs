using ChildQ.PoliceActionPlan.Correspondence;
using ChildQ.Testing;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Tests.Correspondence;

/// <summary>On a host of its own: the clock goes on for nobody else.</summary>
public sealed class LatenessClockTests(PoliceActionPlanHost host) : IClassFixture<PoliceActionPlanHost>
{
    [Fact]
    public async Task The_service_looks_by_its_own_clock()
    {
        using var lead = host.Lead();
        await lead.MakeAsync<LetterView>("/letters", A.Letter("LET-2") with { ReplyDue = PoliceActionPlanHost.Today });

        host.Clock.Advance(TimeSpan.FromDays(1));

        await Eventually.TrueAsync(
            () => host.InScopeAsync(db => db.LateNotices.AnyAsync(n => n.Reference == "LET-2")),
            "LET-2 is noticed the day after its reply was due"
        );
        Assert.Contains(await lead.ListAsync<ChaserView>("/chasers"), c => c.Letter == "LET-2");
    }
}

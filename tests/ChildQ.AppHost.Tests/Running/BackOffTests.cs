using ChildQ.AppHost.Local.Running;

namespace ChildQ.AppHost.Tests.Running;

public sealed class BackOffTests
{
    private static readonly TimeSpan Briefly = TimeSpan.FromSeconds(2);

    [Fact]
    public void Each_crash_soon_after_a_start_doubles_the_pause_up_to_half_a_minute()
    {
        var backOff = new BackOff();

        var pauses = Enumerable.Range(0, 7).Select(_ => backOff.Next(Briefly).TotalSeconds);

        Assert.Equal([1, 2, 4, 8, 16, 30, 30], pauses);
    }

    [Fact]
    public void A_crash_after_a_minute_of_running_begins_again_with_a_second()
    {
        var backOff = new BackOff();
        backOff.Next(Briefly);
        backOff.Next(Briefly);

        var pause = backOff.Next(TimeSpan.FromMinutes(1));

        Assert.Equal(1, pause.TotalSeconds);
    }
}

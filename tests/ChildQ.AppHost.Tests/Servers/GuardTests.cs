using System.Collections.Concurrent;
using System.Globalization;
using ChildQ.AppHost.Local.Servers;
using ChildQ.Testing;

namespace ChildQ.AppHost.Tests.Servers;

public sealed class GuardTests
{
    private readonly ConcurrentQueue<string> _lines = new();

    [Fact]
    public async Task A_stopped_process_takes_its_children_with_it()
    {
        var process = Start("sleep 1000 & echo $!; wait");
        var child = int.Parse(await FirstLineAsync(), CultureInfo.InvariantCulture);
        var id = await process.ProcessId;
        Assert.True(Processes.IsRunning(child));

        await process.StopAsync();

        await Processes.IsGoneAsync(id);
        await Processes.IsGoneAsync(child);
    }

    [Fact]
    public async Task A_process_that_ignores_the_signal_is_killed_when_its_grace_is_over()
    {
        var process = Start("trap '' TERM; echo ready; while :; do sleep 1; done", grace: 1);
        await FirstLineAsync();

        await process.StopAsync();

        await Processes.IsGoneAsync(await process.ProcessId);
    }

    [Fact]
    public async Task What_a_process_left_in_its_group_ends_with_it()
    {
        var process = Start("sleep 1000 & echo $!; exit 7");
        var child = int.Parse(await FirstLineAsync(), CultureInfo.InvariantCulture);

        var code = await process.Exited;

        Assert.Equal(7, code);
        await Processes.IsGoneAsync(child);
    }

    [Fact]
    public async Task Variables_whose_names_a_shell_drops_reach_the_process()
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings__schools-db"] = "Host=here;Password=a b$c'd\"e",
            ["PLAIN"] = "kept",
            ["PATH_TO_NOTHING"] = null,
        };
        var process = GuardedProcess.Start(new GuardedStart("env", []) { Environment = environment }, (line, _) => _lines.Enqueue(line));

        await process.Exited;

        Assert.Contains("ConnectionStrings__schools-db=Host=here;Password=a b$c'd\"e", _lines);
        Assert.Contains("PLAIN=kept", _lines);
        Assert.DoesNotContain(_lines, x => x.StartsWith("PATH_TO_NOTHING", StringComparison.Ordinal));
    }

    private GuardedProcess Start(string script, int grace = 10) =>
        GuardedProcess.Start(
            new GuardedStart("sh", ["-c", script]) { Grace = TimeSpan.FromSeconds(grace) },
            (line, _) => _lines.Enqueue(line)
        );

    private async Task<string> FirstLineAsync()
    {
        await Eventually.TrueAsync(() => Task.FromResult(!_lines.IsEmpty), "it has said something");
        return _lines.First();
    }
}

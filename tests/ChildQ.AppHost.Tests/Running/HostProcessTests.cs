using System.Globalization;
using ChildQ.Testing;
using CliWrap;

namespace ChildQ.AppHost.Tests.Running;

/// <summary>A host in a process of its own (SampleHost), and how it ends.</summary>
public sealed class HostProcessTests
{
    private readonly List<string> _lines = [];
    private readonly Lock _lock = new();

    [Fact]
    public async Task A_host_that_is_killed_leaves_no_process_behind()
    {
        var (host, folder, started) = await StartAsync();

        Processes.KillHard(host.ProcessId);

        await host.Task;
        await AllGoneAsync(started, folder);
        // The folder is swept by the next run that starts.
        await using var next = Sample.Stack().Build();
        await next.StartAsync(TestContext.Current.CancellationToken);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_host_that_is_asked_to_stop_stops_what_depends_on_others_first_and_leaves_nothing()
    {
        var (host, folder, started) = await StartAsync();

        await Cli.Wrap("kill").WithArguments(["-INT", $"{host.ProcessId}"]).ExecuteAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, (await host.Task).ExitCode);
        await AllGoneAsync(started, folder);
        Assert.False(Directory.Exists(folder));
        var lines = Lines();
        Assert.True(Place(lines, "schools", "listens on") < Place(lines, "schools", "asked to stop"), string.Join('\n', lines));
        Assert.True(Place(lines, "schools", "asked to stop") < Place(lines, "postgres", "fast shutdown request"), string.Join('\n', lines));
        Assert.EndsWith("stopped; nothing is left running", lines[^1], StringComparison.Ordinal);
    }

    private async Task<(CommandTask<CommandResult> Host, string Folder, IReadOnlyList<int> Started)> StartAsync()
    {
        var host = Cli.Wrap("dotnet")
            .WithArguments([Path.Combine(AppContext.BaseDirectory, "ChildQ.AppHost.SampleHost.dll")])
            .WithStandardOutputPipe(PipeTarget.ToDelegate(Hear))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(Hear))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(
            () =>
                host.Task.IsCompleted
                    ? throw new InvalidOperationException(string.Join('\n', Lines()))
                    : Task.FromResult(Lines().Exists(x => x.StartsWith("processes ", StringComparison.Ordinal))),
            "the stack is healthy"
        );
        var started = Said("processes ").Split(' ').Select(x => int.Parse(x, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(3, started.Count);
        Assert.All(started, x => Assert.True(Processes.IsRunning(x)));
        return (host, Said("folder "), started);
    }

    /// <summary>The processes that were started, and what those had started in turn: Erlang's port mapper, PostgreSQL's own workers.</summary>
    private static async Task AllGoneAsync(IReadOnlyList<int> started, string folder)
    {
        foreach (var process in started)
        {
            await Processes.IsGoneAsync(process);
        }

        await Processes.AreGoneAsync(folder);
    }

    /// <summary>Where a resource's line stands among all: it bears the resource's name.</summary>
    private static int Place(List<string> lines, string resource, string text)
    {
        var place = lines.FindIndex(x =>
            x.StartsWith(resource, StringComparison.Ordinal)
            && x.Contains("| ", StringComparison.Ordinal)
            && x.Contains(text, StringComparison.Ordinal)
        );
        Assert.True(place >= 0, $"{resource} did not say '{text}':\n{string.Join('\n', lines)}");
        return place;
    }

    private string Said(string prefix) => Lines().Find(x => x.StartsWith(prefix, StringComparison.Ordinal))![prefix.Length..];

    private List<string> Lines()
    {
        lock (_lock)
        {
            return [.. _lines];
        }
    }

    private void Hear(string line)
    {
        lock (_lock)
        {
            _lines.Add(line);
        }
    }
}

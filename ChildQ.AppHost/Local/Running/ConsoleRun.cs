using System.Runtime.InteropServices;
using ChildQ.AppHost.Local.Servers;

namespace ChildQ.AppHost.Local.Running;

/// <summary>A stack as a person runs it: says what happens, until Ctrl+C.</summary>
internal sealed class ConsoleRun(Stack stack)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);
    private readonly Terminal _terminal = new(stack.Resources);
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Returns the exit code: 0 after Ctrl+C, 1 when something has to be mended.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        if (stack.Options.Help)
        {
            _terminal.Block(RunOptions.Usage);
            return 0;
        }
        using var onInt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask);
        using var onTerm = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask);
        using var onHangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Ask);
        using var cancelled = ct.Register(() => _asked.TrySetResult());
        Listen();
        try
        {
            return await RunUntilAskedAsync(ct);
        }
        catch (CannotStartException e)
        {
            await Console.Error.WriteLineAsync($"\nThe stack cannot start. {e.Message}");
            return 1;
        }
        finally
        {
            await StopAsync();
        }
    }

    private async Task<int> RunUntilAskedAsync(CancellationToken ct)
    {
        await stack.StartAsync(ct);
        _terminal.Say($"data in {stack.Folder}{(stack.Options.Fresh ? ", wiped first" : "")}");
        _terminal.Say($"dashboard at {stack.DashboardUrl}");
        using var over = new CancellationTokenSource();
        var ready = SayWhenReadyAsync(over.Token);
        var failed = stack.States.WaitUntilAsync(ServerFailed, over.Token);
        await Task.WhenAny(_asked.Task, failed, DotnetRun.GoneAsync(over.Token));
        var code = 0;
        if (failed.IsCompletedSuccessfully && !_asked.Task.IsCompleted)
        {
            var server = stack.States.All.First(x => x is { State: RunState.Failed, Kind: not "Project" });
            await Console.Error.WriteLineAsync($"\nThe stack cannot start: {server.Name}. {server.Reason}");
            code = 1;
        }
        await over.CancelAsync();
        await ready;
        return code;
    }

    /// <summary>Without PostgreSQL or RabbitMQ nothing else can start; a project that failed leaves the others of use.</summary>
    private bool ServerFailed() => stack.States.All.Any(x => x is { State: RunState.Failed, Kind: not "Project" });

    private async Task SayWhenReadyAsync(CancellationToken ct)
    {
        try
        {
            var settled = stack.States.WaitUntilAsync(() => stack.States.All.All(x => x.IsSettled), ct);
            while (await Task.WhenAny(settled, Task.Delay(Heartbeat, ct)) != settled)
            {
                ct.ThrowIfCancellationRequested();
                var late = stack.States.All.Where(x => !x.IsSettled).Select(x => $"{x.Name} ({x.Reason ?? Words(x)})");
                _terminal.Say($"not ready yet: {string.Join(", ", late)}");
            }
            await settled;
            _terminal.Block(new Welcome(stack, _terminal.Elapsed).ToString());
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Asked to stop before it was ready.
        }
    }

    private void Listen()
    {
        stack.Said += _terminal.Say;
        stack.States.Changed += SayChange;
        stack.Output.Written += line =>
        {
            var isProject = stack.States.All.Any(x =>
                x.Kind == "Project" && string.Equals(x.Name, line.Resource, StringComparison.Ordinal)
            );
            if (isProject || stack.Options.Verbose)
                _terminal.Write(line);
        };
    }

    private void SayChange(Snapshot before, Snapshot after)
    {
        if (after is { Kind: "Database", State: not RunState.Failed })
            return; // part of its server's news
        if (after is { IsReady: true, IsJob: false } && !before.IsReady)
            _terminal.Say(after, $"ready {string.Join(' ', after.Urls)}".TrimEnd());
        else if (before.IsReady && after is { State: RunState.Running, IsReady: false })
            _terminal.Say(after, "does not answer its health check any more");
        else if (after.State != before.State && after.State is RunState.Starting or RunState.Finished or RunState.Failed)
            _terminal.Say(after, after.Reason is null ? Words(after) : $"{Words(after)}: {after.Reason}");
    }

    private static string Words(Snapshot snapshot) =>
        snapshot.State switch
        {
            RunState.Starting => "starts",
            RunState.Running => snapshot.IsJob ? "runs" : "runs, health not yet good",
            RunState.Finished => "finished",
            RunState.Failed => "failed",
            RunState.Stopped => "stopped",
            RunState.Restarting => "starts again",
            _ => "waits",
        };

    private void Ask(PosixSignalContext context)
    {
        context.Cancel = true;
        if (!_asked.TrySetResult())
            _terminal.Say("still stopping: RabbitMQ may take some seconds");
    }

    private async Task StopAsync()
    {
        stack.States.Changed -= SayChange;
        var hasStarted = stack.DashboardUrl is not null;
        if (hasStarted)
            _terminal.Say("stopping");
        await stack.StopAsync();
        if (hasStarted)
            _terminal.Say("stopped; nothing is left running");
    }
}

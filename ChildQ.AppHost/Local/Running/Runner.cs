using ChildQ.AppHost.Local.Servers;

namespace ChildQ.AppHost.Local.Running;

/// <summary>A process that runs, how to ask it for its health, and how to stop it in an orderly way.</summary>
internal sealed record RunningProcess(GuardedProcess Process, Func<CancellationToken, Task<bool>>? IsHealthy, Func<Task> StopAsync);

/// <summary>The life of one replica: wait, start, watch, start again after a crash, stop.</summary>
internal sealed class Runner(
    string name,
    Resource resource,
    States states,
    BackOff backOff,
    Func<CancellationToken, Task<RunningProcess>> start,
    Action<string> say
) : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private Task _life = Task.CompletedTask;
    private TaskCompletionSource _command = NewCommand();
    private volatile bool _wanted = !resource.StartsByCommand;
    private volatile RunningProcess? _running;
    private bool _hasRun;

    public string Name { get; } = name;

    public Resource Resource { get; } = resource;

    /// <summary>A service is started again when it ends; a job is done then.</summary>
    private bool IsJob => Resource is ProjectResource { IsJob: true };

    public void Begin() => _life = Task.Run(() => LiveAsync(_ended.Token));

    /// <summary>For good: it does not start again.</summary>
    public async ValueTask DisposeAsync()
    {
        _wanted = false;
        await _ended.CancelAsync();
        if (_running is { } running)
            await running.StopAsync();
        await _life;
        _ended.Dispose();
    }

    public async Task StopByCommandAsync()
    {
        _wanted = false;
        _command.TrySetResult();
        if (_running is { } running)
            await running.StopAsync();
        await states.WaitUntilAsync(Resource.Name, x => x.State is RunState.Stopped or RunState.Finished or RunState.Failed, _ended.Token);
    }

    public void StartByCommand()
    {
        _wanted = true;
        _command.TrySetResult();
    }

    private async Task LiveAsync(CancellationToken ct)
    {
        try
        {
            var hasWaited = false;
            while (true)
            {
                if (!_wanted)
                {
                    states.Change(Name, x => x with { State = RunState.Stopped, IsHealthy = null, ProcessId = null });
                    await WaitForCommandAsync(ct);
                    continue;
                }
                if (!hasWaited)
                    await WaitForOthersAsync(ct);
                hasWaited = true;
                await RunOnceAsync(ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            states.Change(Name, x => x with { State = RunState.Stopped, IsHealthy = null, ProcessId = null });
        }
        catch (FailedException e)
        {
            states.Change(Name, e.Fail);
        }
        catch (Exception e)
        {
            states.Change(Name, x => x.Failed(e.Message));
        }
    }

    private async Task WaitForOthersAsync(CancellationToken ct)
    {
        foreach (var wait in Resource.Waits)
        {
            states.Change(Name, x => x with { State = RunState.Waiting, Reason = $"waits for {wait.For.Name}" });
            await (wait.ForCompletion ? states.WaitUntilFinishedAsync(wait.For.Name, ct) : states.WaitUntilHealthyAsync(wait.For.Name, ct));
        }
    }

    private async Task RunOnceAsync(CancellationToken ct)
    {
        states.Change(Name, x => x with { State = RunState.Starting, IsHealthy = null, Reason = null });
        if (await TryStartAsync(ct) is not { } running)
            return;
        _running = running;
        if (!_wanted)
            await running.StopAsync();
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var started = DateTimeOffset.UtcNow;
        var id = await ProcessIdAsync(running.Process);
        states.Change(Name, x => x with { State = RunState.Running, ProcessId = id, StartedAt = started });
        var watching = WatchHealthAsync(running, watch.Token);
        var code = await running.Process.Exited;
        await watch.CancelAsync();
        await watching;
        await running.StopAsync();
        _running = null;
        ct.ThrowIfCancellationRequested();
        if (_wanted)
            await AfterExitAsync(code, DateTimeOffset.UtcNow - started, ct);
    }

    /// <summary>What cannot start at first is for a person to mend; what ran before is tried again.</summary>
    private async Task<RunningProcess?> TryStartAsync(CancellationToken ct)
    {
        try
        {
            var running = await start(ct);
            _hasRun = true;
            return running;
        }
        catch (CannotStartException e) when (_hasRun)
        {
            await RestartAsync(e.Message, TimeSpan.Zero, ct);
            return null;
        }
    }

    private async Task AfterExitAsync(int code, TimeSpan ran, CancellationToken ct)
    {
        if (IsJob)
        {
            _wanted = false;
            var outcome = code == 0 ? RunState.Finished : RunState.Failed;
            states.Change(
                Name,
                x => x with { State = outcome, IsHealthy = null, ProcessId = null, Reason = code == 0 ? null : $"exit code {code}" }
            );
            await WaitForCommandAsync(ct);
            return;
        }
        await RestartAsync($"exit code {code}", ran, ct);
    }

    private async Task RestartAsync(string reason, TimeSpan ran, CancellationToken ct)
    {
        var pause = backOff.Next(ran);
        say($"{Name} stopped by itself ({reason}): starts again in {pause.TotalSeconds:0.#} s");
        states.Change(
            Name,
            x => x with { State = RunState.Restarting, IsHealthy = null, ProcessId = null, Restarts = x.Restarts + 1, Reason = reason }
        );
        await Task.WhenAny(Task.Delay(pause, ct), WaitForCommandAsync(ct));
        ct.ThrowIfCancellationRequested();
    }

    private async Task WatchHealthAsync(RunningProcess running, CancellationToken ct)
    {
        var failures = 0;
        try
        {
            while (running.IsHealthy is not null)
            {
                var healthy = await running.IsHealthy(ct);
                failures = healthy ? 0 : failures + 1;
                var known = states.All.First(x => string.Equals(x.Name, Name, StringComparison.Ordinal)).IsHealthy == true;
                // One slow answer under load is not yet an illness.
                if (healthy || failures >= 3 || !known)
                    states.Change(Name, x => x with { IsHealthy = healthy });
                await Task.Delay(healthy ? TimeSpan.FromSeconds(10) : TimeSpan.FromMilliseconds(200), ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The process has gone.
        }
    }

    private async Task WaitForCommandAsync(CancellationToken ct)
    {
        await _command.Task.WaitAsync(ct);
        _command = NewCommand();
    }

    private static async Task<int?> ProcessIdAsync(GuardedProcess process)
    {
        try
        {
            return await process.ProcessId;
        }
        catch (OperationCanceledException)
        {
            return null; // ended before it began
        }
    }

    private static TaskCompletionSource NewCommand() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

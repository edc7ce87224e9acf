namespace ChildQ.AppHost.Local.Running;

internal enum RunState
{
    Waiting,
    Starting,
    Running,
    Restarting,
    Finished,
    Stopped,
    Failed,
}

/// <summary>One replica of a resource, at one moment.</summary>
/// <param name="Resource">Its resource's name; <paramref name="Name"/> is its own.</param>
internal sealed record Snapshot(string Name, string Resource, string Kind)
{
    public RunState State { get; init; } = RunState.Waiting;

    /// <summary>Null where nothing checks it, or has not yet.</summary>
    public bool? IsHealthy { get; init; }

    public bool HasHealthCheck { get; init; }

    /// <summary>Runs to its end, rather than until it is stopped.</summary>
    public bool IsJob { get; init; }

    public IReadOnlyList<string> Urls { get; init; } = [];

    public int Restarts { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public int? ProcessId { get; init; }

    /// <summary>What it waits for, or why it failed.</summary>
    public string? Reason { get; init; }

    /// <summary>The resource whose failure is why this one could not start; null where it failed by itself.</summary>
    public string? Needs { get; init; }

    /// <summary>The same, failed for this reason.</summary>
    public Snapshot Failed(string? reason) => this with { State = RunState.Failed, IsHealthy = null, ProcessId = null, Reason = reason };

    public bool IsReady => State == RunState.Running && (IsHealthy ?? !HasHealthCheck);

    /// <summary>Nothing more will happen to it by itself.</summary>
    public bool IsSettled => (IsReady && !IsJob) || State is RunState.Finished or RunState.Stopped or RunState.Failed;
}

/// <summary>What somebody waited for has failed.</summary>
/// <param name="failed">What was waited for.</param>
/// <param name="cause">What failed first: the same, or what that one needed.</param>
internal sealed class FailedException(Snapshot failed, Snapshot cause)
    : DistributedApplicationException(
        failed == cause ? $"{cause.Name} failed: {cause.Reason}" : $"{failed.Name} needs {cause.Name}, which failed: {cause.Reason}"
    )
{
    /// <summary>How it is then with whatever waited: the cause is named, and not each resource between.</summary>
    public Snapshot Fail(Snapshot waiting) => waiting.Failed($"needs {cause.Name}, which failed") with { Needs = cause.Name };
}

/// <summary>How all resources are, and who waits for them to be otherwise.</summary>
internal sealed class States
{
    private readonly Lock _lock = new();
    private readonly List<Snapshot> _snapshots = [];
    private readonly List<(Func<bool> Holds, TaskCompletionSource Source)> _waiting = [];

    /// <summary>Told of each change: before, after.</summary>
    public Action<Snapshot, Snapshot>? Changed { get; set; }

    public IReadOnlyList<Snapshot> All
    {
        get
        {
            lock (_lock)
                return [.. _snapshots];
        }
    }

    public void Add(Snapshot snapshot)
    {
        lock (_lock)
            _snapshots.Add(snapshot);
    }

    public void Change(string name, Func<Snapshot, Snapshot> change)
    {
        Snapshot before;
        Snapshot after;
        lock (_lock)
        {
            var index = _snapshots.FindIndex(x => string.Equals(x.Name, name, StringComparison.Ordinal));
            before = _snapshots[index];
            after = change(before);
            _snapshots[index] = after;
            foreach (var (holds, source) in _waiting.ToArray())
            {
                if (holds())
                    source.TrySetResult();
            }
            _waiting.RemoveAll(x => x.Source.Task.IsCompleted);
        }
        if (before != after)
            Changed?.Invoke(before, after);
    }

    public async Task WaitUntilHealthyAsync(string resource, CancellationToken ct)
    {
        await WaitUntilAsync(resource, x => x.IsReady || x.State is RunState.Failed or RunState.Finished, ct);
        RefuseFailed(resource);
    }

    public async Task WaitUntilFinishedAsync(string resource, CancellationToken ct)
    {
        await WaitUntilAsync(resource, x => x.State is RunState.Failed or RunState.Finished, ct);
        RefuseFailed(resource);
    }

    /// <summary>Until it holds for every replica.</summary>
    public Task WaitUntilAsync(string resource, Func<Snapshot, bool> predicate, CancellationToken ct)
    {
        if (Of(resource).Count == 0)
            throw new DistributedApplicationException($"No resource is named {resource}.");
        return WaitUntilAsync(() => Of(resource).TrueForAll(x => predicate(x)), ct);
    }

    public Task WaitUntilAsync(Func<bool> holds, CancellationToken ct)
    {
        lock (_lock)
        {
            if (holds())
                return Task.CompletedTask;
            var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((holds, source));
            return source.Task.WaitAsync(ct);
        }
    }

    private void RefuseFailed(string resource)
    {
        if (Of(resource).Find(x => x.State == RunState.Failed) is { } failed)
            throw new FailedException(failed, failed.Needs is { } needs ? All.First(x => x.Name == needs) : failed);
    }

    private List<Snapshot> Of(string resource)
    {
        lock (_lock)
            return _snapshots.FindAll(x => string.Equals(x.Resource, resource, StringComparison.OrdinalIgnoreCase));
    }
}

namespace ChildQ.AppHost.Local;

/// <summary>What the dashboard may know of the running stack: its resources as they are now, and their output.</summary>
public interface IResourceFeed
{
    /// <summary>Every resource of the app model, in the order in which <c>AppHost.cs</c> declares them; replicas one by one.</summary>
    IReadOnlyList<ResourceView> Resources { get; }

    /// <summary>RabbitMQ's management API with its credentials as user info, or null while there is none.</summary>
    string? RabbitManagementUrl { get; }

    /// <summary>The newest <paramref name="take"/> lines of one resource, oldest first.</summary>
    IReadOnlyList<LogLine> Logs(string resource, int take);

    /// <summary>Lines as they are written, of one resource or (null) of all; ends when the host stops.</summary>
    IAsyncEnumerable<LogLine> Follow(string? resource, CancellationToken ct);
}

/// <summary>One resource, seen at one moment.</summary>
/// <param name="Name">Its name in <c>AppHost.cs</c>; the second replica of <c>schools</c> is <c>schools-2</c>.</param>
/// <param name="Kind">PostgreSQL, Database, RabbitMQ or Project.</param>
/// <param name="State">Waiting, Starting, Running, Restarting, Finished, Stopped or Failed.</param>
/// <param name="Health">Healthy or Unhealthy; null where nothing checks it.</param>
/// <param name="Urls">Where it listens.</param>
/// <param name="Restarts">How often it was started again after a crash.</param>
/// <param name="StartedAt">When its present process started (UTC).</param>
/// <param name="ProcessId">Its present process.</param>
/// <param name="MemoryBytes">Memory of its process and that process's children: their own, and their share of what they share (proportional set size).</param>
public sealed record ResourceView(
    string Name,
    string Kind,
    string State,
    string? Health,
    IReadOnlyList<string> Urls,
    int Restarts,
    DateTimeOffset? StartedAt,
    int? ProcessId,
    long? MemoryBytes
);

/// <summary>One line that a resource wrote.</summary>
/// <param name="At">When the host read it (UTC).</param>
/// <param name="Resource">The resource's name, as in <see cref="ResourceView.Name"/>.</param>
/// <param name="Text">The line, without colours.</param>
/// <param name="IsError">Whether it came from standard error.</param>
public sealed record LogLine(DateTimeOffset At, string Resource, string Text, bool IsError);

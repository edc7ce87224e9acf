using ChildQ.AppHost.Local.Running;

namespace ChildQ.AppHost.Local;

/// <summary>Tells how resources fare.</summary>
public sealed class ResourceNotificationService
{
    private readonly States _states;

    internal ResourceNotificationService(States states) => _states = states;

    /// <summary>Returns when every replica runs and answers its health check.</summary>
    /// <exception cref="DistributedApplicationException">It failed instead; the message says why.</exception>
    public Task WaitForResourceHealthyAsync(string resourceName, CancellationToken cancellationToken = default) =>
        _states.WaitUntilHealthyAsync(resourceName, cancellationToken);

    /// <summary>Returns when every replica is in one of <see cref="KnownResourceStates"/>.</summary>
    public Task WaitForResourceAsync(string resourceName, string? targetState = null, CancellationToken cancellationToken = default)
    {
        var state = targetState ?? KnownResourceStates.Running;
        return _states.WaitUntilAsync(
            resourceName,
            x => string.Equals(x.State.ToString(), state, StringComparison.OrdinalIgnoreCase),
            cancellationToken
        );
    }
}

/// <summary>Starts and stops single resources of a running stack.</summary>
public sealed class ResourceCommandService
{
    private readonly Stack _stack;

    internal ResourceCommandService(Stack stack) => _stack = stack;

    /// <param name="resourceId">The resource's name; all its replicas are meant.</param>
    /// <param name="commandName">One of <see cref="KnownResourceCommands"/>.</param>
    public async Task<ExecuteCommandResult> ExecuteCommandAsync(
        string resourceId,
        string commandName,
        CancellationToken cancellationToken = default
    )
    {
        var runners = _stack.RunnersOf(resourceId);
        if (runners.Count == 0)
            return new ExecuteCommandResult { Success = false, ErrorMessage = $"No resource that runs is named {resourceId}." };
        foreach (var runner in runners)
        {
            switch (commandName)
            {
                case KnownResourceCommands.StopCommand:
                    await runner.StopByCommandAsync().WaitAsync(cancellationToken);
                    break;
                case KnownResourceCommands.StartCommand:
                    runner.StartByCommand();
                    break;
                case KnownResourceCommands.RestartCommand:
                    await runner.StopByCommandAsync().WaitAsync(cancellationToken);
                    runner.StartByCommand();
                    break;
                default:
                    return new ExecuteCommandResult { Success = false, ErrorMessage = $"No command is named {commandName}." };
            }
        }
        return new ExecuteCommandResult { Success = true };
    }
}

public sealed class ExecuteCommandResult
{
    public required bool Success { get; init; }

    public bool Canceled { get; init; }

    public string? ErrorMessage { get; init; }
}

public static class KnownResourceCommands
{
    public const string StartCommand = "start";
    public const string StopCommand = "stop";
    public const string RestartCommand = "restart";
}

public static class KnownResourceStates
{
    public const string Starting = nameof(Starting);
    public const string Running = nameof(Running);
    public const string Waiting = nameof(Waiting);
    public const string Finished = nameof(Finished);
}

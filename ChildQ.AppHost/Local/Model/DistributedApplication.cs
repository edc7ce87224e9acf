using ChildQ.AppHost.Local.Running;
using ChildQ.AppHost.Local.Servers;
using ChildQ.AppHost.Local.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ChildQ.AppHost.Local;

/// <summary>The stack, run from the machine's own programs.</summary>
public sealed class DistributedApplication : IAsyncDisposable, IDisposable
{
    private readonly EntryPoint? _entryPoint;
    private readonly ServiceProvider _services;

    internal DistributedApplication(IReadOnlyList<Resource> resources, RunOptions options, EntryPoint? entryPoint)
    {
        _entryPoint = entryPoint;
        Stack = new Stack(resources, options);
        ResourceNotifications = new ResourceNotificationService(Stack.States);
        ResourceCommands = new ResourceCommandService(Stack);
        _services = new ServiceCollection().AddSingleton(ResourceNotifications).AddSingleton(ResourceCommands).BuildServiceProvider();
    }

    public IServiceProvider Services => _services;

    public ResourceNotificationService ResourceNotifications { get; }

    public ResourceCommandService ResourceCommands { get; }

    internal Stack Stack { get; }

    public static IDistributedApplicationBuilder CreateBuilder(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var entryPoint = EntryPoint.Current;
        try
        {
            return new DistributedApplicationBuilder(RunOptions.Parse(args, isTest: entryPoint is not null), entryPoint);
        }
        catch (CannotStartException e) when (entryPoint is null)
        {
            // A person reads this, at a command line: the message is enough.
            Console.Error.WriteLine(e.Message);
            Environment.Exit(2);
            throw;
        }
    }

    /// <summary>Starts everything and returns; what has to wait for something goes on waiting for it.</summary>
    public Task StartAsync(CancellationToken cancellationToken = default) => Stack.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken = default) => Stack.StopAsync().WaitAsync(cancellationToken);

    public void Run() => RunAsync().GetAwaiter().GetResult();

    /// <summary>Runs until Ctrl+C, a signal to stop, or something that a person has to mend.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        if (_entryPoint is not null)
            await _entryPoint.WaitUntilDisposedAsync();
        else
            Environment.ExitCode = await new ConsoleRun(Stack).RunAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Stack.DisposeAsync();
        await _services.DisposeAsync();
        _entryPoint?.Disposed();
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}

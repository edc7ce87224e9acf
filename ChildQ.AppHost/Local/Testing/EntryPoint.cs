using System.Reflection;

namespace ChildQ.AppHost.Local.Testing;

/// <summary>
/// An <c>AppHost.cs</c> that a test runs on a thread of its own: it goes as far as <c>Build()</c> and waits there for the test, then as far as
/// <c>Run()</c> and waits there until the test has disposed the application.
/// </summary>
internal sealed class EntryPoint
{
    private static readonly AsyncLocal<EntryPoint?> Flowing = new();
    private readonly TaskCompletionSource<DistributedApplicationBuilder> _reachedBuild = Source<DistributedApplicationBuilder>();
    private readonly TaskCompletionSource _mayBuild = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<DistributedApplication> _built = Source<DistributedApplication>();
    private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>That of the test which runs this code, or null where a person does.</summary>
    public static EntryPoint? Current => Flowing.Value;

    public Task<DistributedApplicationBuilder> RunUntilBuildAsync(Assembly assembly, string[] args)
    {
        var main = assembly.EntryPoint ?? throw new DistributedApplicationException($"{assembly.GetName().Name} is not a program.");
        var thread = new Thread(() => Run(main, args)) { IsBackground = true, Name = "AppHost.cs" };
        Flowing.Value = this;
        thread.Start();
        Flowing.Value = null;
        return _reachedBuild.Task;
    }

    public Task<DistributedApplication> BuildAsync()
    {
        _mayBuild.TrySetResult();
        return _built.Task;
    }

    public void WaitForTest(DistributedApplicationBuilder builder)
    {
        _reachedBuild.TrySetResult(builder);
        _mayBuild.Task.GetAwaiter().GetResult();
    }

    public void Built(DistributedApplication application) => _built.TrySetResult(application);

    public Task WaitUntilDisposedAsync() => _disposed.Task;

    public void Disposed() => _disposed.TrySetResult();

    private void Run(MethodInfo main, string[] args)
    {
        try
        {
            var result = main.Invoke(null, main.GetParameters().Length == 0 ? [] : [args]);
            if (result is Task task)
                task.GetAwaiter().GetResult();
        }
        catch (TargetInvocationException e)
        {
            _reachedBuild.TrySetException(e.InnerException ?? e);
            _built.TrySetException(e.InnerException ?? e);
        }
    }

    private static TaskCompletionSource<T> Source<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

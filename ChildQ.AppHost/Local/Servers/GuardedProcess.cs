using System.Globalization;
using System.Text;
using CliWrap;

namespace ChildQ.AppHost.Local.Servers;

/// <summary>What to run under guard.</summary>
/// <param name="Program">Its path, or its name if it is on the PATH.</param>
/// <param name="Arguments">One by one, unquoted.</param>
public sealed record GuardedStart(string Program, IReadOnlyList<string> Arguments)
{
    public string WorkingDirectory { get; init; } = Path.GetTempPath();

    /// <summary>Added to (or, with null, taken from) this process's own environment.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>The user to run as, where this process is root; null keeps the present one.</summary>
    public string? User { get; init; }

    /// <summary>The signal that asks it to stop.</summary>
    public string StopSignal { get; init; } = "TERM";

    /// <summary>How long it may take to stop before it is killed.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>
/// A process that cannot outlive this one: between the two stands <c>guard.sh</c>, which holds a pipe from here and stops
/// the process's whole group when the pipe closes, whatever the reason.
/// </summary>
public sealed class GuardedProcess
{
    private static readonly string Guard = ReadGuard();
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private GuardedProcess(GuardedStart start, Action<string, bool> onLine)
    {
        List<string> arguments = ["-c", Guard, "guard", start.StopSignal, Seconds(start.Grace), .. AsUser(start.User)];
        arguments.Add(start.Program);
        arguments.AddRange(start.Arguments);
        // A session of its own, so that a signal to the host's process group (Ctrl+C, kill -9 -PGID) does not reach the guard.
        if (OperatingSystem.IsLinux())
            arguments.Insert(0, "sh");
        var command = Cli.Wrap(OperatingSystem.IsLinux() ? "setsid" : "sh")
            .WithArguments(arguments)
            .WithWorkingDirectory(start.WorkingDirectory)
            .WithEnvironmentVariables(start.Environment)
            .WithStandardInputPipe(PipeSource.Create((pipe, ct) => HoldAsync(pipe, start.Environment, ct)))
            .WithStandardOutputPipe(PipeTarget.ToDelegate(line => OnOutput(line, onLine)))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(line => onLine(line, true)))
            .WithValidation(CommandResultValidation.None);
        Exited = RunAsync(command);
    }

    /// <summary>The process's own id (not its guard's), which is also that of its process group.</summary>
    public Task<int> ProcessId => _started.Task;

    /// <summary>Ends with its exit code when it has gone and its output is read.</summary>
    public Task<int> Exited { get; }

    public static GuardedProcess Start(GuardedStart start, Action<string, bool> onLine)
    {
        if (OperatingSystem.IsWindows())
            throw new CannotStartException(
                "The local host starts native processes on Linux and macOS only. On Windows install Docker Desktop (then Aspire is used), or run in WSL."
            );
        return new GuardedProcess(start, onLine);
    }

    /// <summary>Asks it to stop, kills it when its grace is over, and waits until it is gone.</summary>
    public async Task StopAsync()
    {
        _open.TrySetResult();
        await Exited;
    }

    private async Task<int> RunAsync(Command command)
    {
        try
        {
            var result = await command.ExecuteAsync();
            return result.ExitCode;
        }
        finally
        {
            _started.TrySetCanceled();
        }
    }

    /// <summary>Tells the guard what a shell would not pass on, then keeps the pipe open until the process is to stop.</summary>
    private async Task HoldAsync(Stream pipe, IReadOnlyDictionary<string, string?> environment, CancellationToken ct)
    {
        var hidden = environment.Where(x => x.Value is not null && x.Key.Any(c => c != '_' && !char.IsAsciiLetterOrDigit(c)));
        var text = string.Concat(hidden.Select(x => $"{x.Key}={x.Value}\n")) + "\n";
        await pipe.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
        await pipe.FlushAsync(ct);
        await _open.Task.WaitAsync(ct);
    }

    private void OnOutput(string line, Action<string, bool> onLine)
    {
        if (_started.Task.IsCompleted || !int.TryParse(line, CultureInfo.InvariantCulture, out var id))
            onLine(line, false);
        else
            _started.TrySetResult(id);
    }

    private static string[] AsUser(string? user) =>
        user is null ? [] : ["setpriv", $"--reuid={user}", $"--regid={user}", "--init-groups", "--"];

    private static string Seconds(TimeSpan time) => ((int)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static string ReadGuard()
    {
        using var stream = typeof(GuardedProcess).Assembly.GetManifestResourceStream("guard.sh")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

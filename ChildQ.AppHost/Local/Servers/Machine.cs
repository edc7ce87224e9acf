using CliWrap;
using CliWrap.Buffered;

namespace ChildQ.AppHost.Local.Servers;

/// <summary>What this process may do on this machine: who it is, and installing what is missing.</summary>
/// <param name="mayInstall">Whether a missing package may be installed.</param>
/// <param name="say">Told, for people, what is being done.</param>
public sealed class Machine(bool mayInstall, Action<string> say)
{
    // One apt at a time in this process; between processes dpkg has a lock of its own.
    private static readonly SemaphoreSlim Apt = new(1);

    /// <summary>Whether this process is root, so that servers have to be started as a user with fewer rights.</summary>
    public static bool IsRoot => !OperatingSystem.IsWindows() && string.Equals(Environment.UserName, "root", StringComparison.Ordinal);

    /// <summary>The user to start a server as: the package's own user where we are root, else whoever we are.</summary>
    public static string? ServerUser(string user) => IsRoot ? user : null;

    /// <summary>Finds a program, and installs its package where it is missing and that is allowed.</summary>
    public async Task<string> RequireAsync(string name, string package, Func<string?> find, CancellationToken ct)
    {
        if (find() is { } found)
            return found;
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/apt-get"))
            throw new CannotStartException(
                $"{name} is not installed. Install it ({(OperatingSystem.IsMacOS() ? $"brew install {BrewName(package)}" : $"your system's package {package}")}) and start again."
            );
        if (!mayInstall)
            throw new CannotStartException(
                $"{name} is not installed, and --no-install forbids installing it. Run: {(IsRoot ? "" : "sudo ")}apt-get install -y {package}"
            );
        if (!IsRoot)
            throw new CannotStartException($"{name} is not installed. Run: sudo apt-get install -y {package}");
        await InstallAsync(name, package, ct);
        return find()
            ?? throw new CannotStartException(
                $"Package {package} is installed, but {name}'s programs are not where they should be. See: dpkg -L {package}"
            );
    }

    /// <summary>Makes a folder that the server's user, and nobody else, can read and write.</summary>
    public static async Task MakeFolderAsync(string path, string? user, CancellationToken ct)
    {
        Directory.CreateDirectory(path);
        if (user is not null)
            await Cli.Wrap("chown").WithArguments(["-R", $"{user}:", path]).ExecuteAsync(ct);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Writes a file that nobody but this process's own user can read, from its first byte on.</summary>
    public static void WritePrivate(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(path, options);
        file.Write(text);
    }

    private async Task InstallAsync(string name, string package, CancellationToken ct)
    {
        await Apt.WaitAsync(ct);
        try
        {
            say($"{name} is not installed: installing {package} with apt (about half a minute; --no-install forbids it)");
            var first = await AptGetAsync(["install", "-y", "--no-install-recommends", package], ct);
            if (first.IsSuccess)
                return;
            say("apt could not install it with the package lists it has: fetching new ones");
            await AptGetAsync(["update"], ct);
            var second = await AptGetAsync(["install", "-y", "--no-install-recommends", package], ct);
            if (!second.IsSuccess)
                throw new CannotStartException(
                    $"apt could not install {package}: {LastLine(second)}. Run: apt-get update && apt-get install -y {package}"
                );
        }
        finally
        {
            Apt.Release();
        }
    }

    private async Task<BufferedCommandResult> AptGetAsync(string[] arguments, CancellationToken ct)
    {
        var told = DateTime.MinValue;
        return await Cli.Wrap("apt-get")
            .WithArguments(["-o", "DPkg::Lock::Timeout=300", .. arguments])
            .WithEnvironmentVariables(x => x.Set("DEBIAN_FRONTEND", "noninteractive").Set("LC_ALL", "C.UTF-8"))
            .WithStandardOutputPipe(PipeTarget.ToDelegate(Tell))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(ct);

        void Tell(string line)
        {
            var step = line.StartsWith("Get:", StringComparison.Ordinal) || line.StartsWith("Setting up", StringComparison.Ordinal);
            if (!step || DateTime.UtcNow - told < TimeSpan.FromSeconds(2))
                return;
            told = DateTime.UtcNow;
            say($"apt: {line.Trim()}");
        }
    }

    private static string LastLine(BufferedCommandResult result) =>
        (result.StandardError + "\n" + result.StandardOutput)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .LastOrDefault(x => x.StartsWith("E:", StringComparison.Ordinal))
        ?? $"exit code {result.ExitCode}";

    private static string BrewName(string package) =>
        package switch
        {
            "rabbitmq-server" => "rabbitmq",
            _ => package,
        };
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChildQ.AppHost.Local.Servers;
using CliWrap;

namespace ChildQ.Testing.Servers;

/// <summary>Finds the keeper of a folder, or starts one that lives on when this process ends.</summary>
internal static class KeeperProcess
{
    /// <summary>One per user and clone, so that two clones that test at once do not share.</summary>
    public static KeeperFolder DefaultFolder()
    {
        var clone = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Root())))[..8];
        return new KeeperFolder(Path.Combine(Path.GetTempPath(), $"childq-tests-{Environment.UserName}-{clone}"));
    }

    /// <summary>The caller holds the starter's lock.</summary>
    public static async Task<KeptServers> FindOrStartAsync(KeeperFolder folder, TimeSpan patience)
    {
        var log = Path.Combine(folder.FullPath, "keeper.log");
        if (await WaitForRunningKeeperAsync(folder) is { } servers)
            return servers;
        await StartAsync(folder, patience, log);
        return await WaitForServersAsync(folder, log);
    }

    /// <summary>
    /// The servers of the keeper that lives; null once none does. A keeper that has shut its doors lives on until its servers have stopped:
    /// another one started meanwhile would find the folder taken, and go.
    /// </summary>
    private static async Task<KeptServers?> WaitForRunningKeeperAsync(KeeperFolder folder)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (true)
        {
            using (var keeper = folder.TryBecomeKeeper())
            {
                if (keeper is not null)
                {
                    folder.Forget(); // what a keeper that was killed has left
                    return null;
                }
            }
            if (folder.Read() is { } servers)
                return servers;
            await Task.Delay(50, deadline.Token);
        }
    }

    private static async Task StartAsync(KeeperFolder folder, TimeSpan patience, string log)
    {
        // From a copy: a build that runs meanwhile must not overwrite a running program.
        var program = CopyProgram(Path.Combine(folder.FullPath, "program"));
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var session = OperatingSystem.IsLinux() ? "setsid" : "nohup";
        var seconds = patience.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        await Cli.Wrap("sh")
            .WithArguments(["-c", $"{session} \"$@\" >\"$0\" 2>&1 </dev/null &", log, dotnet, program, "keep", folder.FullPath, seconds])
            .ExecuteAsync();
    }

    private static string CopyProgram(string to)
    {
        var name = typeof(Keeper).Assembly.GetName().Name!;
        if (Directory.Exists(to))
            Directory.Delete(to, recursive: true);
        Directory.CreateDirectory(to);
        string[] files = [$"{name}.dll", $"{name}.runtimeconfig.json", "CliWrap.dll", "Npgsql.dll", "RabbitMQ.Client.dll"];
        foreach (var file in files)
            File.Copy(Path.Combine(AppContext.BaseDirectory, file), Path.Combine(to, file));
        return Path.Combine(to, files[0]);
    }

    private static async Task<KeptServers> WaitForServersAsync(KeeperFolder folder, string log)
    {
        // Long enough for apt to install both servers on a slow line.
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (true)
        {
            if (folder.Read() is { } servers)
                return servers;
            var words = File.Exists(log) ? await File.ReadAllTextAsync(log, deadline.Token) : "";
            if (
                words.Contains("cannot start:", StringComparison.Ordinal) || words.Contains("Unhandled exception", StringComparison.Ordinal)
            )
                throw new InvalidOperationException($"The servers for the tests did not start. {log} says: {words}");
            await Task.Delay(50, deadline.Token);
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.Parent is { } parent && !File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
            folder = parent;
        return folder.FullName;
    }
}

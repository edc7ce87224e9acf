using System.Globalization;

namespace ChildQ.AppHost.Local.Servers;

/// <summary>Where the machine keeps PostgreSQL's and RabbitMQ's programs.</summary>
public static class Programs
{
    private static readonly string[] BrewPrefixes = ["/opt/homebrew/opt", "/usr/local/opt", "/home/linuxbrew/.linuxbrew/opt"];

    /// <summary>PostgreSQL's folder of programs: the newest, or the one of a given major version; null where there is none.</summary>
    public static string? FindPostgres(int? version = null) =>
        PostgresFolders()
            .Where(folder => IsThere(Path.Combine(folder, "initdb")) && IsThere(Path.Combine(folder, "postgres")))
            .Select(folder => (Folder: folder, Version: VersionOf(folder)))
            .Where(x => version is null || x.Version is null || x.Version == version)
            .OrderByDescending(x => x.Version ?? 0)
            .Select(x => x.Folder)
            .FirstOrDefault();

    /// <summary>The <c>rabbitmq-server</c> script itself, not the wrapper of a Linux package; null where there is none.</summary>
    public static string? FindRabbit() =>
        new[] { "/usr/lib/rabbitmq/bin" }
            .Concat(Matching("/usr/lib/rabbitmq/lib", "rabbitmq_server-*").Select(x => Path.Combine(x, "sbin")))
            .Concat(BrewPrefixes.Select(x => Path.Combine(x, "rabbitmq", "sbin")))
            .Concat(SearchPath().Where(x => !x.StartsWith("/usr/sbin", StringComparison.Ordinal)))
            .Select(x => Path.Combine(x, "rabbitmq-server"))
            .FirstOrDefault(IsThere);

    /// <summary>Erlang's port mapper, by which RabbitMQ's node is found.</summary>
    public static string? FindEpmd() =>
        SearchPath()
            .Concat(Matching("/usr/lib/erlang", "erts-*").Select(x => Path.Combine(x, "bin")))
            .Concat(
                BrewPrefixes
                    .SelectMany(x => Matching(Path.Combine(x, "erlang", "lib", "erlang"), "erts-*"))
                    .Select(x => Path.Combine(x, "bin"))
            )
            .Select(x => Path.Combine(x, "epmd"))
            .FirstOrDefault(IsThere);

    /// <summary>Whether a program can be started. A link that is left over from a package now gone is no program.</summary>
    public static bool IsThere(string file) =>
        File.Exists(file) && new FileInfo(file).ResolveLinkTarget(returnFinalTarget: true) is not { Exists: false };

    private static IEnumerable<string> PostgresFolders() =>
        Matching("/usr/lib/postgresql", "*")
            .Concat(Matching("/usr", "pgsql-*"))
            .Concat(BrewPrefixes.SelectMany(x => Matching(x, "postgresql*")))
            .Select(x => Path.Combine(x, "bin"))
            .Concat(SearchPath());

    /// <summary>The major version that a folder's name tells (/usr/lib/postgresql/15/bin, .../postgresql@17/bin).</summary>
    private static int? VersionOf(string folder)
    {
        var name = Path.GetFileName(Path.GetDirectoryName(folder)) ?? "";
        var digits = new string([.. name.SkipWhile(x => !char.IsAsciiDigit(x)).TakeWhile(char.IsAsciiDigit)]);
        return int.TryParse(digits, CultureInfo.InvariantCulture, out var version) ? version : null;
    }

    private static string[] Matching(string folder, string pattern) =>
        Directory.Exists(folder) ? Directory.GetDirectories(folder, pattern) : [];

    private static string[] SearchPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}

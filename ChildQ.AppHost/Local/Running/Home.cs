using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using ChildQ.AppHost.Local.Servers;

namespace ChildQ.AppHost.Local.Running;

/// <summary>The folder in which one stack keeps its data and its generated secrets. One stack at a time uses it.</summary>
internal sealed class Home : IDisposable
{
    private const string TestPrefix = "childq-stack-";
    private readonly FileStream _lock;
    private readonly bool _isTemporary;
    private readonly Dictionary<string, string> _secrets;
    private readonly Lock _secretsLock = new();

    private Home(string path, FileStream @lock, bool isTemporary)
    {
        FullPath = path;
        _lock = @lock;
        _isTemporary = isTemporary;
        _secrets = File.Exists(SecretsFile) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(SecretsFile))! : [];
    }

    public string FullPath { get; }

    private string SecretsFile => Path.Combine(FullPath, "secrets.json");

    /// <summary>Takes the folder, and wipes it where that is asked for.</summary>
    /// <exception cref="CannotStartException">Another run uses it.</exception>
    public static Home Open(RunOptions options)
    {
        var isTemporary = options.IsTest && options.Home is null;
        if (isTemporary)
            DeleteAbandoned();
        var path = isTemporary ? Path.Combine(Path.GetTempPath(), TestPrefix + Guid.NewGuid().ToString("N")) : options.Home ?? UsualPath();
        path = Path.GetFullPath(path);
        Make(path);
        var taken = Take(path);
        if (options.Fresh)
            Wipe(path);
        return new Home(path, taken, isTemporary);
    }

    public string Folder(string name) => Path.Combine(FullPath, name);

    /// <summary>A secret that is generated when it is first asked for, and kept.</summary>
    public string Secret(string name, int length = 32)
    {
        lock (_secretsLock)
        {
            if (_secrets.TryGetValue(name, out var known))
                return known;
            var secret = RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", length);
            _secrets[name] = secret;
            Machine.WritePrivate(SecretsFile, JsonSerializer.Serialize(_secrets));
            return secret;
        }
    }

    public void Dispose()
    {
        File.Delete(OwnerFile(FullPath));
        if (_isTemporary)
            Directory.Delete(FullPath, recursive: true);
        _lock.Dispose();
    }

    /// <summary>As root the servers run as users of their own, who cannot look into root's home.</summary>
    private static string UsualPath() =>
        Machine.IsRoot ? "/var/lib/childq" : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".childq");

    private static void Make(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            if (Machine.IsRoot && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new CannotStartException($"{e.Message} Choose another folder: CHILDQ_HOME=/path dotnet run --project ChildQ.AppHost", e);
        }
    }

    private static FileStream Take(string path)
    {
        FileStream taken;
        try
        {
            taken = new FileStream(Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            var owner = File.Exists(OwnerFile(path)) ? File.ReadAllText(OwnerFile(path)).Trim() : "a run that has just begun";
            throw new CannotStartException(
                $"{path} is in use by {owner}. Stop that run with Ctrl+C, or give this one a folder of its own: CHILDQ_HOME=/path dotnet run --project ChildQ.AppHost",
                e
            );
        }
        var since = DateTimeOffset.Now.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        File.WriteAllText(OwnerFile(path), $"process {Environment.ProcessId}, since {since}");
        return taken;
    }

    private static void Wipe(string path)
    {
        foreach (var folder in Directory.GetDirectories(path))
            Directory.Delete(folder, recursive: true);
        File.Delete(Path.Combine(path, "secrets.json"));
    }

    /// <summary>Of tests that were killed.</summary>
    private static void DeleteAbandoned()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), TestPrefix + "*"))
        {
            try
            {
                using var unused = new FileStream(Path.Combine(folder, "lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // In use, or somebody else's.
            }
        }
    }

    private static string OwnerFile(string path) => Path.Combine(path, "owner");
}

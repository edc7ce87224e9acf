using System.Text.Json;

namespace ChildQ.AppHost.Local.Servers;

/// <summary>What the keeper tells those who use its servers.</summary>
public sealed record KeptServers(PostgresSettings Postgres, RabbitSettings Rabbit, int KeeperProcessId);

/// <summary>
/// The folder through which test processes and the keeper find each other. Who uses the servers holds a shared lock on <c>users</c>, which
/// ends with the process however it ends; the keeper holds <c>keeper</c> as long as it lives.
/// </summary>
public sealed class KeeperFolder(string path)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public string FullPath { get; } = Directory.CreateDirectory(path).FullName;

    private string ServersFile => Path.Combine(FullPath, "servers.json");

    /// <summary>Held by a user of the servers; null while the keeper looks whether there are users, or stops.</summary>
    public FileStream? TryUse() => TryOpen("users", FileAccess.Read, FileShare.Read);

    /// <summary>Held only when nobody uses the servers, and then nobody can begin to.</summary>
    public FileStream? TryCloseToUsers() => TryOpen("users", FileAccess.ReadWrite, FileShare.None);

    /// <summary>Held by the keeper; there is one at a time.</summary>
    public FileStream? TryBecomeKeeper() => TryOpen("keeper", FileAccess.ReadWrite, FileShare.None);

    /// <summary>Held by the one process that looks whether a keeper has to be started.</summary>
    public FileStream? TryBecomeStarter() => TryOpen("starter", FileAccess.ReadWrite, FileShare.None);

    public KeptServers? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<KeptServers>(File.ReadAllText(ServersFile));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    public void Write(KeptServers servers)
    {
        var unfinished = ServersFile + ".new";
        File.WriteAllText(unfinished, JsonSerializer.Serialize(servers, Json));
        File.Move(unfinished, ServersFile, overwrite: true);
    }

    public void Forget() => File.Delete(ServersFile);

    private FileStream? TryOpen(string name, FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(Path.Combine(FullPath, name), FileMode.OpenOrCreate, access, share);
        }
        catch (IOException)
        {
            return null;
        }
    }
}

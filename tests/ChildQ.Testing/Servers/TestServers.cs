using System.Net.Http.Headers;
using System.Text;
using ChildQ.AppHost.Local.Servers;

namespace ChildQ.Testing.Servers;

/// <summary>
/// The PostgreSQL and the RabbitMQ that all test processes of one <c>dotnet test</c> share. The first process to ask has them started, in
/// a process of their own (the keeper), which stops them when nobody has used them for 20 seconds. Always native
/// servers, whichever orchestrator the AppHost is built for.
/// </summary>
public sealed class TestServers
{
    private static readonly SemaphoreSlim Once = new(1);
    private static readonly HttpClient Http = new();
    private static TestServers? _current;

    private readonly KeptServers _servers;
    private readonly FileStream _use;

    private TestServers(KeptServers servers, FileStream use)
    {
        _servers = servers;
        _use = use;
    }

    /// <summary>The servers, started where nobody has started them yet; in use until this process ends.</summary>
    public static async Task<TestServers> UseAsync()
    {
        await Once.WaitAsync();
        try
        {
            return _current ??= await FindOrStartAsync(KeeperProcess.DefaultFolder());
        }
        finally
        {
            Once.Release();
        }
    }

    /// <summary>Makes a database with a name that nobody else has, and returns its connection string.</summary>
    /// <param name="prefix">What its name begins with, at most 30 characters.</param>
    public async Task<string> CreateDatabaseAsync(string prefix)
    {
        var name = UniqueName(prefix);
        await PostgresServer.EnsureDatabaseAsync(_servers.Postgres, name, CancellationToken.None);
        return _servers.Postgres.ConnectionString(name);
    }

    /// <summary>Makes a virtual host with a name that nobody else has, and returns its address (<c>amqp://…/name</c>).</summary>
    public async Task<string> CreateVirtualHostAsync(string prefix)
    {
        var name = UniqueName(prefix);
        await ManageAsync($"/api/vhosts/{name}", "{}");
        await ManageAsync($"/api/permissions/{name}/{RabbitSettings.User}", """{ "configure": ".*", "write": ".*", "read": ".*" }""");
        return $"{_servers.Rabbit.ConnectionString}/{name}";
    }

    internal static async Task<TestServers> FindOrStartAsync(KeeperFolder folder, TimeSpan? patience = null)
    {
        using var starter = await WaitForAsync(folder.TryBecomeStarter, TimeSpan.FromMinutes(5));
        var use = await WaitForAsync(folder.TryUse, TimeSpan.FromMinutes(1));
        return new TestServers(await KeeperProcess.FindOrStartAsync(folder, patience ?? TimeSpan.FromSeconds(20)), use);
    }

    internal KeptServers Kept => _servers;

    /// <summary>Ends this process's use of the servers before the process ends; only the tests of the keeper need it.</summary>
    internal void EndUse() => _use.Dispose();

    private static async Task<FileStream> WaitForAsync(Func<FileStream?> tryOpen, TimeSpan limit)
    {
        using var deadline = new CancellationTokenSource(limit);
        while (true)
        {
            if (tryOpen() is { } file)
                return file;
            await Task.Delay(20, deadline.Token);
        }
    }

    private async Task ManageAsync(string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"http://127.0.0.1:{_servers.Rabbit.ManagementPort}{path}");
        var credentials = Encoding.ASCII.GetBytes($"{RabbitSettings.User}:{_servers.Rabbit.Password}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(credentials));
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    private static string UniqueName(string prefix) => $"{prefix}_{Guid.CreateVersion7():N}";
}

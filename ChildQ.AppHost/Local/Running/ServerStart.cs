using ChildQ.AppHost.Local.Servers;

namespace ChildQ.AppHost.Local.Running;

/// <summary>Starts PostgreSQL or RabbitMQ, again and again if need be, always the same way.</summary>
internal sealed class ServerStart(string name, Output output, Machine machine)
{
    private Func<CancellationToken, Task<RunningProcess>>? _start;

    public IReadOnlyList<string> Urls { get; private set; } = [];

    public ServerStart Postgres(PostgresSettings settings, bool keepsData)
    {
        Urls = [$"postgres://localhost:{settings.Port}"];
        ForgetUnless(keepsData, settings.Folder);
        _start = async ct =>
        {
            var server = await PostgresServer.StartAsync(settings, machine, Write, ct);
            return new RunningProcess(server.Process, server.IsHealthyAsync, server.StopAsync);
        };
        return this;
    }

    public ServerStart Rabbit(RabbitSettings settings, bool keepsData)
    {
        Urls = settings.ManagementPort is { } port
            ? [$"amqp://localhost:{settings.Port}", $"http://localhost:{port}"]
            : [$"amqp://localhost:{settings.Port}"];
        ForgetUnless(keepsData, settings.Folder);
        _start = async ct =>
        {
            var server = await RabbitServer.StartAsync(settings, machine, Write, ct);
            return new RunningProcess(server.Process, server.IsHealthyAsync, server.StopAsync);
        };
        return this;
    }

    public Task<RunningProcess> StartAsync(CancellationToken ct) => _start!(ct);

    private static void ForgetUnless(bool keepsData, string folder)
    {
        if (!keepsData && Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    // The servers write their ordinary log to standard error.
    private void Write(string line, bool isError) => output.Write(name, line, isError: false);
}

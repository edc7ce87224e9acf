using System.Globalization;
using RabbitMQ.Client;

namespace ChildQ.AppHost.Local.Servers;

/// <summary>One RabbitMQ: where its data is and how it is reached. All its ports are on loopback.</summary>
public sealed record RabbitSettings(string Folder, int Port, string Password)
{
    public const string User = "childq";

    public required int EpmdPort { get; init; }

    /// <summary>Between Erlang nodes; only <c>rabbitmqctl</c> uses it here.</summary>
    public required int DistributionPort { get; init; }

    /// <summary>False where the data need not survive (tests): stops at once, where an orderly stop takes some seconds.</summary>
    public bool IsDurable { get; init; } = true;

    /// <summary>Of the management plugin's HTTP API; null leaves the plugin off.</summary>
    public int? ManagementPort { get; init; }

    public string ConnectionString => $"amqp://{User}:{Password}@127.0.0.1:{Port}";

    public Uri? ManagementUrl => ManagementPort is { } port ? new Uri($"http://{User}:{Password}@127.0.0.1:{port}") : null;
}

/// <summary>A RabbitMQ started from the machine's own programs, with an epmd of its own, so that it never meets another node.</summary>
public sealed class RabbitServer
{
    private readonly RabbitSettings _settings;
    private readonly GuardedProcess _epmd;

    private RabbitServer(RabbitSettings settings, GuardedProcess process, GuardedProcess epmd)
    {
        _settings = settings;
        Process = process;
        _epmd = epmd;
    }

    public GuardedProcess Process { get; }

    /// <summary>Starts it and returns when it accepts a connection.</summary>
    public static async Task<RabbitServer> StartAsync(
        RabbitSettings settings,
        Machine machine,
        Action<string, bool> log,
        CancellationToken ct
    )
    {
        var program = await machine.RequireAsync("RabbitMQ", "rabbitmq-server", Programs.FindRabbit, ct);
        var epmdProgram = await machine.RequireAsync("Erlang's epmd", "erlang-base", Programs.FindEpmd, ct);
        var user = Machine.ServerUser("rabbitmq");
        await Machine.MakeFolderAsync(settings.Folder, user, ct);
        await WriteConfigurationAsync(settings, ct);
        await Machine.MakeFolderAsync(settings.Folder, user, ct); // its files too are the server's

        var epmd = GuardedProcess.Start(
            new GuardedStart(epmdProgram, ["-port", Text(settings.EpmdPort), "-address", "127.0.0.1"]) { User = user },
            log
        );
        var process = GuardedProcess.Start(
            new GuardedStart(program, [])
            {
                User = user,
                WorkingDirectory = settings.Folder,
                Environment = Environment(settings),
                StopSignal = settings.IsDurable ? "TERM" : "KILL",
                Grace = TimeSpan.FromSeconds(20),
            },
            log
        );
        var server = new RabbitServer(settings, process, epmd);
        await server.WaitUntilReadyAsync(ct);
        return server;
    }

    public async Task<bool> IsHealthyAsync(CancellationToken ct)
    {
        try
        {
            var factory = new ConnectionFactory
            {
                Uri = new Uri(_settings.ConnectionString),
                RequestedConnectionTimeout = TimeSpan.FromSeconds(3),
                AutomaticRecoveryEnabled = false,
                ClientProvidedName = "local host's health check",
            };
            await using var connection = await factory.CreateConnectionAsync(ct);
            return connection.IsOpen;
        }
        catch (Exception e) when (e is RabbitMQ.Client.Exceptions.RabbitMQClientException or IOException)
        {
            return false;
        }
    }

    public async Task StopAsync()
    {
        await Process.StopAsync();
        await _epmd.StopAsync();
    }

    private static async Task WriteConfigurationAsync(RabbitSettings settings, CancellationToken ct)
    {
        List<string> lines =
        [
            $"listeners.tcp.1 = 127.0.0.1:{settings.Port}",
            $"default_user = {RabbitSettings.User}",
            $"default_pass = {settings.Password}",
            "log.console = true",
            "log.console.level = warning",
            "log.console.use_colors = off",
            "log.file = false",
        ];
        if (settings.ManagementPort is { } port)
            lines.AddRange(["management.tcp.ip = 127.0.0.1", $"management.tcp.port = {port}"]);
        Machine.WritePrivate(Path.Combine(settings.Folder, "rabbitmq.conf"), string.Join('\n', lines) + "\n");
        await File.WriteAllTextAsync(
            Path.Combine(settings.Folder, "enabled_plugins"),
            settings.ManagementPort is null ? "[]." : "[rabbitmq_management].",
            ct
        );
    }

    private static Dictionary<string, string?> Environment(RabbitSettings settings) =>
        new(StringComparer.Ordinal)
        {
            ["HOME"] = settings.Folder,
            ["RABBITMQ_NODENAME"] = "childq@localhost",
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(settings.Folder, "mnesia"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(settings.Folder, "log"),
            ["RABBITMQ_DIST_PORT"] = Text(settings.DistributionPort),
            ["ERL_EPMD_PORT"] = Text(settings.EpmdPort),
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_CONFIG_FILE"] = Path.Combine(settings.Folder, "rabbitmq.conf"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(settings.Folder, "enabled_plugins"),
            ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
            // Makes the script become the Erlang machine instead of standing between it and the guard.
            ["RUNNING_UNDER_SYSTEMD"] = "true",
            ["NOTIFY_SOCKET"] = null,
            // Loopback only, and no busy waiting: a developer's laptop has other work to do.
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "+sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1}",
        };

    private async Task WaitUntilReadyAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(120));
        try
        {
            while (!await IsHealthyAsync(limit.Token))
            {
                if (Process.Exited.IsCompleted)
                    throw new CannotStartException(
                        $"RabbitMQ stopped while it was starting (exit code {await Process.Exited}); its own words are above, under its name. Where its data are damaged, begin anew: dotnet run --project ChildQ.AppHost -- --fresh"
                    );
                await Task.Delay(100, limit.Token);
            }
        }
        catch (Exception e)
        {
            await StopAsync();
            if (e is OperationCanceledException && !ct.IsCancellationRequested)
                throw new CannotStartException("RabbitMQ did not answer within 120 seconds; its own words are above, under its name.", e);
            throw;
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

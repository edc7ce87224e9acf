using System.Globalization;
using CliWrap;
using CliWrap.Buffered;
using Npgsql;

namespace ChildQ.AppHost.Local.Servers;

/// <summary>One PostgreSQL: where its data is and how it is reached.</summary>
/// <param name="Folder">Holds its data; made where it is missing.</param>
/// <param name="Port">On loopback; there is no Unix socket.</param>
public sealed record PostgresSettings(string Folder, int Port, string Password)
{
    public const string User = "postgres";

    /// <summary>False where the data need not survive a crash (tests): several times faster.</summary>
    public bool IsDurable { get; init; } = true;

    public string ConnectionString(string database = "postgres") =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port,
            Username = User,
            Password = Password,
            Database = database,
        }.ConnectionString;
}

/// <summary>A PostgreSQL started from the machine's own programs.</summary>
public sealed class PostgresServer
{
    private readonly PostgresSettings _settings;

    private PostgresServer(PostgresSettings settings, GuardedProcess process)
    {
        _settings = settings;
        Process = process;
    }

    public GuardedProcess Process { get; }

    /// <summary>Starts it, making its data folder first where there is none, and returns when it answers.</summary>
    public static async Task<PostgresServer> StartAsync(
        PostgresSettings settings,
        Machine machine,
        Action<string, bool> log,
        CancellationToken ct
    )
    {
        var user = Machine.ServerUser("postgres");
        var cluster = Path.Combine(settings.Folder, "cluster");
        var version = await DataVersionAsync(cluster, ct);
        var programs = await machine.RequireAsync(
            version is null ? "PostgreSQL" : $"PostgreSQL {version}",
            version is null ? "postgresql" : $"postgresql-{version}",
            () => Programs.FindPostgres(version),
            ct
        );
        if (version is null)
            await InitialiseAsync(settings, programs, cluster, user, ct);
        else
            await WaitForFormerOwnerAsync(cluster, ct);

        var process = GuardedProcess.Start(
            new GuardedStart(Path.Combine(programs, "postgres"), Arguments(settings, cluster))
            {
                User = user,
                WorkingDirectory = settings.Folder,
                StopSignal = "INT", // PostgreSQL's fast shutdown: ends sessions, writes a checkpoint
                Grace = TimeSpan.FromSeconds(20),
            },
            log
        );
        var server = new PostgresServer(settings, process);
        await server.WaitUntilReadyAsync(ct);
        return server;
    }

    public async Task<bool> IsHealthyAsync(CancellationToken ct)
    {
        try
        {
            await ExecuteAsync("select 1", ct);
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Makes a database where there is none of that name.</summary>
    public static async Task EnsureDatabaseAsync(PostgresSettings settings, string name, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(settings.ConnectionString() + ";Pooling=false");
        await connection.OpenAsync(ct);
        await using var exists = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection);
        exists.Parameters.AddWithValue(name);
        if (await exists.ExecuteScalarAsync(ct) is not null)
            return;
        var quoted = name.Replace("\"", "\"\"", StringComparison.Ordinal);
#pragma warning disable CA2100 // a database's name cannot be a parameter; it is quoted
        await using var create = new NpgsqlCommand($"create database \"{quoted}\"", connection);
#pragma warning restore CA2100
        await create.ExecuteNonQueryAsync(ct);
    }

    public Task StopAsync() => Process.StopAsync();

    private static List<string> Arguments(PostgresSettings settings, string cluster)
    {
        List<string> options =
        [
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=300",
            "log_checkpoints=off",
            "timezone=UTC",
        ];
        if (!settings.IsDurable)
            options.AddRange(["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off"]);
        return ["-D", cluster, "-p", settings.Port.ToString(CultureInfo.InvariantCulture), .. options.SelectMany(x => new[] { "-c", x })];
    }

    /// <summary>Into a folder beside it first, so that an interrupted start never leaves half a cluster.</summary>
    private static async Task InitialiseAsync(
        PostgresSettings settings,
        string programs,
        string cluster,
        string? user,
        CancellationToken ct
    )
    {
        var unfinished = cluster + ".new";
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        await Machine.MakeFolderAsync(settings.Folder, user, ct);
        var password = Path.Combine(settings.Folder, "password");
        Machine.WritePrivate(password, settings.Password);
        await Machine.MakeFolderAsync(settings.Folder, user, ct); // the file too is the server's
        string[] command =
        [
            .. user is null ? [] : (string[])["setpriv", $"--reuid={user}", $"--regid={user}", "--init-groups", "--"],
            Path.Combine(programs, "initdb"),
        ];
        BufferedCommandResult result;
        try
        {
            result = await Cli.Wrap(command[0])
                .WithArguments([
                    .. command[1..],
                    "--pgdata",
                    unfinished,
                    "--username",
                    PostgresSettings.User,
                    $"--pwfile={password}",
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                    .. settings.IsDurable ? [] : (string[])["--no-sync"],
                ])
                .WithWorkingDirectory(settings.Folder)
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(ct);
        }
        finally
        {
            File.Delete(password);
        }
        if (!result.IsSuccess)
            throw new CannotStartException(
                $"PostgreSQL's initdb failed in {settings.Folder}: {result.StandardError.Trim()}. Mend it, or choose another folder: CHILDQ_HOME=/path dotnet run --project ChildQ.AppHost"
            );
        Directory.Move(unfinished, cluster);
    }

    private static async Task<int?> DataVersionAsync(string cluster, CancellationToken ct)
    {
        var file = Path.Combine(cluster, "PG_VERSION");
        return File.Exists(file) ? int.Parse(await File.ReadAllTextAsync(file, ct), CultureInfo.InvariantCulture) : null;
    }

    /// <summary>After a host was killed its PostgreSQL still takes a moment to shut down.</summary>
    private static async Task WaitForFormerOwnerAsync(string cluster, CancellationToken ct)
    {
        var file = Path.Combine(cluster, "postmaster.pid");
        for (var attempt = 0; attempt < 300; attempt++)
        {
            var owner = File.Exists(file) ? (await File.ReadAllLinesAsync(file, ct)).FirstOrDefault() : null;
            if (!int.TryParse(owner, CultureInfo.InvariantCulture, out var id) || !IsRunning(id))
                return;
            if (attempt == 299)
                throw new CannotStartException($"Another PostgreSQL (process {id}) still uses {cluster}. Stop it: kill -INT {id}");
            await Task.Delay(100, ct);
        }
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return process.ProcessName.Contains("postgres", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private async Task WaitUntilReadyAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        try
        {
            while (!await IsHealthyAsync(limit.Token))
            {
                if (Process.Exited.IsCompleted)
                    throw new CannotStartException(
                        $"PostgreSQL stopped while it was starting (exit code {await Process.Exited}); its own words are above, under its name. Where its data are damaged, begin anew: dotnet run --project ChildQ.AppHost -- --fresh"
                    );
                await Task.Delay(50, limit.Token);
            }
        }
        catch (Exception e)
        {
            await StopAsync();
            if (e is OperationCanceledException && !ct.IsCancellationRequested)
                throw new CannotStartException("PostgreSQL did not answer within 60 seconds; its own words are above, under its name.", e);
            throw;
        }
    }

    private async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(_settings.ConnectionString() + ";Pooling=false;Timeout=2");
        await connection.OpenAsync(ct);
#pragma warning disable CA2100 // the only callers pass literals
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(ct);
    }
}

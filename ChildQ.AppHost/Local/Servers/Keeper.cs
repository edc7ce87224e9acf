using System.Diagnostics;
using System.Security.Cryptography;

namespace ChildQ.AppHost.Local.Servers;

/// <summary>Keeps one PostgreSQL and one RabbitMQ for all test processes of a run, until nobody has used them for a while.</summary>
public sealed class Keeper(KeeperFolder folder, TimeSpan patience, TextWriter log)
{
    public async Task<int> RunAsync(CancellationToken ct)
    {
        using var only = folder.TryBecomeKeeper();
        if (only is null)
            return 0; // another one keeps this folder
        folder.Forget();
        var data = Path.Combine(folder.FullPath, "data");
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);

        using var ports = new Ports();
        var machine = new Machine(mayInstall: true, say: log.WriteLine);
        var password = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var postgres = new PostgresSettings(Path.Combine(data, "postgres"), ports.Next(), password) { IsDurable = false };
        var rabbit = new RabbitSettings(Path.Combine(data, "rabbitmq"), ports.Next(), password)
        {
            EpmdPort = ports.Next(),
            DistributionPort = ports.Next(),
            ManagementPort = ports.Next(),
            IsDurable = false,
        };
        await KeepAsync(postgres, rabbit, machine, ct);
        Directory.Delete(data, recursive: true);
        return 0;
    }

    private async Task KeepAsync(PostgresSettings postgres, RabbitSettings rabbit, Machine machine, CancellationToken ct)
    {
        var startingRabbit = RabbitServer.StartAsync(rabbit, machine, Log("rabbitmq"), ct);
        var runningPostgres = await PostgresServer.StartAsync(postgres, machine, Log("postgres"), ct);
        try
        {
            var runningRabbit = await startingRabbit;
            try
            {
                folder.Write(new KeptServers(postgres, rabbit, Environment.ProcessId));
                using var closed = await WaitUntilUnusedAsync(runningPostgres, runningRabbit, ct);
                folder.Forget();
            }
            finally
            {
                await runningRabbit.StopAsync();
            }
        }
        finally
        {
            await runningPostgres.StopAsync();
        }
    }

    /// <summary>Returns holding the lock that keeps new users out, or null when a server has failed or this process is asked to stop.</summary>
    private async Task<FileStream?> WaitUntilUnusedAsync(PostgresServer postgres, RabbitServer rabbit, CancellationToken ct)
    {
        var unused = Stopwatch.StartNew();
        while (!ct.IsCancellationRequested && !postgres.Process.Exited.IsCompleted && !rabbit.Process.Exited.IsCompleted)
        {
            var closed = folder.TryCloseToUsers();
            if (closed is null)
                unused.Restart();
            else if (unused.Elapsed >= patience)
                return closed;
            closed?.Dispose();
            await Task.Delay(500, ct).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
        return null;
    }

    private Action<string, bool> Log(string name) =>
        (line, _) =>
        {
            lock (log)
                log.WriteLine($"{DateTime.UtcNow:HH:mm:ss.fff} {name} | {line}");
        };
}

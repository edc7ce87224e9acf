using ChildQ.AppHost.Local.Servers;
using ChildQ.Testing;
using ChildQ.Testing.Servers;
using Npgsql;
using RabbitMQ.Client;

namespace ChildQ.AppHost.Tests.Servers;

public sealed class KeeperTests : IDisposable
{
    private readonly KeeperFolder _folder = new(Path.Combine(Path.GetTempPath(), $"childq-keeper-{Guid.NewGuid():N}"));

    [Fact]
    public async Task Users_share_one_pair_of_servers_which_stops_when_the_last_has_gone()
    {
        var first = await TestServers.FindOrStartAsync(_folder, TimeSpan.FromSeconds(1));
        var second = await TestServers.FindOrStartAsync(_folder, TimeSpan.FromSeconds(1));
        Assert.Equal(first.Kept, second.Kept);
        await AnswersAsync(first);
        Assert.NotEqual(await first.CreateDatabaseAsync("one"), await second.CreateDatabaseAsync("one"));

        first.EndUse();
        await AnswersAsync(second);
        second.EndUse();

        await Processes.AreGoneAsync(_folder.FullPath);
        Assert.Null(_folder.Read());
    }

    [Fact]
    public async Task A_keeper_that_is_killed_leaves_no_server_and_the_next_user_gets_new_ones()
    {
        var first = await TestServers.FindOrStartAsync(_folder, TimeSpan.FromSeconds(1));
        var epmd = $"epmd -port {first.Kept.Rabbit.EpmdPort} ";
        Assert.NotEmpty(Processes.Naming(epmd));

        Processes.KillHard(first.Kept.KeeperProcessId);

        await Processes.AreGoneAsync(_folder.FullPath);
        await Processes.AreGoneAsync(epmd);
        first.EndUse();
        var second = await TestServers.FindOrStartAsync(_folder, TimeSpan.FromSeconds(1));
        Assert.NotEqual(first.Kept.KeeperProcessId, second.Kept.KeeperProcessId);
        await AnswersAsync(second);
        second.EndUse();
        await Processes.AreGoneAsync(_folder.FullPath);
    }

    [Fact]
    public async Task Whoever_comes_while_a_keeper_stops_its_servers_gets_new_ones()
    {
        var first = await TestServers.FindOrStartAsync(_folder, TimeSpan.Zero);
        first.EndUse();
        await Eventually.TrueAsync(() => Task.FromResult(_folder.Read() is null), "The keeper shuts its doors."); // its doors are shut, its servers still stopping

        var second = await TestServers.FindOrStartAsync(_folder, TimeSpan.FromSeconds(1));

        Assert.NotEqual(first.Kept.KeeperProcessId, second.Kept.KeeperProcessId);
        await AnswersAsync(second);
        second.EndUse();
        await Processes.AreGoneAsync(_folder.FullPath);
    }

    public void Dispose() => Directory.Delete(_folder.FullPath, recursive: true);

    private static async Task AnswersAsync(TestServers servers)
    {
        await using var database = new NpgsqlConnection(await servers.CreateDatabaseAsync("answers"));
        await database.OpenAsync();
        var factory = new ConnectionFactory { Uri = new Uri(await servers.CreateVirtualHostAsync("answers")) };
        await using var broker = await factory.CreateConnectionAsync();
        Assert.True(broker.IsOpen);
    }
}

using ChildQ.AppHost.Local;
using ChildQ.AppHost.Local.Running;
using ChildQ.AppHost.Local.Testing;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace ChildQ.AppHost.Tests.Running;

public sealed class StackTests
{
    [Fact]
    public async Task Two_stacks_run_at_once_without_meeting_and_leave_nothing_behind()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var first = Postgres();
        await using var second = Postgres();

        await Task.WhenAll(first.StartAsync(ct), second.StartAsync(ct));
        await first.ResourceNotifications.WaitForResourceHealthyAsync("schools", ct);
        await second.ResourceNotifications.WaitForResourceHealthyAsync("schools", ct);

        var folders = new[] { first.Stack.Folder!, second.Stack.Folder! };
        var processes = first.Stack.States.All.Concat(second.Stack.States.All).Select(x => x.ProcessId).OfType<int>().ToList();
        Assert.Equal(4, processes.Distinct().Count());
        Assert.NotEqual(await first.GetConnectionStringAsync("schools-db", ct), await second.GetConnectionStringAsync("schools-db", ct));
        await first.StopAsync(ct);
        await second.StopAsync(ct);
        foreach (var process in processes)
            await Processes.IsGoneAsync(process);
        Assert.All(folders, x => Assert.False(Directory.Exists(x)));
    }

    [Fact]
    public async Task RabbitMQ_stops_and_starts_by_command_at_the_same_address()
    {
        var ct = TestContext.Current.CancellationToken;
        var builder = Sample.Stack();
        builder.AddRabbitMQ("messaging").WithDataVolume();
        await using var app = builder.Build();
        await app.StartAsync(ct);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("messaging", ct);
        var factory = new ConnectionFactory { Uri = new Uri((await app.GetConnectionStringAsync("messaging", ct))!) };
        var commands = app.Services.GetRequiredService<ResourceCommandService>();

        await commands.ExecuteCommandAsync("messaging", KnownResourceCommands.StopCommand, ct);
        await Assert.ThrowsAsync<BrokerUnreachableException>(() => factory.CreateConnectionAsync(ct));
        await commands.ExecuteCommandAsync("messaging", KnownResourceCommands.StartCommand, ct);
        await app.Stack.States.WaitUntilAsync("messaging", x => x.IsReady, ct);

        await using var connection = await factory.CreateConnectionAsync(ct);
        Assert.True(connection.IsOpen);
    }

    [Fact]
    public async Task A_postgres_that_is_killed_starts_again_with_its_data()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var app = Postgres();
        await app.StartAsync(ct);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("schools", ct);
        var server = app.Stack.States.All.Single(x => x.Kind == "PostgreSQL");

        Processes.KillHard(server.ProcessId!.Value);
        await app.Stack.States.WaitUntilAsync("postgres", x => x is { Restarts: > 0, IsReady: true }, ct);

        await using var database = new Npgsql.NpgsqlConnection(await app.GetConnectionStringAsync("schools-db", ct));
        await database.OpenAsync(ct);
    }

    [Fact]
    public async Task What_is_written_in_one_run_is_there_in_the_next_from_the_same_folder()
    {
        var ct = TestContext.Current.CancellationToken;
        var home = Directory.CreateTempSubdirectory("childq-kept-");
        try
        {
            await RunAsync("CREATE TABLE kept AS SELECT 7 AS value");
            Assert.Equal(7, await RunAsync("SELECT value FROM kept"));
        }
        finally
        {
            home.Delete(recursive: true);
        }

        async Task<object?> RunAsync(string sql)
        {
            await using var app = Postgres(new DistributedApplicationBuilder(new RunOptions { IsTest = true, Home = home.FullName }, null));
            await app.StartAsync(ct);
            await app.ResourceNotifications.WaitForResourceHealthyAsync("schools", ct);
            await using var source = Npgsql.NpgsqlDataSource.Create((await app.GetConnectionStringAsync("schools-db", ct))!);
            await using var command = source.CreateCommand(sql);
            return await command.ExecuteScalarAsync(ct);
        }
    }

    [Fact]
    public async Task AppHost_declares_every_part_of_the_stack()
    {
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.ChildQ_AppHost>(
            TestContext.Current.CancellationToken
        );
        await using var app = await builder.BuildAsync(TestContext.Current.CancellationToken);

        var projects = app.Stack.Resources.OfType<ProjectResource>().Select(x => x.Name).Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "community-engagement",
                "gateway",
                "hackney-data",
                "identity",
                "oversight",
                "police-action-plan",
                "portal",
                "schools",
                "staff-support",
            ],
            projects
        );
        Assert.All(
            app.Stack.Resources.OfType<ProjectResource>(),
            x => Assert.True(File.Exists(x.Metadata.AssemblyPath), x.Metadata.AssemblyPath)
        );
    }

    private static DistributedApplication Postgres() => Postgres(Sample.Stack());

    private static DistributedApplication Postgres(IDistributedApplicationBuilder builder)
    {
        var database = builder.AddPostgres("postgres").WithDataVolume().AddDatabase("schools-db");
        builder.AddService("schools").WaitFor(database);
        return builder.Build();
    }
}

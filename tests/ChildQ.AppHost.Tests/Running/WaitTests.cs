using ChildQ.AppHost.Local;
using ChildQ.AppHost.Local.Running;
using ChildQ.AppHost.Local.Testing;
using ChildQ.Testing;

namespace ChildQ.AppHost.Tests.Running;

public sealed class WaitTests
{
    [Fact]
    public async Task A_project_starts_only_when_what_it_waits_for_is_healthy()
    {
        var ct = TestContext.Current.CancellationToken;
        var builder = Sample.Stack();
        var first = builder.AddService("first").WithEnvironment("SAMPLE_ILL", "yes");
        builder.AddService("second").WaitFor(first);
        await using var app = builder.Build();
        await app.StartAsync(ct);
        await app.Stack.States.WaitUntilAsync("first", x => x is { State: RunState.Running, IsHealthy: false }, ct);
        Assert.Equal(RunState.Waiting, StateOf(app, "second").State);
        Assert.Equal("waits for first", StateOf(app, "second").Reason);

        using var client = app.CreateHttpClient("first");
        await Eventually.TrueAsync(() => HealsAsync(client, ct), "first is told to heal");

        await app.ResourceNotifications.WaitForResourceHealthyAsync("second", ct);
    }

    [Fact]
    public async Task A_project_that_waits_for_a_job_starts_when_the_job_has_ended_well()
    {
        var ct = TestContext.Current.CancellationToken;
        var builder = Sample.Stack();
        var load = builder.AddProject<Sample>("load");
        builder.AddService("schools").WaitForCompletion(load);
        await using var app = builder.Build();

        await app.StartAsync(ct);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("schools", ct);

        Assert.Equal(RunState.Finished, StateOf(app, "load").State);
    }

    [Fact]
    public async Task A_job_that_fails_is_not_repeated_and_what_waits_for_it_names_it()
    {
        var ct = TestContext.Current.CancellationToken;
        var builder = Sample.Stack();
        var load = builder.AddProject<Sample>("load").WithEnvironment("SAMPLE_EXIT", "4");
        var schools = builder.AddService("schools").WaitForCompletion(load);
        builder.AddService("portal").WaitFor(schools);
        await using var app = builder.Build();

        await app.StartAsync(ct);
        var refusal = await Assert.ThrowsAnyAsync<DistributedApplicationException>(() =>
            app.ResourceNotifications.WaitForResourceHealthyAsync("portal", ct)
        );

        Assert.Equal("portal needs load, which failed: exit code 4", refusal.Message);
        Assert.Equal(["exit code 4", "needs load, which failed", "needs load, which failed"], app.Stack.States.All.Select(x => x.Reason));
        Assert.Equal(0, StateOf(app, "load").Restarts);
    }

    [Fact]
    public async Task A_project_with_explicit_start_waits_for_the_command()
    {
        var ct = TestContext.Current.CancellationToken;
        var builder = Sample.Stack();
        builder.AddService("schools").WithExplicitStart();
        await using var app = builder.Build();
        await app.StartAsync(ct);
        await app.Stack.States.WaitUntilAsync("schools", x => x.State == RunState.Stopped, ct);

        var result = await app.ResourceCommands.ExecuteCommandAsync("schools", KnownResourceCommands.StartCommand, ct);

        Assert.True(result.Success);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("schools", ct);
    }

    // It runs before it listens.
    private static async Task<bool> HealsAsync(HttpClient client, CancellationToken ct)
    {
        try
        {
            using var response = await client.GetAsync("heal", ct);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Snapshot StateOf(DistributedApplication app, string name) =>
        app.Stack.States.All.Single(x => string.Equals(x.Name, name, StringComparison.Ordinal));
}

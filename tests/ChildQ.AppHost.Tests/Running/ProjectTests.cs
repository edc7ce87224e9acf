using System.Net.Http.Json;
using ChildQ.AppHost.Local;
using ChildQ.AppHost.Local.Testing;

namespace ChildQ.AppHost.Tests.Running;

public sealed class ProjectTests
{
    [Fact]
    public async Task A_project_gets_the_variables_that_Aspire_would_give_it()
    {
        var ct = TestContext.Current.CancellationToken;
        var builder = Sample.Stack();
        var database = builder.AddPostgres("postgres").AddDatabase("schools-db");
        var secret = builder.AddParameter("secret", new GenerateParameterDefault(), secret: true);
        var pair = builder.AddService("police-action-plan").WithReplicas(2);
        builder
            .AddService("schools")
            .WithReference(database)
            .WaitFor(database)
            .WithReference(pair)
            .WithEnvironment("PublicUrl", pair.GetEndpoint("http"))
            .WithEnvironment("Secret", secret);
        await using var app = builder.Build();

        await app.StartAsync(ct);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("schools", ct);
        using var client = app.CreateHttpClient("schools");
        var environment = (await client.GetFromJsonAsync<Dictionary<string, string>>("environment", ct))!;

        Assert.Equal(await app.GetConnectionStringAsync("schools-db", ct), environment["ConnectionStrings__schools-db"]);
        Assert.Contains("Database=schools-db", environment["ConnectionStrings__schools-db"], StringComparison.Ordinal);
        var first = environment["services__police-action-plan__http__0"];
        Assert.NotEqual(first, environment["services__police-action-plan__http__1"]);
        Assert.Equal(first, environment["PublicUrl"]);
        Assert.True(environment["Secret"].Length >= 22);
        Assert.Equal(client.BaseAddress!.ToString().TrimEnd('/'), environment["ASPNETCORE_URLS"]);
        Assert.Equal("schools", environment["OTEL_SERVICE_NAME"]);
        Assert.Equal("grpc", environment["OTEL_EXPORTER_OTLP_PROTOCOL"]);
        Assert.StartsWith("x-otlp-api-key=", environment["OTEL_EXPORTER_OTLP_HEADERS"], StringComparison.Ordinal);
        Assert.Equal("Development", environment["ASPNETCORE_ENVIRONMENT"]);
    }

    [Fact]
    public async Task Every_replica_answers_at_an_address_of_its_own()
    {
        var ct = TestContext.Current.CancellationToken;
        var builder = Sample.Stack();
        builder.AddService("schools").WithReplicas(3);
        await using var app = builder.Build();

        await app.StartAsync(ct);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("schools", ct);

        using var http = new HttpClient();
        var urls = app.Stack.States.All.SelectMany(x => x.Urls).ToList();
        Assert.Equal(3, urls.Distinct(StringComparer.Ordinal).Count());
        foreach (var url in urls)
            Assert.True((await http.GetAsync(new Uri($"{url}/health/ready"), ct)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_service_that_crashes_starts_again_at_the_same_address_and_says_so()
    {
        var ct = TestContext.Current.CancellationToken;
        var builder = Sample.Stack();
        builder.AddService("schools");
        await using var app = builder.Build();
        var said = new List<string>();
        app.Stack.Said += said.Add;
        await app.StartAsync(ct);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("schools", ct);
        using var client = app.CreateHttpClient("schools");

        await client.GetAsync("crash", ct);
        await app.Stack.States.WaitUntilAsync("schools", x => x is { Restarts: 1, IsReady: true }, ct);

        Assert.True((await client.GetAsync("health/ready", ct)).IsSuccessStatusCode);
        Assert.Contains("schools stopped by itself (exit code 3): starts again in 1 s", said);
    }

    [Fact]
    public async Task What_a_project_writes_is_kept_under_its_name()
    {
        var ct = TestContext.Current.CancellationToken;
        var builder = Sample.Stack();
        builder.AddProject<Sample>("load");
        await using var app = builder.Build();

        await app.StartAsync(ct);
        await app.ResourceNotifications.WaitForResourceAsync("load", KnownResourceStates.Finished, ct);

        Assert.Equal("job done", Assert.Single(app.Stack.Output.Newest("load", 10)).Text);
    }
}

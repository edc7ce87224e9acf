using ChildQ.Contracts;
using ChildQ.Contracts.Steps;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Messaging;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Screening;
using ChildQ.Testing;
using ChildQ.Testing.Servers;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChildQ.ServiceDefaults.Tests.Sample;

/// <summary>The smallest thing a service could keep: a title, and an event when it is made or renamed.</summary>
public sealed class Pledge : Entity
{
    private Pledge() { }

    public string Title { get; private set; } = "";

    public static Result<Pledge> Make(string? title)
    {
        var check = new Check().Text(title, "title", 100);
        return check.Result.With(() =>
        {
            var pledge = new Pledge { Title = title! };
            pledge.Tell();
            return pledge;
        });
    }

    public Result Rename(string? title)
    {
        var check = new Check().Text(title, "title", 100);
        if (!check.Failed)
        {
            Title = title!;
            Tell();
        }

        return check.Result;
    }

    private void Tell() => Raise(new StepAdded(Id, "PLE-1", Title, null, new(2022, 6, 13), Workstreams.Schools, SharingLevel.Public, null));
}

/// <summary>What the sample's consumer heard, in the order in which it heard it.</summary>
public sealed class Heard
{
    public int Id { get; init; }

    public required Guid SourceId { get; init; }

    public required string Headline { get; init; }

    public string? TraceId { get; init; }
}

public sealed class SampleDb(DbContextOptions<SampleDb> options, CurrentUser user, TimeProvider clock) : ServiceDb(options, user, clock)
{
    public DbSet<Pledge> Pledges => Set<Pledge>();

    public DbSet<Heard> Heard => Set<Heard>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Pledge>().ToTable("pledges");
        modelBuilder.Entity<Heard>().ToTable("heard");
        base.OnModelCreating(modelBuilder);
    }
}

/// <summary>Writes down what it hears; fails as often as a test asks it to.</summary>
public sealed class StepAddedConsumer(SampleDb db, Troubles troubles) : IConsumer<StepAdded>
{
    public async Task Consume(ConsumeContext<StepAdded> context)
    {
        db.Heard.Add(
            new()
            {
                SourceId = context.Message.SourceId,
                Headline = context.Message.Headline,
                TraceId = System.Diagnostics.Activity.Current?.TraceId.ToString(),
            }
        );
        await db.SaveChangesAsync();
        if (troubles.TakeOne())
        {
            throw new InvalidOperationException("secret words of the message");
        }
    }
}

/// <summary>How many attempts are still to fail.</summary>
public sealed class Troubles
{
    private int _left;

    public void Expect(int failures) => Volatile.Write(ref _left, failures);

    public bool TakeOne() => Volatile.Read(ref _left) > 0 && Interlocked.Decrement(ref _left) >= 0;
}

/// <summary>A sample service on Kestrel, PostgreSQL and RabbitMQ; a second replica can be started beside it.</summary>
public sealed class SampleService : IAsyncLifetime
{
    private readonly List<WebApplication> _replicas = [];
    private string _database = "";
    private string _broker = "";

    public Troubles Troubles { get; } = new();

    /// <summary>Everything that the replicas logged, exceptions included.</summary>
    public LogLines Log { get; } = new();

    public IServiceProvider Services => _replicas[0].Services;

    public string ConnectionString => _database;

    public string Broker => _broker;

    public async ValueTask InitializeAsync()
    {
        var servers = await TestServers.UseAsync();
        _database = await servers.CreateDatabaseAsync("sample");
        _broker = await servers.CreateVirtualHostAsync("sample");
        var options = new DbContextOptionsBuilder<SampleDb>().UseNpgsql(_database).UseSnakeCaseNamingConvention().Options;
        await using (var db = new SampleDb(options, null!, TimeProvider.System))
        {
            await db.Database.EnsureCreatedAsync();
        }

        await StartReplicaAsync();
    }

    public async Task StartReplicaAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Information).AddProvider(Log);
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["ConnectionStrings:sample-db"] = _database,
                ["ConnectionStrings:messaging"] = _broker,
                ["Authentication:Authority"] = TestTokens.Issuer,
                ["urls"] = "http://127.0.0.1:0",
            }
        );
        var service = builder.AddServiceDefaults("sample", "Sample");
        builder.AddServiceDatabase<SampleDb>("sample-db");
        builder.AddMessaging<SampleDb>(service, bus => bus.AddConsumer<StepAddedConsumer>());
        builder.Services.AddSingleton(Troubles);
        builder.Services.TrustTestTokens();
        var app = builder.Build();
        Map(app.MapServiceDefaults());
        await app.StartAsync();
        _replicas.Add(app);
    }

    public HttpClient Client(params string[] roles)
    {
        var client = new HttpClient
        {
            BaseAddress = new(
                _replicas[0].Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
            ),
        };
        if (roles.Length > 0)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", TestTokens.For(roles));
        }

        return client;
    }

    public async Task<T> InScopeAsync<T>(Func<SampleDb, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<SampleDb>());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
        {
            await replica.StopAsync();
            await replica.DisposeAsync();
        }
    }

    public sealed record PledgeBody(
        [property: FreeText] string? Title,
        [property: FreeText] IReadOnlyList<string>? Notes = null,
        bool Confirmed = false
    ) : IFreeText;

    public sealed record PledgeView(Guid Id, string Title);

    private static PledgeView View(Pledge pledge) => new(pledge.Id, pledge.Title);

    private static void Map(RouteGroupBuilder root)
    {
        var lead = Policy.For(Roles.SchoolsLead);
        var pledges = root.MapGroup("/pledges");
        pledges
            .MapGet(
                "",
                async (SampleDb db, [AsParameters] PageRequest page) =>
                    TypedResults.Ok(await db.Pledges.AsNoTracking().ToPageAsync(p => p.Title, page, View))
            )
            .RequireAuthorization(lead);
        pledges
            .MapGet(
                "/{id:guid}",
                async (Guid id, SampleDb db) =>
                    await db.Pledges.FindAsync(id) is { } pledge ? EntityTags.Ok(View(pledge), pledge.Version) : Problem.NotFound("pledge")
            )
            .RequireAuthorization(lead);
        pledges
            .MapPost("", (PledgeBody body, SampleDb db) => db.SaveNew(Pledge.Make(body.Title), p => $"/api/sample/pledges/{p.Id}", View))
            .RequireAuthorization(lead)
            .Idempotent();
        pledges
            .MapPut(
                "/{id:guid}",
                async (Guid id, PledgeBody body, SampleDb db, HttpContext http) =>
                    await db.Pledges.FindAsync(id) is not { } pledge ? Problem.NotFound("pledge")
                    : http.IsStale(pledge) ? EntityTags.Changed()
                    : await db.SaveAfter(pledge.Rename(body.Title), () => EntityTags.Ok(View(pledge), pledge.Version))
            )
            .RequireAuthorization(lead)
            .RequireIfMatch();
        root.MapGet("/unstated", () => "nobody said who may see this");
        root.MapGet("/broken", string () => throw new InvalidOperationException("secret words of a person")).AllowAnonymous();
    }
}

using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChildQ.HackneyData.Tests;

/// <summary>A real web server that issues tokens and takes imports as the stack does: by key, all or nothing.</summary>
internal sealed class SmallGateway : IAsyncDisposable
{
    public const string Secret = "loader-secret-of-the-test";
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, string>> _registers = new(StringComparer.Ordinal);
    private int _tokens;

    private SmallGateway(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.Single() + "/");

    public int TokensIssued => _tokens;

    /// <summary>How long an issued token is said to last.</summary>
    public int TokenSeconds { get; set; } = 600;

    /// <summary>Answers that come before the real ones, in order.</summary>
    public ConcurrentQueue<int> Refusals { get; } = new();

    /// <summary>Status answered to every import, where it is set.</summary>
    public int? EveryImportAnswers { get; set; }

    /// <summary>The register whose second row is refused, where it is set.</summary>
    public string? Refuses { get; set; }

    /// <summary>What was imported, in the order in which it came.</summary>
    public ConcurrentQueue<(string Register, string ContentType, string Query)> Imports { get; } = new();

    public IReadOnlyDictionary<string, string> Rows(string register) => _registers[register];

    public static async Task<SmallGateway> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var gateway = new SmallGateway(app);
        app.Use(
            async (http, next) =>
            {
                if (gateway.Refusals.TryDequeue(out var status))
                {
                    http.Response.StatusCode = status;
                    return;
                }

                await next(http);
            }
        );
        app.MapPost("/identity/connect/token", gateway.Token);
        app.MapPost("/api/{service}/{register}/import", gateway.Import);
        await app.StartAsync();
        return gateway;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> Token(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (
            form["grant_type"] != "client_credentials"
            || form["client_id"] != "childq-data-loader"
            || form["client_secret"] != Secret
            || form["scope"] != "childq"
        )
        {
            return Results.Json(new { error = "invalid_client" }, statusCode: 401);
        }

        return Results.Json(
            new
            {
                access_token = $"token-{Interlocked.Increment(ref _tokens)}",
                token_type = "Bearer",
                expires_in = TokenSeconds,
            }
        );
    }

    private async Task<IResult> Import(string service, string register, HttpRequest request)
    {
        if (request.Headers.Authorization != $"Bearer token-{_tokens}")
        {
            return Results.Unauthorized();
        }

        if (EveryImportAnswers is { } status)
        {
            return Results.StatusCode(status);
        }

        var name = $"{service}/{register}";
        Imports.Enqueue((name, request.ContentType ?? "", request.QueryString.Value ?? ""));
        var rows = await Read(request);
        if (name == Refuses)
        {
            return Results.Json(
                new
                {
                    type = "import/rows-refused",
                    status = 422,
                    rows = rows.Count,
                    problems = new[]
                    {
                        new
                        {
                            line = 3,
                            column = "status",
                            reason = "must be one of: open, met",
                        },
                    },
                },
                statusCode: 422,
                contentType: "application/problem+json"
            );
        }

        return Results.Json(Upsert(name, rows));
    }

    private static async Task<Dictionary<string, string>> Read(HttpRequest request)
    {
        using var body = new StreamReader(request.Body, Encoding.Latin1);
        return June2022Files
            .Lines(await body.ReadToEndAsync())
            .Skip(1)
            .ToDictionary(cells => cells[0], cells => string.Join('|', cells), StringComparer.Ordinal);
    }

    private object Upsert(string name, Dictionary<string, string> rows)
    {
        var register = _registers.GetOrAdd(name, _ => new(StringComparer.Ordinal));
        int created = 0,
            updated = 0;
        foreach (var (key, row) in rows)
        {
            var before = register.GetValueOrDefault(key);
            created += before is null ? 1 : 0;
            updated += before is not null && before != row ? 1 : 0;
            register[key] = row;
        }

        return new
        {
            dryRun = false,
            rows = rows.Count,
            created,
            updated,
            unchanged = rows.Count - created - updated,
            problems = Array.Empty<object>(),
        };
    }
}

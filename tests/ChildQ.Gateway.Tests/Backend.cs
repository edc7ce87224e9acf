using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChildQ.Gateway.Tests;

/// <summary>Something behind the gateway: a real web server that answers what it was asked, and remembers it.</summary>
public sealed class Backend : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Backend(WebApplication app, Uri address) => (_app, Address) = (app, address);

    public Uri Address { get; }

    public ConcurrentQueue<Asked> Requests { get; } = new();

    /// <summary>What <c>/health/ready</c> answers.</summary>
    public string Health { get; set; } = "Healthy";

    public Asked Last => Requests.Last();

    public static async Task<Backend> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        Backend? backend = null;
        app.Run(http => backend!.AnswerAsync(http));
        await app.StartAsync();
        var address = app
            .Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
            .Features.Get<IServerAddressesFeature>()!;
        return backend = new Backend(app, new Uri(address.Addresses.Single()));
    }

    public Task StopAsync() => _app.StopAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Path == "/health/ready")
        {
            http.Response.StatusCode = Health == "Unhealthy" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
            await http.Response.WriteAsync(Health);
            return;
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        Requests.Enqueue(
            new Asked(
                http.Request.Method,
                http.Request.Path + http.Request.QueryString,
                http.Request.Headers.ToDictionary(
                    header => header.Key,
                    header => header.Value.ToString(),
                    StringComparer.OrdinalIgnoreCase
                ),
                body.Length
            )
        );
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(new string('x', 4096));
    }

    /// <summary>One request as it arrived.</summary>
    public sealed record Asked(string Method, string Path, IReadOnlyDictionary<string, string> Headers, long BodyLength)
    {
        public string? Header(string name) => Headers.GetValueOrDefault(name);
    }
}

using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ChildQ.Portal.Tests;

/// <summary>What was asked of the backend.</summary>
public sealed record Asked(string Method, string Path, string Query, IHeaderDictionary Headers, string Body);

/// <summary>A real HTTP server on a free port, in the place of all services: it answers as the test says, and remembers what it was asked.</summary>
public sealed class Backend : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Asked> _asked = new();

    private Backend(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public IReadOnlyList<Asked> Asked => [.. _asked];

    public static async Task<Backend> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var backend = new Backend(builder.Build());
        backend._app.Run(backend.AnswerAsync);
        await backend._app.StartAsync();
        return backend;
    }

    /// <summary>Answers one address with JSON; nothing else is there (404).</summary>
    public void Answers(
        string method,
        string path,
        object body,
        int status = 200,
        string? etag = null,
        string? location = null,
        string? contentType = null
    ) =>
        Answers(
            method,
            path,
            async http =>
            {
                http.Response.StatusCode = status;
                http.Response.ContentType = contentType ?? (status < 400 ? "application/json" : "application/problem+json");
                if (etag is not null)
                    http.Response.Headers.ETag = etag;
                if (location is not null)
                    http.Response.Headers.Location = location;
                await http.Response.WriteAsync(body as string ?? JsonSerializer.Serialize(body, JsonSerializerOptions.Web));
            }
        );

    public void Answers(string method, string path, Func<HttpContext, Task> answer) => _answers[$"{method} {path}"] = answer;

    public void Forget()
    {
        _answers.Clear();
        _asked.Clear();
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        _asked.Enqueue(
            new(
                http.Request.Method,
                http.Request.Path,
                http.Request.QueryString.Value ?? "",
                new HeaderDictionary(http.Request.Headers.ToDictionary()),
                body
            )
        );
        if (_answers.TryGetValue($"{http.Request.Method} {http.Request.Path}", out var answer))
            await answer(http);
        else
            http.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}

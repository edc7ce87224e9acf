using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ChildQ.Stack.Tests;
using ChildQ.Testing;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Stack))]

namespace ChildQ.Stack.Tests;

/// <summary>
/// The whole stack as <c>dotnet run --project ChildQ.AppHost</c> starts it, on ports and data of its own, loaded with the June 2022 response.
/// One for all tests of the assembly.
/// </summary>
public sealed class Stack : IAsyncLifetime
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(6);
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _one = new(1);
    private DistributedApplication? _app;

    public Uri Address { get; private set; } = new("http://localhost");

    public async ValueTask InitializeAsync()
    {
        using var limit = new CancellationTokenSource(StartsWithin);
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.ChildQ_AppHost>(limit.Token);
        _app = await builder.BuildAsync(limit.Token);
        await _app.StartAsync(limit.Token);
        await _app.ResourceNotifications.WaitForResourceHealthyAsync("gateway", limit.Token);
        await _app.ResourceNotifications.WaitForResourceAsync("hackney-data", KnownResourceStates.Finished, limit.Token);
        using var gateway = _app.CreateHttpClient("gateway");
        Address = gateway.BaseAddress!;
    }

    /// <summary>A client of the API who is not signed in.</summary>
    public HttpClient Anonymous() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>A client of the API with the token of the seeded account of a role.</summary>
    public async Task<HttpClient> AsAsync(string role)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(role));
        return client;
    }

    /// <summary>The local dashboard, which keeps the traces.</summary>
    public HttpClient Dashboard() => _app!.CreateHttpClient("aspire-dashboard");

    /// <summary>Stops or starts a part.</summary>
    public async Task CommandAsync(string resource, string command)
    {
        var done = await _app!.Services.GetRequiredService<ResourceCommandService>().ExecuteCommandAsync(resource, command);
        Assert.True(done.Success, done.ErrorMessage);
    }

    public Task HealthyAsync(string resource) => _app!.ResourceNotifications.WaitForResourceHealthyAsync(resource);

    public async Task<JsonElement> GetAsync(string path, HttpClient? by = null)
    {
        using var anonymous = by is null ? Anonymous() : null;
        return await (by ?? anonymous!).GetFromJsonAsync<JsonElement>(path);
    }

    /// <summary>Every item of a list, page after page.</summary>
    public async Task<IReadOnlyList<JsonElement>> AllAsync(string path, HttpClient? by = null)
    {
        List<JsonElement> items = [];
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        for (string? next = ""; next is not null; )
        {
            var page = await GetAsync($"{path}{separator}take=200{(next.Length > 0 ? $"&after={Uri.EscapeDataString(next)}" : "")}", by);
            items.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.Clone()));
            next = page.GetProperty("next").GetString();
        }

        return items;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        _one.Dispose();
    }

    private async Task<string> TokenAsync(string role)
    {
        await _one.WaitAsync();
        try
        {
            if (!_tokens.TryGetValue(role, out var token))
            {
                using var client = Anonymous();
                using var form = new FormUrlEncodedContent(
                    new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["grant_type"] = "password",
                        ["client_id"] = "childq-development",
                        ["username"] = $"{role}@childq.example",
                        ["password"] = "Hackney-2022-dev",
                        ["scope"] = "openid childq",
                    }
                );
                var answer = await Eventually.IsAsync(
                    async () => await client.PostAsync("/identity/connect/token", form),
                    a => a.IsSuccessStatusCode || (int)a.StatusCode is not (429 or 502 or 503),
                    $"a token for {role}"
                );
                var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
                Assert.True(answer.IsSuccessStatusCode, $"No token for {role}: {body}");
                _tokens[role] = token = body.GetProperty("access_token").GetString()!;
            }

            return token;
        }
        finally
        {
            _one.Release();
        }
    }
}

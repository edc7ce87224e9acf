using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace ChildQ.HackneyData;

/// <summary>The loader's own access token, by client credentials; asked for again shortly before it runs out.</summary>
public sealed class LoaderToken(HttpClient http, LoaderSettings settings, TimeProvider clock)
{
    private const string Client = "childq-data-loader";
    private const string Audience = "childq";
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);
    private string? _token;
    private DateTimeOffset _until;

    /// <exception cref="LoadException">Identity gives no token; the message says what it answered.</exception>
    public async Task<string> GetAsync(CancellationToken cancellation)
    {
        if (_token is null || clock.GetUtcNow() >= _until)
        {
            var issued = await AskAsync(cancellation);
            _token = issued.AccessToken;
            _until = clock.GetUtcNow() + TimeSpan.FromSeconds(issued.ExpiresIn) - Margin;
        }

        return _token;
    }

    private async Task<IssuedToken> AskAsync(CancellationToken cancellation)
    {
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = Client,
                ["client_secret"] = settings.ClientSecret,
                ["scope"] = Audience,
            }
        );
        using var response = await http.PostAsync(new Uri("identity/connect/token", UriKind.Relative), form, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            throw new LoadException(
                $"No token for {Client}: identity answered {(int)response.StatusCode} {response.ReasonPhrase}. "
                    + "Identity__LoaderClientSecret must be the same for Identity and for this loader."
            );
        }

        return await response.Content.ReadFromJsonAsync<IssuedToken>(cancellation)
            ?? throw new LoadException($"No token for {Client}: identity's answer was empty.");
    }

    private sealed record IssuedToken(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn
    );
}

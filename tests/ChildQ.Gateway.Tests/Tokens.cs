using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace ChildQ.Gateway.Tests;

/// <summary>Tokens as an API client gets them: from the identity service, through the gateway.</summary>
public static class Tokens
{
    public static async Task<string> LoaderTokenAsync(this HttpClient client)
    {
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = "childq-data-loader",
                ["client_secret"] = GatewayHost.LoaderSecret,
                ["scope"] = "childq",
            }
        );
        using var response = await client.PostAsync("/identity/connect/token", form);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    public static async Task<HttpClient> AsLoaderAsync(this HttpClient client)
    {
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await client.LoaderTokenAsync());
        return client;
    }

    public static async Task<string?> ProblemTypeAsync(this HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString();
    }
}

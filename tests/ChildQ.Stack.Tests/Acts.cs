using System.Net.Http.Json;
using System.Text.Json;

namespace ChildQ.Stack.Tests;

/// <summary>Acts through the API whose success a test takes for granted: a refusal ends it with the service's own words.</summary>
internal static class Acts
{
    /// <param name="client">Whoever acts.</param>
    /// <param name="path">Of the act.</param>
    /// <param name="body">As the service documents it.</param>
    /// <param name="of">Path of the entity that is acted upon as it is now, where the act asks for <c>If-Match</c>.</param>
    /// <returns>What the service answers.</returns>
    public static async Task<JsonElement> ActAsync(this HttpClient client, string path, object body, string? of = null)
    {
        using var answer = await client.TryAsync(path, body, of);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The same act, whatever comes of it.</summary>
    public static async Task<HttpResponseMessage> TryAsync(this HttpClient client, string path, object body, string? of = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (of is not null)
        {
            using var read = await client.GetAsync(of);
            request.Headers.IfMatch.Add(read.Headers.ETag!);
        }

        return await client.SendAsync(request);
    }

    public static string Id(this JsonElement of) => of.Text("id");

    public static string Text(this JsonElement of, string name) => of.GetProperty(name).GetString() ?? "";
}

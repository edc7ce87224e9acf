using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Http;

namespace ChildQ.StaffSupport.Tests;

/// <summary>Calls the service as its clients do.</summary>
internal static class Api
{
    public static async Task<T> ReadAsync<T>(this Task<HttpResponseMessage> answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await answer;
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode}: {body}");
        return JsonSerializer.Deserialize<T>(body, Json.Options)!;
    }

    public static Task<T> GetAsync<T>(this HttpClient client, string path) => client.GetAsync(path).ReadAsync<T>();

    public static async Task<IReadOnlyList<T>> ListAsync<T>(this HttpClient client, string path) =>
        (await client.GetAsync<Page<T>>(path)).Items;

    public static Task<HttpResponseMessage> SendJsonAsync<T>(this HttpClient client, string path, T body) =>
        client.PostAsJsonAsync(path, body, Json.Options);

    public static async Task<HttpResponseMessage> PutAsync<T>(this HttpClient client, string path, T body, string? etag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body, options: Json.Options) };
        request.Headers.TryAddWithoutValidation("If-Match", etag ?? await client.ETagAsync(path));
        return await client.SendAsync(request);
    }

    public static async Task<string> ETagAsync(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        return response.Headers.ETag!.Tag;
    }

    public static Task<HttpResponseMessage> ImportAsync(this HttpClient client, string register, string csv, bool dryRun = false) =>
        client.ImportAsync(register, Encoding.UTF8.GetBytes(csv), dryRun);

    public static async Task<HttpResponseMessage> ImportAsync(this HttpClient client, string register, byte[] csv, bool dryRun = false)
    {
        using var content = new ByteArrayContent(csv);
        content.Headers.ContentType = new("text/csv");
        return await client.PostAsync($"/api/staff-support/{register}/import?dryRun={(dryRun ? "true" : "false")}", content);
    }

    public static async Task<string> ProblemTypeAsync(this Task<HttpResponseMessage> answer, HttpStatusCode expected) =>
        (await answer.ReadAsync<JsonElement>(expected)).GetProperty("type").GetString()!;
}

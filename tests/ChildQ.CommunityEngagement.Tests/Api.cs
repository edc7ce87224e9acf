using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;

namespace ChildQ.CommunityEngagement.Tests;

/// <summary>Calls the service as its clients do.</summary>
internal static class Api
{
    public const string Prefix = "/api/community-engagement";

    public static async Task<T> ReadAsync<T>(this Task<HttpResponseMessage> answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await answer;
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode}: {body}");
        return JsonSerializer.Deserialize<T>(body, Json.Options)!;
    }

    /// <summary>The <c>type</c> of a problem.</summary>
    public static async Task<string> ProblemAsync(this Task<HttpResponseMessage> answer, HttpStatusCode expected) =>
        (await answer.ReadAsync<JsonElement>(expected)).GetProperty("type").GetString()!;

    public static Task<HttpResponseMessage> SeeAsync(this HttpClient client, string path) => client.GetAsync($"{Prefix}{path}");

    public static Task<T> ReadAsync<T>(this HttpClient client, string path) => client.SeeAsync(path).ReadAsync<T>();

    public static async Task<IReadOnlyList<T>> ListAsync<T>(this HttpClient client, string path) =>
        (await client.ReadAsync<Page<T>>(path)).Items;

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, object body, string? key = null) =>
        client.SendAsync(HttpMethod.Post, path, body, etag: null, key);

    public static Task<T> MakeAsync<T>(this HttpClient client, string path, object body) =>
        client.PostAsync(path, body).ReadAsync<T>(HttpStatusCode.Created);

    /// <summary>Acts on the newest version, as somebody who has just read it.</summary>
    public static async Task<HttpResponseMessage> ActAsync(
        this HttpClient client,
        HttpMethod method,
        string path,
        object body,
        string? etag = null,
        string act = ""
    ) => await client.SendAsync(method, $"{path}{act}", body, etag ?? await client.ETagAsync(path), key: null);

    public static async Task<string> ETagAsync(this HttpClient client, string path)
    {
        using var response = await client.SeeAsync(path);
        return response.Headers.ETag?.Tag ?? "\"1\"";
    }

    public static async Task<HttpResponseMessage> ImportAsync(this HttpClient client, string register, string csv, bool dryRun = false)
    {
        using var content = new StringContent(csv, Encoding.UTF8, "text/csv");
        return await client.PostAsync($"{Prefix}/{register}/import?dryRun={(dryRun ? "true" : "false")}", content);
    }

    public static Task<ImportReport> LoadAsync(this HttpClient client, string register, string csv, bool dryRun = false) =>
        client.ImportAsync(register, csv, dryRun).ReadAsync<ImportReport>();

    public static async Task<IReadOnlyList<ImportProblem>> RefusedAsync(this HttpClient client, string register, string csv) =>
        (await client.ImportAsync(register, csv).ReadAsync<JsonElement>(HttpStatusCode.UnprocessableEntity))
            .GetProperty("problems")
            .Deserialize<ImportProblem[]>(Json.Options)!;

    private static async Task<HttpResponseMessage> SendAsync(
        this HttpClient client,
        HttpMethod method,
        string path,
        object body,
        string? etag,
        string? key
    )
    {
        using var request = new HttpRequestMessage(method, $"{Prefix}{path}") { Content = JsonContent.Create(body, options: Json.Options) };
        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", etag);
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await client.SendAsync(request);
    }
}

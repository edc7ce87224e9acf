using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Polly;

namespace ChildQ.Portal.Clients;

/// <summary>
/// How a page talks to one service: reads throw <see cref="ServiceRefusedException"/> or <see cref="ServiceUnavailableException"/>, which are turned into error
/// pages in one place; changes come back as <see cref="Saved"/>, because a refusal is something the form shows.
/// </summary>
public abstract class ServiceClient(HttpClient http, ServicePart part)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public ServicePart Part { get; } = part;

    public async Task<T> Get<T>(string path, CancellationToken cancel = default) => (await Find<T>(path, cancel)).Value;

    /// <summary>Reads one thing with the ETag that a change of it must send back.</summary>
    public async Task<Found<T>> Find<T>(string path, CancellationToken cancel = default)
    {
        using var answer = await Send(new HttpRequestMessage(HttpMethod.Get, Absolute(path)), cancel);
        if (!answer.IsSuccessStatusCode)
            throw new ServiceRefusedException(Part, answer.StatusCode);
        var value = await answer.Content.ReadFromJsonAsync<T>(Json, cancel) ?? throw new ServiceUnavailableException(Part);
        return new Found<T>(value, answer.Headers.ETag?.ToString());
    }

    /// <summary>Nothing when the service does not answer or will not: for pages made from several parts, which show the others.</summary>
    public async Task<T?> TryGet<T>(string path, CancellationToken cancel = default)
        where T : class => (await Ask<T>(path, cancel)).Value;

    /// <summary>As <see cref="TryGet{T}"/>, and tells silence from refusal, so that the page can say that a part is missing.</summary>
    public async Task<Heard<T>> Ask<T>(string path, CancellationToken cancel = default)
        where T : class
    {
        try
        {
            return new(await Get<T>(path, cancel), Silent: false);
        }
        catch (ServiceRefusedException)
        {
            return new(null, Silent: false);
        }
        catch (ServiceUnavailableException)
        {
            return new(null, Silent: true);
        }
    }

    /// <param name="idempotencyKey">Made when the form is shown, so that sending it twice makes one thing.</param>
    public Task<Saved> Post(string path, object? body, string? idempotencyKey, CancellationToken cancel = default)
    {
        var request = With(new HttpRequestMessage(HttpMethod.Post, Absolute(path)), body);
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        return Change(request, cancel);
    }

    /// <param name="etag">The version that the form was filled from; another one by now is refused with 412.</param>
    public Task<Saved> Put(string path, object? body, string? etag, CancellationToken cancel = default) =>
        Change(WithVersion(With(new HttpRequestMessage(HttpMethod.Put, Absolute(path)), body), etag), cancel);

    /// <summary>An act on one thing that names the version it was decided on, such as a progress note.</summary>
    public Task<Saved> PostTo(string path, object? body, string? etag, string? idempotencyKey, CancellationToken cancel = default)
    {
        var request = WithVersion(With(new HttpRequestMessage(HttpMethod.Post, Absolute(path)), body), etag);
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        return Change(request, cancel);
    }

    public Task<Saved> Delete(string path, string? etag, CancellationToken cancel = default) =>
        Change(WithVersion(new HttpRequestMessage(HttpMethod.Delete, Absolute(path)), etag), cancel);

    public async Task<Saved> PostCsv(string path, Stream csv, CancellationToken cancel = default)
    {
        var content = new StreamContent(csv);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return await Change(new HttpRequestMessage(HttpMethod.Post, Absolute(path)) { Content = content }, cancel);
    }

    private async Task<Saved> Change(HttpRequestMessage request, CancellationToken cancel)
    {
        using var answer = await Send(request, cancel);
        var body = await answer.Content.ReadAsStringAsync(cancel);
        if (answer.IsSuccessStatusCode)
            return Saved.As(body, answer.Headers.Location);
        return answer.StatusCode switch
        {
            HttpStatusCode.PreconditionFailed => Saved.TooLate(),
            HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity => Saved.RefusedBy(ProblemIn(body)),
            HttpStatusCode.RequestEntityTooLarge => Saved.RefusedBy(new Problem { Detail = "The file is too large." }),
            HttpStatusCode.TooManyRequests => Saved.RefusedBy(
                new Problem { Detail = "Too many requests were made in a short time. Wait a minute, then try again." }
            ),
            _ => throw new ServiceRefusedException(Part, answer.StatusCode),
        };
    }

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            using (request)
            {
                var answer = await http.SendAsync(request, cancel);
                if ((int)answer.StatusCode < 500)
                    return answer;
                answer.Dispose();
                throw new ServiceUnavailableException(Part);
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or ExecutionRejectedException)
        {
            throw new ServiceUnavailableException(Part, failure);
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new ServiceUnavailableException(Part, late);
        }
    }

    private Uri Absolute(string path) => new($"http://{Part.Resource}{Part.Prefix}/{path}");

    private static HttpRequestMessage With(HttpRequestMessage request, object? body)
    {
        if (body is not null)
            request.Content = new StringContent(JsonSerializer.Serialize(body, body.GetType(), Json), Encoding.UTF8, "application/json");
        return request;
    }

    private static HttpRequestMessage WithVersion(HttpRequestMessage request, string? etag)
    {
        if (EntityTagHeaderValue.TryParse(etag, out var version))
            request.Headers.IfMatch.Add(version);
        return request;
    }

    private static Problem ProblemIn(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<Problem>(body, Json) ?? new Problem();
        }
        catch (JsonException)
        {
            return new Problem();
        }
    }
}

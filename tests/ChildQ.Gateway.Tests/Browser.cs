using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using ChildQ.Identity.Accounts;

namespace ChildQ.Gateway.Tests;

/// <summary>What a browser does: keeps cookies, follows redirects when told to, and says where a request comes from.</summary>
public sealed partial class Browser(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = address,
    };

    // Kept by hand: CookieContainer does not say which flags a cookie came with.
    private readonly Dictionary<string, (string Value, string Path)> _cookies = new(StringComparer.Ordinal);

    /// <summary>Every Set-Cookie header so far.</summary>
    public List<string> Received { get; } = [];

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        var path = new Uri(address, request.RequestUri!).AbsolutePath;
        var sent = _cookies
            .Where(cookie => path.StartsWith(cookie.Value.Path, StringComparison.Ordinal))
            .Select(cookie => $"{cookie.Key}={cookie.Value.Value}");
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", sent));
        var response = await _http.SendAsync(request);
        Remember(response);
        return response;
    }

    /// <summary>A form sent from one of our own pages.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] form)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return SendAsync(request);
    }

    /// <summary>Follows redirects on this host to their end.</summary>
    public async Task<HttpResponseMessage> FollowAsync(HttpResponseMessage response)
    {
        while (response.Headers.Location is { } next)
        {
            var url = new Uri(response.RequestMessage!.RequestUri!, next);
            Assert.Equal(address.Authority, url.Authority);
            response = await GetAsync(url.PathAndQuery);
        }

        return response;
    }

    /// <summary>Goes to sign in, fills in the form, and returns what the person sees then.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string role, string returnUrl = "/")
    {
        using var form = await FollowAsync(await GetAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}"));
        var page = await form.Content.ReadAsStringAsync();
        var posted = await PostAsync(
            "/identity/sign-in",
            ("__RequestVerificationToken", Field(AntiforgeryField(), page)),
            ("returnUrl", Field(ReturnUrlField(), page)),
            ("Email", $"{role}@childq.example"),
            ("Password", DevelopmentAccount.Password)
        );
        return await FollowAsync(posted);
    }

    public async Task<JsonElement> SessionAsync()
    {
        using var response = await GetAsync("/session");
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public void SetCookie(string name, string value) => _cookies[name] = (value, "/");

    public void Dispose() => _http.Dispose();

    private void Remember(HttpResponseMessage response)
    {
        foreach (var header in response.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
        {
            Received.Add(header);
            var parts = header.Split(';', StringSplitOptions.TrimEntries);
            var (name, value) = (parts[0].Split('=', 2)[0], parts[0].Split('=', 2)[1]);
            var path = parts.FirstOrDefault(part => part.StartsWith("path=", StringComparison.OrdinalIgnoreCase))?[5..] ?? "/";
            if (value.Length == 0)
            {
                _cookies.Remove(name);
            }
            else
            {
                _cookies[name] = (value, path);
            }
        }
    }

    private static string Field(Regex pattern, string page) => WebUtility.HtmlDecode(pattern.Match(page).Groups["value"].Value);

    [GeneratedRegex(
        """__RequestVerificationToken" type="hidden" value="(?<value>[^"]+)""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex AntiforgeryField();

    [GeneratedRegex("""name="returnUrl" value="(?<value>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReturnUrlField();
}

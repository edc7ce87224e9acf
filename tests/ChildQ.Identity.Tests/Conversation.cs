using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ChildQ.Identity.Accounts;
using Microsoft.AspNetCore.WebUtilities;

namespace ChildQ.Identity.Tests;

/// <summary>What browsers and programs say to the issuer.</summary>
public static partial class Conversation
{
    public const string Redirect = "http://localhost:8080/signin-oidc";

    public static async Task<(HttpStatusCode Status, JsonElement Body)> AskTokenAsync(
        this HttpClient client,
        params (string Name, string Value)[] form
    )
    {
        using var content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await client.PostAsync("connect/token", content);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    public static Task<(HttpStatusCode Status, JsonElement Body)> AskByPasswordAsync(
        this HttpClient client,
        string email,
        string password
    ) =>
        client.AskTokenAsync(
            ("grant_type", "password"),
            ("client_id", "childq-development"),
            ("username", email),
            ("password", password),
            ("scope", "openid profile childq offline_access")
        );

    /// <summary>The payload of a JWT, read without checking it.</summary>
    public static JsonElement Payload(string jwt) => JsonDocument.Parse(Base64UrlTextEncoder.Decode(jwt.Split('.')[1])).RootElement;

    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;

    public static string AuthorizeUrl(string? challenge, string method = "S256", string redirect = Redirect) =>
        QueryHelpers.AddQueryString(
            "connect/authorize",
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["client_id"] = "childq-gateway",
                ["response_type"] = "code",
                ["redirect_uri"] = redirect,
                ["scope"] = "openid profile childq offline_access",
                ["state"] = "of-the-caller",
                ["code_challenge"] = challenge,
                ["code_challenge_method"] = challenge is null ? null : method,
            }.Where(parameter => parameter.Value is not null)
        );

    public static (string Verifier, string Challenge) NewProof()
    {
        var verifier = Base64UrlTextEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        return (verifier, Base64UrlTextEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))));
    }

    /// <summary>Fills in the sign-in form as a person would.</summary>
    public static async Task<HttpResponseMessage> SignInAsync(
        this HttpClient browser,
        string email,
        string password,
        string returnUrl = "/"
    )
    {
        var page = await browser.GetStringAsync(QueryHelpers.AddQueryString("sign-in", "returnUrl", returnUrl));
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["__RequestVerificationToken"] = AntiforgeryField().Match(page).Groups["token"].Value,
                ["returnUrl"] = returnUrl,
                ["Email"] = email,
                ["Password"] = password,
            }
        );
        return await browser.PostAsync("sign-in", form);
    }

    /// <summary>Signs in and comes back with the code that the gateway would get.</summary>
    public static async Task<string> CodeForAsync(this HttpClient browser, string role, string challenge)
    {
        using var asked = await browser.GetAsync(AuthorizeUrl(challenge));
        var signIn = QueryHelpers.ParseQuery(asked.Headers.Location!.Query);
        using var signedIn = await browser.SignInAsync($"{role}@childq.example", DevelopmentAccount.Password, signIn["returnUrl"]!);
        using var back = await browser.GetAsync(signedIn.Headers.Location);
        Assert.StartsWith(Redirect, back.Headers.Location?.ToString(), StringComparison.Ordinal);
        return QueryHelpers.ParseQuery(back.Headers.Location!.Query)["code"].ToString();
    }

    public static Task<(HttpStatusCode Status, JsonElement Body)> ExchangeAsync(this HttpClient gateway, string code, string verifier) =>
        gateway.AskTokenAsync(
            ("grant_type", "authorization_code"),
            ("client_id", "childq-gateway"),
            ("client_secret", IdentityHost.GatewaySecret),
            ("redirect_uri", Redirect),
            ("code", code),
            ("code_verifier", verifier)
        );

    [GeneratedRegex(
        """__RequestVerificationToken" type="hidden" value="(?<token>[^"]+)""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex AntiforgeryField();
}

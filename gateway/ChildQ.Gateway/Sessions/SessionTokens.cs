using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ChildQ.Gateway.Sessions;

/// <summary>
/// Renews a session's access token shortly before it ends. Of many requests at once, in any replica, one asks for new tokens and the
/// others use what it got: a refresh token can be spent only once.
/// </summary>
public sealed class SessionTokens(
    SessionStore sessions,
    IOptionsMonitor<OpenIdConnectOptions> options,
    TimeProvider clock,
    ILogger<SessionTokens> logger
) : CookieAuthenticationEvents
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(1);

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (IsFresh(context.Properties) || SessionStore.KeyOf(context.Properties) is not { } key)
        {
            return;
        }

        var refused = false;
        var renewed = await sessions.ReplaceAsync(
            key,
            async stored =>
            {
                if (IsFresh(stored.Properties))
                {
                    return stored;
                }

                var answer = await AskAsync(stored);
                refused = answer is { IsSuccess: false };
                return answer is { IsSuccess: true, Message: { } tokens } ? await RenewedAsync(stored, tokens) : null;
            }
        );

        if (renewed is not null)
        {
            context.ReplacePrincipal(renewed.Principal);
            context.Properties.StoreTokens(renewed.Properties.GetTokens());
        }
        else if (refused)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        }
        else if (EndOf(context.Properties) <= clock.GetUtcNow())
        {
            // The authority does not answer. The session is kept for when it does; until then this browser is nobody.
            context.RejectPrincipal();
        }
    }

    private bool IsFresh(AuthenticationProperties properties) => EndOf(properties) - clock.GetUtcNow() > RenewBefore;

    private static DateTimeOffset EndOf(AuthenticationProperties properties) =>
        DateTimeOffset.TryParse(properties.GetTokenValue("expires_at"), CultureInfo.InvariantCulture, out var end)
            ? end
            : DateTimeOffset.MaxValue;

    /// <summary>The authority's answer, or nothing where it gives none.</summary>
    private async Task<Answer?> AskAsync(AuthenticationTicket stored)
    {
        var oidc = options.Get(OpenIdConnectDefaults.AuthenticationScheme);
        try
        {
            var configuration = await oidc.ConfigurationManager!.GetConfigurationAsync(CancellationToken.None);
            using var body = new FormUrlEncodedContent(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    [OpenIdConnectParameterNames.GrantType] = OpenIdConnectGrantTypes.RefreshToken,
                    [OpenIdConnectParameterNames.RefreshToken] = stored.Properties.GetTokenValue(OpenIdConnectParameterNames.RefreshToken),
                    [OpenIdConnectParameterNames.ClientId] = oidc.ClientId,
                    [OpenIdConnectParameterNames.ClientSecret] = oidc.ClientSecret,
                }
            );
            using var response = await oidc.Backchannel.PostAsync(new Uri(configuration.TokenEndpoint), body);
            if (response.IsSuccessStatusCode)
            {
                return new Answer(IsSuccess: true, new OpenIdConnectMessage(await response.Content.ReadAsStringAsync()));
            }

            // A refusal is an answer about this session; anything else is the authority's own trouble.
            return (int)response.StatusCode is 400 or 401 ? new Answer(IsSuccess: false, Message: null) : null;
        }
        catch (Exception problem)
            when (problem is HttpRequestException or OperationCanceledException or InvalidOperationException or IOException)
        {
            logger.LogWarning("A session could not be renewed, since the authority does not answer: {Problem}", problem.GetType().Name);
            return null;
        }
    }

    private async Task<AuthenticationTicket> RenewedAsync(AuthenticationTicket stored, OpenIdConnectMessage tokens)
    {
        var properties = stored.Properties;
        var end = clock
            .GetUtcNow()
            .AddSeconds(int.TryParse(tokens.ExpiresIn, CultureInfo.InvariantCulture, out var seconds) ? seconds : 300);
        List<AuthenticationToken> kept = [.. properties.GetTokens()];
        Keep(OpenIdConnectParameterNames.AccessToken, tokens.AccessToken);
        Keep(OpenIdConnectParameterNames.RefreshToken, tokens.RefreshToken);
        Keep(OpenIdConnectParameterNames.IdToken, tokens.IdToken);
        Keep("expires_at", end.ToString("o", CultureInfo.InvariantCulture));
        properties.StoreTokens(kept);
        var principal = tokens.IdToken is { } idToken ? await PrincipalOfAsync(idToken) : null;
        return new AuthenticationTicket(principal ?? stored.Principal, properties, stored.AuthenticationScheme);

        void Keep(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                kept.RemoveAll(token => token.Name == name);
                kept.Add(new AuthenticationToken { Name = name, Value = value });
            }
        }
    }

    /// <summary>The person as the authority knows them now: roles may have been given or taken since they signed in.</summary>
    private async Task<ClaimsPrincipal?> PrincipalOfAsync(string idToken)
    {
        var oidc = options.Get(OpenIdConnectDefaults.AuthenticationScheme);
        var configuration = await oidc.ConfigurationManager!.GetConfigurationAsync(CancellationToken.None);
        var rules = oidc.TokenValidationParameters.Clone();
        rules.ValidIssuer = configuration.Issuer;
        rules.ValidAudience = oidc.ClientId;
        rules.IssuerSigningKeys = configuration.SigningKeys;
        var result = await oidc.TokenHandler.ValidateTokenAsync(idToken, rules);
        return result.IsValid ? new ClaimsPrincipal(result.ClaimsIdentity) : null;
    }

    private sealed record Answer(bool IsSuccess, OpenIdConnectMessage? Message);
}

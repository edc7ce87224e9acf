namespace ChildQ.Identity.Startup;

/// <summary>Why this issuer does not start: what is safe on a developer's machine and dangerous anywhere else.</summary>
public static class Refusals
{
    private const int ShortestSecret = 32;

    /// <summary>Secrets that stand in the repository carry this mark, so that they can be told from real ones.</summary>
    private const string DevelopmentMark = "development";

    public static void ThrowIfUnsafe(IdentitySettings settings, IHostEnvironment environment)
    {
        var refusals = Of(settings, environment).ToList();
        if (refusals.Count > 0)
        {
            throw new InvalidOperationException("Identity does not start. " + string.Join(' ', refusals));
        }
    }

    /// <summary>Plain sentences, each with the setting to mend; none when it is safe to start.</summary>
    public static IEnumerable<string> Of(IdentitySettings settings, IHostEnvironment environment)
    {
        if (settings.PublicUrl.Scheme != Uri.UriSchemeHttps && !(environment.IsDevelopment() && settings.PublicUrl.IsLoopback))
        {
            yield return "PublicUrl must be https; http is for a loopback address in Development only.";
        }

        if (string.IsNullOrWhiteSpace(settings.GatewayClientSecret))
        {
            yield return "Identity__GatewayClientSecret is not set.";
        }

        if (!environment.IsProduction())
        {
            yield break;
        }

        if (settings.SeedDevelopmentAccounts)
        {
            yield return "Identity__SeedDevelopmentAccounts is for development: everyone can read those passwords. Remove it.";
        }

        foreach (var (name, secret) in SecretsOf(settings).Where(given => IsWeak(given.Secret)))
        {
            yield return $"{name} must be a secret of this deployment's own, of at least {ShortestSecret} characters.";
        }
    }

    private static IEnumerable<(string Name, string Secret)> SecretsOf(IdentitySettings settings)
    {
        if (!string.IsNullOrWhiteSpace(settings.GatewayClientSecret))
        {
            yield return ("Identity__GatewayClientSecret", settings.GatewayClientSecret);
        }

        if (settings.LoaderClientSecret is { } loader)
        {
            yield return ("Identity__LoaderClientSecret", loader);
        }

        foreach (var (client, index) in settings.Clients.Select((client, index) => (client, index)))
        {
            yield return ($"Identity__Clients__{index}__Secret", client.Secret);
        }
    }

    private static bool IsWeak(string? secret) =>
        string.IsNullOrWhiteSpace(secret)
        || secret.Length < ShortestSecret
        || secret.Contains(DevelopmentMark, StringComparison.OrdinalIgnoreCase);
}

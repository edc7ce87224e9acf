using Microsoft.Extensions.Configuration;

namespace ChildQ.HackneyData;

/// <summary>What the loader is told by its environment.</summary>
/// <param name="PublicUrl">The gateway, with a closing slash.</param>
/// <param name="ClientSecret">Secret of the client <c>childq-data-loader</c>.</param>
/// <param name="SampleSchools">Whether the made-up schools are loaded as well: in Development, or with <c>--sample-schools</c>.</param>
public sealed record LoaderSettings(Uri PublicUrl, string ClientSecret, bool SampleSchools)
{
    /// <summary>How many times a call is tried again while the stack is not ready.</summary>
    public int Retries { get; init; } = 60;

    /// <summary>The wait before the first retry; it doubles up to <see cref="LongestWait"/>.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one call may take.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <exception cref="SettingsException">A setting is missing or makes no sense; the message says which.</exception>
    public static LoaderSettings Read(IConfiguration configuration, IReadOnlyList<string> args, bool development)
    {
        var url = configuration["PublicUrl"] ?? "http://localhost:8080";
        if (!Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out var publicUrl) || publicUrl.Scheme is not ("http" or "https"))
        {
            throw new SettingsException(
                $"PublicUrl is not an address: '{url}'. Set it to the gateway's, for example http://localhost:8080."
            );
        }

        var secret = configuration["Identity:LoaderClientSecret"];
        if (string.IsNullOrWhiteSpace(secret))
        {
            throw new SettingsException(
                "Identity__LoaderClientSecret is not set. It is the secret of the client childq-data-loader; the AppHost sets it for both Identity and this loader."
            );
        }

        return new(publicUrl, secret, WantsSampleSchools(configuration["sample-schools"], args, development));
    }

    private static bool WantsSampleSchools(string? value, IReadOnlyList<string> args, bool development)
    {
        if (value is null)
        {
            return development || args.Contains("--sample-schools", StringComparer.Ordinal);
        }

        return bool.TryParse(value, out var wanted)
            ? wanted
            : throw new SettingsException($"--sample-schools takes true or false, not '{value}'.");
    }
}

/// <summary>The loader cannot start: its settings are not complete.</summary>
public sealed class SettingsException(string message) : Exception(message);

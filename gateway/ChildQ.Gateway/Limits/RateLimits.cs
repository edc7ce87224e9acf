using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using ChildQ.ServiceDefaults.Problems;

namespace ChildQ.Gateway.Limits;

/// <summary>How much one person, or one address that nobody has signed in from, may ask of the stack. Each replica counts for itself.</summary>
public static class RateLimits
{
    /// <summary>A limit for a minute may be used up at once; it fills again in this many steps.</summary>
    private const int StepsPerMinute = 12;

    /// <summary>The look of a page, and whether the stack is up, do not count against whoever reads it.</summary>
    private static readonly PathString[] Uncounted = ["/assets", "/scripts", "/health"];

    public static void AddRateLimits(this WebApplicationBuilder builder, GatewaySettings settings) =>
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => PartitionOf(http, settings));
            limiter.OnRejected = static async (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after)
                    ? after
                    : TimeSpan.FromMinutes(1) / StepsPerMinute;
                var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
                rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                await Problem
                    .Of(
                        StatusCodes.Status429TooManyRequests,
                        "gateway/too-many-requests",
                        $"Too many requests. Try again in {seconds} seconds."
                    )
                    .ExecuteAsync(rejected.HttpContext);
            };
        });

    private static RateLimitPartition<string> PartitionOf(HttpContext http, GatewaySettings settings)
    {
        if (Uncounted.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)))
        {
            return RateLimitPartition.GetNoLimiter("");
        }

        return http.User is { Identity.IsAuthenticated: true } person
            ? Bucket($"user {person.FindFirst("sub")?.Value}", settings.SignedInPerMinute)
            : Bucket($"address {NetworkOf(http.Connection.RemoteIpAddress)}", settings.AnonymousPerMinute);
    }

    private static RateLimitPartition<string> Bucket(string who, int perMinute) =>
        RateLimitPartition.GetTokenBucketLimiter(
            who,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = perMinute,
                TokensPerPeriod = Math.Max(1, perMinute / StepsPerMinute),
                ReplenishmentPeriod = TimeSpan.FromMinutes(1) / StepsPerMinute,
                QueueLimit = 0,
            }
        );

    /// <summary>One household has a whole IPv6 /64 to itself, so that is what counts as one address.</summary>
    private static string NetworkOf(IPAddress? address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
        {
            return address?.MapToIPv4().ToString() ?? "";
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes).ToString();
    }
}

namespace ChildQ.Gateway.Sessions;

/// <summary>
/// The gateway's own way to the identity service. Its public address leads through the gateway itself, which may not be listening yet (or not
/// be reachable from inside); so requests to it go straight to the service by its discovery name.
/// </summary>
public sealed class IdentityBackchannel(GatewaySettings settings) : DelegatingHandler
{
    public const string ClientName = "identity-backchannel";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (settings.HasOwnIdentity && request.RequestUri is { } uri && settings.Authority.IsBaseOf(uri))
        {
            request.RequestUri = new Uri(Parts.Identity.Address, uri.PathAndQuery);
        }

        return base.SendAsync(request, cancellationToken);
    }
}

using Microsoft.Net.Http.Headers;

namespace ChildQ.Portal.Clients;

/// <summary>The services see the person, not the Portal: it has no rights of its own, and passes on the token that it was called with.</summary>
public sealed class ForwardedToken(IHttpContextAccessor current) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var authorization = current.HttpContext?.Request.Headers.Authorization.ToString();
        if (!string.IsNullOrEmpty(authorization))
            request.Headers.TryAddWithoutValidation(HeaderNames.Authorization, authorization);
        return base.SendAsync(request, cancellationToken);
    }
}

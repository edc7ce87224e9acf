using ChildQ.Gateway.Headers;
using NetEscapades.AspNetCore.SecurityHeaders;
using Scalar.AspNetCore;

namespace ChildQ.Gateway.Docs;

/// <summary>The API documentation of all services at <c>/docs</c>, from their own OpenAPI documents; nothing is fetched from elsewhere.</summary>
public static class DocsEndpoint
{
    public static void MapDocs(this IEndpointRouteBuilder routes) =>
        routes
            .MapScalarApiReference(
                "/docs",
                (scalar, http) =>
                {
                    scalar.WithTitle("Child Q response: APIs").WithNonce(http.GetNonce()).DisableDefaultFonts();
                    // Everything that would send what is read or typed here to somebody else.
                    scalar.DisableTelemetry().DisableAgent().DisableMcp().HideDeveloperTools().HideClientButton();
                    foreach (var service in Parts.Services)
                    {
                        scalar.AddDocument(service.Name, service.Title, $"/openapi/{service.Name}.json");
                    }
                }
            )
            .WithSecurityHeadersPolicy(SecurityHeaders.Docs);
}

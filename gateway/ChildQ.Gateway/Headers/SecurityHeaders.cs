namespace ChildQ.Gateway.Headers;

/// <summary>What browsers are told not to do with our pages.</summary>
public static class SecurityHeaders
{
    /// <summary>The policy of the API documentation, which starts itself by script and styles itself.</summary>
    public const string Docs = "docs";

    public static void AddSecurityHeaders(this WebApplicationBuilder builder, GatewaySettings settings) =>
        builder
            .Services.AddSecurityHeaderPolicies()
            .SetDefaultPolicy(policy =>
                Common(policy, settings)
                    .AddContentSecurityPolicy(csp =>
                    {
                        Strict(csp, settings);
                        csp.AddScriptSrc().Self();
                        csp.AddStyleSrc().Self();
                    })
            )
            .AddPolicy(
                Docs,
                policy =>
                    Common(policy, settings)
                        .AddContentSecurityPolicy(csp =>
                        {
                            Strict(csp, settings);
                            csp.AddScriptSrc().Self().WithNonce();
                            csp.AddStyleSrc().Self().UnsafeInline();
                        })
            );

    private static HeaderPolicyCollection Common(HeaderPolicyCollection policy, GatewaySettings settings)
    {
        policy
            .AddFrameOptionsDeny()
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicyStrictOriginWhenCrossOrigin()
            .AddCrossOriginOpenerPolicy(opener => opener.SameOrigin())
            .AddCrossOriginResourcePolicy(resource => resource.SameOrigin())
            .AddPermissionsPolicyWithDefaultSecureDirectives()
            .RemoveServerHeader();
        if (settings.IsHttps)
        {
            policy.AddStrictTransportSecurityMaxAgeIncludeSubDomains(maxAgeInSeconds: 365 * 24 * 60 * 60);
        }

        return policy;
    }

    private static void Strict(CspBuilder csp, GatewaySettings settings)
    {
        csp.AddDefaultSrc().None();
        csp.AddImgSrc().Self().Data();
        csp.AddFontSrc().Self();
        csp.AddConnectSrc().Self();
        csp.AddManifestSrc().Self();
        csp.AddBaseUri().Self();
        csp.AddObjectSrc().None();
        csp.AddFrameAncestors().None();
        // Signing out is a form that ends at the authority.
        var forms = csp.AddFormAction().Self();
        if (!settings.HasOwnIdentity)
        {
            forms.From(settings.Authority.GetLeftPart(UriPartial.Authority));
        }
    }
}

using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChildQ.ServiceDefaults.Access;

/// <summary>Only a valid token from the configured authority is trusted, and nothing is open unless its endpoint says so.</summary>
public static class AccessDefaults
{
    public const string Audience = "childq";

    /// <summary>Where tokens come from: <c>Authentication:Authority</c>, or this stack's own identity service behind the gateway.</summary>
    public static string Authority(this IConfiguration configuration) =>
        configuration["Authentication:Authority"] is { Length: > 0 } authority
            ? authority
            : $"{configuration.PublicUrl().ToString().TrimEnd('/')}/identity/";

    /// <summary>The gateway's address, as browsers and clients see it.</summary>
    public static Uri PublicUrl(this IConfiguration configuration) => new(configuration["PublicUrl"] ?? "http://localhost:8080");

    public static void AddAccess(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<CurrentUser>();
        builder
            .Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
            .AddJwtBearer(jwt =>
            {
                var authority = builder.Configuration.Authority();
                jwt.Authority = authority;
                jwt.Audience = builder.Configuration["Authentication:Audience"] ?? Audience;
                jwt.RequireHttpsMetadata = !new Uri(authority).IsLoopback;
                jwt.MapInboundClaims = false;
                jwt.TokenValidationParameters.NameClaimType = "name";
                jwt.TokenValidationParameters.RoleClaimType = "role";
                jwt.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
            });
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }
}

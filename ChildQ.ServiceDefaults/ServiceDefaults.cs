using System.Text.Json;
using System.Text.Json.Serialization;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Audit;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Messaging;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Screening;
using ChildQ.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;

namespace ChildQ.ServiceDefaults;

/// <summary>What every service switches on, in two calls.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>Telemetry, health, discovery, resilience, tokens with deny by default, problem details, OpenAPI.</summary>
    public static ServiceIdentity AddServiceDefaults(this WebApplicationBuilder builder, string name, string title)
    {
        var service = new ServiceIdentity(name, title);
        builder.Services.AddSingleton(service);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddTelemetryAndHealth();
        builder.AddDiscoveryAndResilience();
        builder.AddAccess();
        builder.AddProblems();
        builder.AddOpenApiDocument(service);
        builder.Services.ConfigureHttpJsonOptions(json => Json.Configure(json.SerializerOptions));
        return service;
    }

    /// <summary>
    /// The middleware every service runs and the endpoints every service has. Returns the group under the service's prefix, to which the
    /// features add their routes.
    /// </summary>
    public static RouteGroupBuilder MapServiceDefaults(this WebApplication app)
    {
        var service = app.Services.GetRequiredService<ServiceIdentity>();
        app.UseProblems();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<IdempotencyMiddleware>();
        app.MapHealth();
        app.MapOpenApiDocument(service);

        var root = app.MapGroup(service.Prefix).ScreenFreeText();
        root.MapAuditChain();
        root.MapFailedMessages();
        return root;
    }

    /// <summary>Service discovery by <c>services__*</c> names, and the standard retry, time-out and circuit breaker on every HTTP client.</summary>
    public static void AddDiscoveryAndResilience(this IHostApplicationBuilder builder)
    {
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(http =>
        {
            http.AddStandardResilienceHandler().SelectPipelineByAuthority(); // a service that is down breaks its own circuit only
            http.AddServiceDiscovery();
        });
    }
}

/// <summary>How JSON is read and written everywhere: camel case, enums as words, unknown members refused.</summary>
public static class Json
{
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        return options;
    }
}

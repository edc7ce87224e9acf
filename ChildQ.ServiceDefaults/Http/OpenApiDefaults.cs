using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.OpenApi;

namespace ChildQ.ServiceDefaults.Http;

/// <summary>Each service's OpenAPI 3.1 document, with who may call what (<c>x-roles</c>) and the headers that the house rules ask for.</summary>
public static class OpenApiDefaults
{
    public static void AddOpenApiDocument(this IHostApplicationBuilder builder, ServiceIdentity service) =>
        builder.Services.AddOpenApi(
            "v1",
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        document.Info.Title = $"ChildQ: {service.Title}";
                        document.Info.Version = "1";
                        document.Servers = [new() { Url = "/" }];
                        document.Components ??= new();
                        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
                        document.Components.SecuritySchemes["bearer"] = new OpenApiSecurityScheme
                        {
                            Type = SecuritySchemeType.Http,
                            Scheme = "bearer",
                            BearerFormat = "JWT",
                        };
                        return Task.CompletedTask;
                    }
                );
                options.AddOperationTransformer(
                    (operation, context, _) =>
                    {
                        Describe(operation, context);
                        return Task.CompletedTask;
                    }
                );
            }
        );

    public static void MapOpenApiDocument(this WebApplication app, ServiceIdentity service) =>
        app.MapOpenApi($"{service.Prefix}/openapi.json").AllowAnonymous();

    private static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var roles = metadata.OfType<IAllowAnonymous>().Any()
            ? ["anonymous"]
            : metadata
                .OfType<AuthorizationPolicy>()
                .SelectMany(p => p.Requirements)
                .OfType<RolesAuthorizationRequirement>()
                .SelectMany(r => r.AllowedRoles)
                .ToArray();
        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal);
        operation.Extensions["x-roles"] = new JsonNodeExtension(
            new System.Text.Json.Nodes.JsonArray([.. roles.Select(r => System.Text.Json.Nodes.JsonValue.Create(r))])
        );
        operation.Parameters ??= [];
        if (metadata.OfType<IfMatchRequired>().Any())
        {
            operation.Parameters.Add(Header("If-Match", required: true, "The ETag of the version that you read."));
        }

        if (metadata.OfType<Idempotent>().Any())
        {
            operation.Parameters.Add(
                Header(IdempotencyMiddleware.Header, required: false, "Makes a repeated request safe: the first answer is given again.")
            );
        }
    }

    private static OpenApiParameter Header(string name, bool required, string description) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Required = required,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
}

// What ChildQ consists of. Plain Aspire; README.md says how it is run with and without it.
var builder = DistributedApplication.CreateBuilder(args);

builder.AddKubernetesEnvironment("kubernetes");

var postgres = builder.AddPostgres("postgres").WithDataVolume();
var messaging = builder.AddRabbitMQ("messaging").WithDataVolume().WithManagementPlugin();

var gatewaySecret = builder.AddParameter("gateway-client-secret", Generated(), secret: true, persist: true);
var loaderSecret = builder.AddParameter("loader-client-secret", Generated(), secret: true, persist: true);

// The one way in: every address that a person or a token sees begins with it.
var gateway = builder
    .AddProject<Projects.ChildQ_Gateway>("gateway")
    .WithHttpEndpoint(port: 8080)
    .WithExternalHttpEndpoints()
    .WithHttpHealthCheck("/health/ready");
var publicUrl = gateway.GetEndpoint("http");

var identity = AddService<Projects.ChildQ_Identity>("identity")
    .WithEnvironment("Identity__GatewayClientSecret", gatewaySecret)
    .WithEnvironment("Identity__LoaderClientSecret", loaderSecret);

IResourceBuilder<ProjectResource>[] services =
[
    AddService<Projects.ChildQ_PoliceActionPlan>("police-action-plan").WithReference(messaging).WaitFor(messaging),
    AddService<Projects.ChildQ_Schools>("schools").WithReference(messaging).WaitFor(messaging),
    AddService<Projects.ChildQ_StaffSupport>("staff-support").WithReference(messaging).WaitFor(messaging),
    AddService<Projects.ChildQ_CommunityEngagement>("community-engagement").WithReference(messaging).WaitFor(messaging),
    AddService<Projects.ChildQ_Oversight>("oversight").WithReference(messaging).WaitFor(messaging),
];

var portal = AddService<Projects.ChildQ_Portal>("portal");
var gatewayDb = postgres.AddDatabase("gateway-db");
gateway
    .WithReference(gatewayDb)
    .WaitFor(gatewayDb)
    .WithReference(identity)
    .WithReference(portal)
    .WithEnvironment("PublicUrl", publicUrl)
    .WithEnvironment("Identity__GatewayClientSecret", gatewaySecret);

// Loads Hackney's response of June 2022, as any client of the API would; ends when it is loaded.
var hackneyData = builder
    .AddProject<Projects.ChildQ_HackneyData>("hackney-data")
    .WithReference(gateway)
    .WaitFor(gateway)
    .WaitFor(identity)
    .WithEnvironment("PublicUrl", publicUrl)
    .WithEnvironment("Identity__LoaderClientSecret", loaderSecret);

foreach (var service in services)
{
    gateway.WithReference(service);
    portal.WithReference(service);
    hackneyData.WaitFor(service);
}

if (builder.ExecutionContext.IsRunMode)
{
    identity.WithEnvironment("Identity__SeedDevelopmentAccounts", "true");
    foreach (var project in services.Append(identity).Append(portal).Append(gateway).Append(hackneyData))
    {
        project.WithEnvironment("DOTNET_ENVIRONMENT", "Development").WithEnvironment("ASPNETCORE_ENVIRONMENT", "Development");
    }
}

builder.Build().Run();

// A web service with a database of its own, ready when /health/ready says so.
IResourceBuilder<ProjectResource> AddService<TProject>(string name)
    where TProject : IProjectMetadata, new()
{
    var database = postgres.AddDatabase($"{name}-db");
    return builder
        .AddProject<TProject>(name)
        .WithHttpEndpoint()
        .WithHttpHealthCheck("/health/ready")
        .WithReference(database)
        .WaitFor(database)
        .WithEnvironment("PublicUrl", publicUrl);
}

static GenerateParameterDefault Generated() => new() { MinLength = 32, Special = false };

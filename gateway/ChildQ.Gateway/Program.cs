using ChildQ.Gateway;
using ChildQ.Gateway.Docs;
using ChildQ.Gateway.Headers;
using ChildQ.Gateway.Health;
using ChildQ.Gateway.Limits;
using ChildQ.Gateway.Routing;
using ChildQ.Gateway.Sessions;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Telemetry;

var builder = WebApplication.CreateBuilder(args);
var settings = GatewaySettings.From(builder.Configuration);

builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Services.AddSingleton(settings);
builder.Services.AddSingleton(TimeProvider.System);
builder.AddTelemetryAndHealth();
builder.AddProblems();
builder.AddGatewayDatabase(settings);
builder.AddSessions(settings);
builder.AddRateLimits(settings);
builder.AddSecurityHeaders(settings);
builder.AddProxy(settings);

var app = builder.Build();
app.UseFrontDoor(settings);
app.UseOnlyProvenHeaders();
app.UseSecurityHeaders();
app.UseProblems();
app.UseRouting();
app.UseAuthentication();
app.UseRateLimiter();
app.UseCrossSiteProtection();
app.UseCompressionOfPublicPages();
app.MapHealth();
app.MapStackHealth();
app.MapSignIn();
app.MapDocs();
app.MapProxy();

await app.PrepareAsync();
await app.RunAsync();

using ChildQ.Portal.Clients;
using ChildQ.Portal.Protection;
using ChildQ.Portal.Shell;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Telemetry;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddSingleton(new ServiceIdentity("portal", "Portal"));
builder.Services.AddSingleton(TimeProvider.System);
builder.AddProtection();
builder.AddTelemetryAndHealth();
builder.AddAccess();
builder.Services.AddServiceClients();
builder.Services.AddPages();
builder.WebHost.UseStaticWebAssets();

var app = builder.Build();

app.UseErrorPages();
app.UseStyles();
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();
app.MapHealth();
app.MapRazorPages();

// Without an endpoint of its own an unknown address would ask anonymous readers to sign in, and then have nothing to show.
app.MapFallback("{**path}", () => TypedResults.NotFound()).AllowAnonymous();

await app.RunAsync();

using ChildQ.Identity;
using ChildQ.Identity.Accounts;
using ChildQ.Identity.Startup;
using ChildQ.Identity.Tokens;
using ChildQ.ServiceDefaults.Telemetry;

var builder = WebApplication.CreateBuilder(args);
var settings = IdentitySettings.From(builder.Configuration);
Refusals.ThrowIfUnsafe(settings, builder.Environment);

builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Services.AddSingleton(settings);
builder.Services.AddSingleton(TimeProvider.System);
builder.AddTelemetryAndHealth();
builder.AddIdentityDatabase(settings);
builder.AddAccounts();
builder.AddTokenIssuer(settings);
builder.AddPages(settings);

var app = builder.Build();
app.UsePublicAddress(settings);
app.UseExceptionHandler("/error");
app.UseStatusCodePagesWithReExecute("/error/{0}");
app.UseRouting();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();
app.MapHealth();
app.MapAuthorize();
app.MapToken();
app.MapEndSession();
app.MapRazorPages();

await app.PrepareAsync();
await app.RunAsync();

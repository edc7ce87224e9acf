using ChildQ.HackneyData;
using ChildQ.ServiceDefaults.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var builder = Host.CreateApplicationBuilder(
    new HostApplicationBuilderSettings
    {
        Args = args,
        EnvironmentName =
            Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT"),
        ContentRootPath = AppContext.BaseDirectory,
    }
);
builder.AddTelemetryAndHealth();
builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning).AddFilter("Polly", LogLevel.None);

LoaderSettings settings;
try
{
    settings = LoaderSettings.Read(builder.Configuration, args, builder.Environment.IsDevelopment());
}
catch (SettingsException missing)
{
    await Console.Error.WriteLineAsync(missing.Message);
    return 2;
}

builder.Services.AddSingleton(settings).AddSingleton(TimeProvider.System).AddGatewayClient(settings, Console.Out);

using var host = builder.Build();
await host.StartAsync();
var code = await host
    .Services.GetRequiredService<Loader>()
    .RunAsync(host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
await host.StopAsync();
return code;

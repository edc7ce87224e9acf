using ChildQ.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChildQ.Benchmarks.Measuring;

/// <summary>A web server with nothing in it but the routes that it is given.</summary>
internal sealed class BareKestrel : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BareKestrel(WebApplication app) => (_app, Address) = (app, new(app.Urls.Single()));

    public Uri Address { get; }

    public static async Task<BareKestrel> StartAsync(Action<IEndpointRouteBuilder> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.ConfigureHttpJsonOptions(json => Json.Configure(json.SerializerOptions));
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new(app);
    }

    public HttpClient Caller() => new() { BaseAddress = Address };

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

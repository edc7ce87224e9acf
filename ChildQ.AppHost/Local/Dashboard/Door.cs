using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ChildQ.AppHost.Local.Dashboard;

/// <summary>The dashboard listens on three ports; a request is served only what belongs to the one by which it came.</summary>
internal enum Door
{
    Pages,
    OtlpGrpc,
    OtlpHttp,
}

internal static class Doors
{
    /// <summary>Listens on loopback only. Port 0 is any free port.</summary>
    public static ListenOptions Open(this KestrelServerOptions server, Door door, int port, HttpProtocols protocols)
    {
        ListenOptions opened = null!;
        server.Listen(
            System.Net.IPAddress.Loopback,
            port,
            listen =>
            {
                opened = listen;
                listen.Protocols = protocols;
                listen.Use(next =>
                    connection =>
                    {
                        connection.Items[typeof(Door)] = door;
                        return next(connection);
                    }
                );
            }
        );
        return opened;
    }

    public static Door Of(HttpContext context) =>
        context.Features.Get<IConnectionItemsFeature>()?.Items[typeof(Door)] is Door door
            ? door
            : throw new InvalidOperationException("A connection came by no door.");
}

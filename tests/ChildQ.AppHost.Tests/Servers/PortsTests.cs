using System.Net;
using System.Net.Sockets;
using ChildQ.AppHost.Local.Servers;

namespace ChildQ.AppHost.Tests.Servers;

public sealed class PortsTests
{
    [Fact]
    public void A_wanted_port_that_is_free_is_given()
    {
        int free;
        using (var probe = new Ports())
            free = probe.Next();
        using var ports = new Ports();

        var given = ports.Prefer(free);

        Assert.Equal(free, given);
    }

    [Fact]
    public void A_wanted_port_that_another_stack_leases_is_not_given()
    {
        using var first = new Ports();
        using var second = new Ports();
        var leased = first.Next();

        var given = second.Prefer(leased);

        Assert.NotEqual(leased, given);
    }

    [Fact]
    public void A_wanted_port_on_which_something_listens_is_not_given()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var taken = ((IPEndPoint)listener.LocalEndpoint).Port;
        using var ports = new Ports();

        var given = ports.Prefer(taken);

        Assert.NotEqual(taken, given);
    }
}

using System.Net;
using ChildQ.Portal.Clients;
using Microsoft.Extensions.DependencyInjection;

namespace ChildQ.Portal.Tests.Shell;

/// <summary>In a class, and so with a Portal, of its own: a circuit that it opens stays open for seconds.</summary>
public sealed class BrokenServiceTests(PortalHost portal) : PortalTests(portal)
{
    /// <summary>A circuit breaker opens after 100 failures in 30 seconds; it must be the broken service's own.</summary>
    [Fact]
    public async Task A_service_that_fails_for_long_does_not_close_the_way_to_the_others()
    {
        Backend.Answers("GET", "/api/schools/steps", new { }, 503);
        Backend.Answers("GET", "/api/oversight/steps", new { items = Array.Empty<object>() });
        var schools = Portal.Services.GetRequiredService<SchoolsClient>();
        await Parallel.ForAsync(0, 60, Cancel, async (_, cancel) => await schools.TryGet<object>("steps", cancel));

        var asked = Backend.Asked.Count;
        await schools.TryGet<object>("steps", Cancel);
        var other = await Portal.Anonymous().GetAsync(new Uri("/steps/community-tensions", UriKind.Relative), Cancel);

        Assert.Equal(asked + 1, Backend.Asked.Count); // the circuit of the schools is open: only the other service was asked
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace ChildQ.Gateway.Tests.Health;

/// <summary>Changes how parts are, so each test has a gateway to itself.</summary>
public sealed class StackHealthTests : IAsyncLifetime
{
    private readonly GatewayHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Everybody_sees_every_part_by_name_and_no_more()
    {
        _host.StaffSupport.Health = "Degraded";
        using var client = _host.NewClient();

        using var response = await client.GetAsync("/health");

        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("Unhealthy", body.GetProperty("status").GetString());
        var parts = body.GetProperty("parts")
            .EnumerateArray()
            .ToDictionary(part => part.GetProperty("name").GetString()!, part => part, StringComparer.Ordinal);
        Assert.Equal(
            ["community-engagement", "database", "identity", "oversight", "police-action-plan", "portal", "schools", "staff-support"],
            parts.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal("Unhealthy", parts["oversight"].GetProperty("status").GetString());
        Assert.Equal("Degraded", parts["staff-support"].GetProperty("status").GetString());
        Assert.Equal("Healthy", parts["identity"].GetProperty("status").GetString());
        Assert.All(parts.Values, part => Assert.Equal(["name", "status"], part.EnumerateObject().Select(property => property.Name)));
    }

    [Fact]
    public async Task One_replica_away_is_a_service_degraded_and_operations_see_which()
    {
        await _host.SchoolsReplica.StopAsync();
        using var browser = _host.NewBrowser();
        using var arrived = await browser.SignInAsync("operations");

        using var response = await browser.GetAsync("/health");

        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        var schools = body.GetProperty("parts").EnumerateArray().Single(part => part.GetProperty("name").GetString() == "schools");
        Assert.Equal("Degraded", schools.GetProperty("status").GetString());
        Assert.Contains(_host.SchoolsReplica.Address.Authority, schools.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_at_a_browser_gets_a_table()
    {
        using var client = _host.NewClient();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        var page = await (await client.GetAsync("/health")).Content.ReadAsStringAsync();

        Assert.Contains("<h1 class=\"govuk-heading-l\">Part of the service is not working</h1>", page, StringComparison.Ordinal);
        Assert.Contains("police-action-plan", page, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", page, StringComparison.Ordinal);
    }
}

using ChildQ.Identity.Startup;
using Microsoft.Extensions.Hosting.Internal;

namespace ChildQ.Identity.Tests.Startup;

public sealed class RefusalsTests
{
    private static readonly IdentitySettings Sound = new()
    {
        PublicUrl = new Uri("https://response.hackney.example"),
        GatewayClientSecret = "0123456789abcdef0123456789abcdef",
    };

    [Fact]
    public void A_sound_production_starts() => Assert.Empty(Refusals.Of(Sound, In("Production")));

    [Fact]
    public void Production_refuses_development_accounts() =>
        AssertRefused(Sound with { SeedDevelopmentAccounts = true }, "Identity__SeedDevelopmentAccounts");

    [Theory]
    [InlineData("short")]
    [InlineData("gateway-secret-for-development-only")]
    public void Production_refuses_a_secret_that_others_may_know_or_guess(string secret) =>
        AssertRefused(Sound with { GatewayClientSecret = secret }, "Identity__GatewayClientSecret");

    [Theory]
    [InlineData("")]
    [InlineData("loader-secret-for-development-only")]
    public void Production_refuses_a_loader_that_others_could_be(string secret) =>
        AssertRefused(Sound with { LoaderClientSecret = secret }, "Identity__LoaderClientSecret");

    [Fact]
    public void Production_refuses_an_api_client_with_a_weak_secret() =>
        AssertRefused(
            Sound with
            {
                Clients = [new ApiClientSettings("open-data", "Open data", "short", ["scrutiny"])],
            },
            "Identity__Clients__0__Secret"
        );

    [Fact]
    public void Production_refuses_to_be_reached_in_the_clear() =>
        AssertRefused(Sound with { PublicUrl = new Uri("http://response.hackney.example") }, "PublicUrl");

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public void No_environment_starts_without_a_secret_for_the_gateway(string environment) =>
        Assert.Contains(
            Refusals.Of(Sound with { GatewayClientSecret = " " }, In(environment)),
            refusal => refusal.Contains("Identity__GatewayClientSecret", StringComparison.Ordinal)
        );

    [Fact]
    public void Development_may_be_reached_in_the_clear_on_this_machine_only()
    {
        Assert.Empty(Refusals.Of(Sound with { PublicUrl = new Uri("http://localhost:8080") }, In("Development")));
        Assert.NotEmpty(Refusals.Of(Sound with { PublicUrl = new Uri("http://192.0.2.1:8080") }, In("Development")));
        Assert.NotEmpty(Refusals.Of(Sound with { PublicUrl = new Uri("http://localhost:8080") }, In("Staging")));
    }

    private static void AssertRefused(IdentitySettings settings, string setting)
    {
        var refusal = Assert.Single(Refusals.Of(settings, In("Production")));
        Assert.Contains(setting, refusal, StringComparison.Ordinal);
    }

    private static HostingEnvironment In(string environment) => new() { EnvironmentName = environment };
}

using Microsoft.Extensions.Configuration;

namespace ChildQ.HackneyData.Tests;

public sealed class LoaderSettingsTests
{
    [Fact]
    public void A_missing_secret_is_named()
    {
        var missing = Assert.Throws<SettingsException>(() => Read([], secret: null));

        Assert.Contains("Identity__LoaderClientSecret is not set", missing.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gateway")]
    [InlineData("ftp://gateway")]
    public void An_address_that_is_none_is_named(string url)
    {
        var wrong = Assert.Throws<SettingsException>(() => Read([], url: url));

        Assert.Contains($"PublicUrl is not an address: '{url}'", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "http://localhost:8080/")]
    [InlineData("http://localhost:9000", "http://localhost:9000/")]
    [InlineData("https://childq.example/suite/", "https://childq.example/suite/")]
    public void The_gateways_address_ends_with_a_slash_so_that_paths_are_added_to_it(string? url, string expected)
    {
        Assert.Equal(new Uri(expected), Read([], url: url).PublicUrl);
    }

    [Theory]
    [InlineData(true, "", true)]
    [InlineData(false, "", false)]
    [InlineData(false, "--sample-schools", true)]
    [InlineData(false, "--sample-schools=true", true)]
    [InlineData(true, "--sample-schools=false", false)]
    [InlineData(true, "--sample-schools false", false)]
    public void Sample_schools_are_on_in_Development_and_otherwise_where_the_switch_says_so(
        bool development,
        string commandLine,
        bool expected
    )
    {
        Assert.Equal(expected, Read(commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries), development: development).SampleSchools);
    }

    [Fact]
    public void A_switch_that_is_neither_true_nor_false_is_named()
    {
        var wrong = Assert.Throws<SettingsException>(() => Read(["--sample-schools=perhaps"]));

        Assert.Contains("'perhaps'", wrong.Message, StringComparison.Ordinal);
    }

    private static LoaderSettings Read(string[] args, string? secret = "secret", string? url = null, bool development = false)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.Ordinal) { ["Identity:LoaderClientSecret"] = secret, ["PublicUrl"] = url }
            )
            .AddCommandLine(args)
            .Build();

        return LoaderSettings.Read(configuration, args, development);
    }
}

using ChildQ.Testing;

namespace ChildQ.CommunityEngagement.Tests;

public sealed class FreeTextTests(CommunityEngagementHost host) : IClassFixture<CommunityEngagementHost>
{
    /// <summary>References and accounts.</summary>
    private static readonly string[] _notFree =
    [
        "ActivityText.FacilitatedBy",
        "ActivityText.Reference",
        "InsightCodes.Themes",
        "InsightText.Activity",
        "InsightText.Reference",
        "InsightText.Themes",
        "StepText.Reference",
        "StepText.Workstream",
        "ThemeText.Parent",
        "ThemeText.Reference",
    ];

    [Fact]
    public void Whatever_is_written_as_one_likes_is_screened() =>
        Assert.Equal(string.Join(Environment.NewLine, _notFree), string.Join(Environment.NewLine, UnscreenedText.In(host.Services)));
}

using ChildQ.Testing;

namespace ChildQ.Oversight.Tests;

public sealed class FreeTextTests(OversightHost host) : IClassFixture<OversightHost>
{
    /// <summary>References, and the holders of public offices, whom the report names.</summary>
    private static readonly string[] _notFree =
    [
        "FindingText.Reference",
        "MilestoneText.Reference",
        "MilestoneText.Workstream",
        "PublicAffairText.AddressedTo",
        "PublicAffairText.MadeBy",
        "PublicAffairText.Reference",
        "RecommendationText.Reference",
        "StepText.Reference",
        "StepText.Workstream",
        "WorkstreamText.Bodies",
        "WorkstreamText.PoliticalLead",
        "WorkstreamText.Reference",
    ];

    [Fact]
    public void Whatever_is_written_as_one_likes_is_screened() =>
        Assert.Equal(string.Join(Environment.NewLine, _notFree), string.Join(Environment.NewLine, UnscreenedText.In(host.Services)));
}

using ChildQ.Testing;

namespace ChildQ.StaffSupport.Tests;

public sealed class FreeTextTests(StaffSupportHost host) : IClassFixture<StaffSupportHost>
{
    /// <summary>References and accounts.</summary>
    private static readonly string[] _notFree =
    [
        "SessionText.FacilitatorId",
        "SessionText.Reference",
        "StepText.Reference",
        "StepText.Workstream",
    ];

    [Fact]
    public void Whatever_is_written_as_one_likes_is_screened() =>
        Assert.Equal(string.Join(Environment.NewLine, _notFree), string.Join(Environment.NewLine, UnscreenedText.In(host.Services)));
}

using ChildQ.Schools.Guidance;

namespace ChildQ.Schools.Tests.Guidance;

public sealed class GuidanceReceiptTests
{
    private static readonly DateOnly Today = new(2022, 6, 14);

    [Fact]
    public void A_receipt_is_awaited_until_the_day_it_is_acknowledged()
    {
        var receipt = GuidanceReceipt.Owed(Guid.NewGuid(), Guid.NewGuid(), Today);

        Assert.Equal(ReceiptState.Awaiting, receipt.StateAsAt(Today));
        Assert.Null(receipt.AcknowledgedAs);
    }

    [Fact]
    public void A_version_stays_superseded_since_the_first_later_one()
    {
        var guidance = PublishedGuidance.Received(Guid.NewGuid(), 1, "PAP-PRO-001", "Searches", "guidance", Today, Today);

        guidance.Supersede(Today.AddDays(1));
        guidance.Supersede(Today.AddDays(9));

        Assert.Equal(Today.AddDays(1), guidance.SupersededOn);
    }
}

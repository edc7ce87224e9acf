using ChildQ.Contracts.Schools;
using ChildQ.Schools.Guidance;
using ChildQ.Schools.Register;

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
        var guidance = A.Guidance();

        guidance.Supersede(Today.AddDays(1));
        guidance.Supersede(Today.AddDays(9));

        Assert.Equal(Today.AddDays(1), guidance.SupersededOn);
    }

    [Fact]
    public void Adoption_follows_the_acknowledgement_and_names_the_day_and_the_minute()
    {
        var receipt = Owed();
        Assert.Equal("receipt/not-acknowledged", receipt.Adopt(Today, "FGB 1", SchoolOffice.ChairOfGovernors, Today).Broken[0].Type);
        receipt.Acknowledge(SchoolOffice.Headteacher, Today, DateTimeOffset.UnixEpoch);

        string Refused(DateOnly? on, string? minute) => receipt.Adopt(on, minute, SchoolOffice.ChairOfGovernors, Today).Broken[0].Type;

        Assert.Equal("receipt/adopted-in-the-future", Refused(Today.AddDays(1), "FGB 1"));
        Assert.Equal("receipt/adopted-before-published", Refused(Today.AddDays(-1), "FGB 1"));
        Assert.Equal("input/required", Refused(null, "FGB 1"));
        Assert.Equal("input/required", Refused(Today, " "));
        Assert.True(receipt.Adopt(Today, "FGB 1", SchoolOffice.ChairOfGovernors, Today).IsOk);
        Assert.Equal("receipt/already-adopted", Refused(Today, "FGB 2"));
        Assert.Equal(ReceiptState.Adopted, receipt.StateAsAt(Today));
        Assert.Equal(ReceiptState.Awaiting, receipt.StateAsAt(Today.AddDays(-1)));
    }

    [Fact]
    public void A_school_is_chased_in_two_stages_each_once_and_not_once_it_has_answered()
    {
        var (silent, answered) = (Owed(), Owed());
        answered.Acknowledge(SchoolOffice.Headteacher, Today, DateTimeOffset.UnixEpoch);

        foreach (var day in Enumerable.Range(0, 60).Select(Today.AddDays))
        {
            silent.Chase(day);
            answered.Chase(day);
        }

        Assert.Equal((new DateOnly(2022, 6, 29), new DateOnly(2022, 7, 13)), (silent.RemindedOn!.Value, silent.EscalatedOn!.Value));
        Assert.Single(silent.Events.OfType<GuidanceEscalated>());
        Assert.Equal((null, null), (answered.RemindedOn, answered.EscalatedOn));
    }

    private static GuidanceReceipt Owed() =>
        GuidanceReceipt.Owed(
            A.Guidance(),
            School.Register(A.School(), Today).Value,
            Today
        );
}

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

    [Fact]
    public void Only_the_headteacher_acknowledges()
    {
        var receipt = Owed();

        foreach (var office in Enum.GetValues<SchoolOffice>().Where(o => o != SchoolOffice.Headteacher))
        {
            Assert.Equal("receipt/headteacher-only", receipt.Acknowledge(office, Today, DateTimeOffset.UnixEpoch).Broken[0].Type);
        }

        Assert.Equal(ReceiptState.Awaiting, receipt.StateAsAt(Today));
    }

    [Fact]
    public void What_a_later_version_has_superseded_is_neither_acknowledged_nor_adopted()
    {
        var (unread, read) = (Owed(), Owed());
        read.Acknowledge(SchoolOffice.Headteacher, Today, DateTimeOffset.UnixEpoch);
        unread.Guidance.Supersede(Today);
        read.Guidance.Supersede(Today);

        var acknowledged = unread.Acknowledge(SchoolOffice.Headteacher, Today, DateTimeOffset.UnixEpoch);
        var adopted = read.Adopt(Today, "FGB 1", SchoolOffice.ChairOfGovernors, Today);

        Assert.Equal("receipt/superseded", acknowledged.Broken[0].Type);
        Assert.Equal("receipt/superseded", adopted.Broken[0].Type);
        Assert.Equal(ReceiptState.Acknowledged, read.StateAsAt(Today));
    }

    [Fact]
    public void Interim_guidance_is_told_as_interim()
    {
        var receipt = GuidanceReceipt.Owed(A.Guidance(interim: true, draft: 2), School.Register(A.School(), Today).Value, Today);

        receipt.Acknowledge(SchoolOffice.Headteacher, Today, DateTimeOffset.UnixEpoch);

        Assert.Equal(
            "A school acknowledged Searches (interim, version 1)",
            Assert.Single(receipt.Events.OfType<GuidanceAcknowledged>()).Headline
        );
    }

    [Fact]
    public void What_is_published_supersedes_all_before_and_interim_guidance_only_what_was_interim()
    {
        var (interim, again) = (A.Guidance(1, interim: true, draft: 1), A.Guidance(1, interim: true, draft: 2));
        var (first, second) = (A.Guidance(1, draft: 3), A.Guidance(2, draft: 5));
        var next = A.Guidance(2, interim: true, draft: 4);

        Assert.True(again.Supersedes(interim));
        Assert.False(interim.Supersedes(again));
        Assert.True(first.Supersedes(again));
        Assert.False(next.Supersedes(first), "What all have endorsed stays in force beside interim guidance.");
        Assert.True(next.Supersedes(again));
        Assert.True(second.Supersedes(next));
        Assert.True(second.Supersedes(first));
        Assert.False(first.Supersedes(second));
        Assert.False(first.Supersedes(first));
    }

    private static GuidanceReceipt Owed() => GuidanceReceipt.Owed(A.Guidance(), School.Register(A.School(), Today).Value, Today);
}

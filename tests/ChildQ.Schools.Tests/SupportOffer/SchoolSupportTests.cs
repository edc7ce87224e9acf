using ChildQ.Schools.SupportOffer;

namespace ChildQ.Schools.Tests.SupportOffer;

public sealed class SchoolSupportTests
{
    private static readonly DateOnly Today = new(2022, 6, 14);

    [Theory]
    [InlineData("takenUp")]
    [InlineData("declined")]
    [InlineData("ended")]
    [InlineData("notOffered")]
    public void An_offer_begins_with_being_made(string state)
    {
        var support = SchoolSupport.Of(Registered.OnPaper());

        Assert.Equal("support/order", Record(support, Enum.Parse<SupportState>(state, ignoreCase: true)));
    }

    [Fact]
    public void It_is_taken_up_ended_and_made_anew()
    {
        var support = SchoolSupport.Of(Registered.OnPaper());

        Assert.Null(Record(support, SupportState.Offered));
        Assert.Equal("support/order", Record(support, SupportState.Offered));
        Assert.Null(Record(support, SupportState.Declined));
        Assert.Null(Record(support, SupportState.TakenUp));
        Assert.Equal("support/order", Record(support, SupportState.Declined));
        Assert.Null(Record(support, SupportState.Ended));
        Assert.Null(Record(support, SupportState.Offered));
        Assert.DoesNotContain(Support.ThinkingSpaces, support.NeverOffered(Today));
        Assert.Equal(4, support.NeverOffered(Today).Count);
    }

    [Fact]
    public void A_school_neither_makes_nor_ends_an_offer()
    {
        var support = SchoolSupport.Of(Registered.OnPaper());

        Assert.Equal("support/not-yours", Record(support, SupportState.Offered, bySchool: true));
        Record(support, SupportState.Offered);
        Assert.Equal("support/not-yours", Record(support, SupportState.Ended, bySchool: true));
        Assert.Null(Record(support, SupportState.TakenUp, bySchool: true));
    }

    [Fact]
    public void Nothing_goes_before_what_is_on_record()
    {
        var support = SchoolSupport.Of(Registered.OnPaper());
        Record(support, SupportState.Offered);

        Assert.Equal("support/before-last-act", Record(support, SupportState.TakenUp, on: Today.AddDays(-1)));
        Assert.Equal("act/in-the-future", Record(support, SupportState.TakenUp, on: Today.AddDays(1)));
    }

    private static string? Record(SchoolSupport support, SupportState state, bool bySchool = false, DateOnly? on = null) =>
        support.Record(new(Support.ThinkingSpaces, state, on, null), bySchool, Registered.On(Today, on)).Refusal();
}

using ChildQ.Contracts;
using ChildQ.Contracts.Schools;
using ChildQ.Schools.Pupils;
using ChildQ.Schools.Register;
using ChildQ.Schools.Voice;

namespace ChildQ.Schools.Tests.Voice;

public sealed class ListeningTests
{
    private static readonly DateOnly Today = new(2022, 6, 14);
    private static readonly School School = Schools.Register.School.Register(A.School(), Today).Value;

    [Theory]
    [InlineData("2022-06-15", 30, "listening/in-the-future")]
    [InlineData("2022-06-14", 0, "listening/nobody")]
    [InlineData("2022-06-14", 20_001, "listening/nobody")]
    public void Views_are_of_somebody_and_in_the_past(string on, int tookPart, string type)
    {
        var text = A.Listening() with { On = DateOnly.Parse(on, null), TookPart = tookPart, Groups = null };

        Assert.Equal(type, Assert.Single(Listening.Record(text, School, Today).Outcome.Broken).Type);
    }

    [Fact]
    public void A_one_to_one_is_with_one() =>
        Refused(A.Listening() with { How = Way.OneToOne, TookPart = 2, Groups = null }, "listening/one-to-one");

    [Fact]
    public void A_sharing_level_is_always_chosen() => Refused(A.Listening() with { Sharing = null }, "input/required");

    [Fact]
    public void Groups_are_those_of_the_list() => Refused(Of(new GroupText(Dimension.Sex, "year7", 1)), "group/unknown");

    [Fact]
    public void A_group_is_counted_once() =>
        Refused(Of(new GroupText(Dimension.Sex, "female", 1), new GroupText(Dimension.Sex, "Female", 1)), "list/twice");

    [Fact]
    public void The_groups_of_one_kind_are_no_more_than_took_part() =>
        Refused(Of(new GroupText(Dimension.Sex, "female", 20), new GroupText(Dimension.Sex, "male", 11)), "group/more-than-all");

    [Fact]
    public void The_groups_of_two_kinds_are_the_same_people_counted_twice() =>
        Assert.True(
            Listening.Record(Of(new(Dimension.Sex, "female", 30), new(Dimension.EthnicGroup, "caribbean", 30)), School, Today).IsOk
        );

    [Fact]
    public void Views_wait_until_they_are_answered_as_at_any_date()
    {
        var listening = Listening.Record(A.Listening() with { On = Today.AddDays(-10) }, School, Today).Value;

        var answered = listening.AnswerWith(new("The uniform rules were rewritten with the pupils.", Today.AddDays(5)), Today.AddDays(6));

        Assert.True(answered.IsOk);
        Assert.Equal(Today.AddDays(-10), listening.UnansweredSince(Today.AddDays(5)));
        Assert.Null(listening.UnansweredSince(Today.AddDays(6)));
    }

    [Fact]
    public void An_answer_comes_after_the_views_and_not_before_it_is_done()
    {
        var listening = Listening.Record(A.Listening(), School, Today).Value;

        Assert.Equal("answer/before-listening", Assert.Single(listening.AnswerWith(new("Done.", Today.AddDays(-1)), Today).Broken).Type);
        Assert.Equal("answer/in-the-future", Assert.Single(listening.AnswerWith(new("Done.", Today.AddDays(1)), Today).Broken).Type);
        Assert.Equal("input/required", Assert.Single(listening.AnswerWith(new(" ", Today), Today).Broken).Type);
        Assert.Empty(listening.Answers);
    }

    [Theory]
    [InlineData(SharingLevel.Public, 1)]
    [InlineData(SharingLevel.Partners, 1)]
    [InlineData(SharingLevel.CouncilOnly, 0)]
    [InlineData(SharingLevel.SafeSpace, 0)]
    public void Others_hear_once_that_a_school_answered_and_never_about_restricted_views(SharingLevel level, int events)
    {
        var listening = Listening.Record(A.Listening() with { Sharing = level }, School, Today).Value;

        listening.AnswerWith(new("First.", Today), Today);
        listening.AnswerWith(new("Second.", Today), Today);

        Assert.Equal(events, listening.Events.OfType<ViewsAnswered>().Count());
    }

    [Fact]
    public void What_is_withdrawn_waits_for_no_answer_and_takes_none()
    {
        var listening = Listening.Record(A.Listening(), School, Today).Value;

        Assert.Equal("input/required", Assert.Single(listening.Withdraw(null, Today).Broken).Type);
        Assert.True(listening.Withdraw("Recorded twice.", Today).IsOk);

        Assert.Null(listening.UnansweredSince(Today));
        Assert.Equal("listening/withdrawn", Assert.Single(listening.AnswerWith(new("Done.", Today), Today).Broken).Type);
        Assert.Equal("listening/withdrawn", Assert.Single(listening.Withdraw("Again.", Today).Broken).Type);
    }

    private static ListeningText Of(params GroupText[] groups) => A.Listening() with { Groups = groups };

    private static void Refused(ListeningText text, string type) =>
        Assert.Equal(type, Assert.Single(Listening.Record(text, School, Today).Outcome.Broken).Type);
}

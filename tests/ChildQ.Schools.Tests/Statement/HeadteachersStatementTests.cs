using ChildQ.Contracts.Schools;
using ChildQ.Schools.Statement;

namespace ChildQ.Schools.Tests.Statement;

public sealed class HeadteachersStatementTests
{
    private static readonly DateOnly Today = new(2022, 6, 14);

    [Fact]
    public void It_stands_only_once_all_three_have_committed_and_since_the_last_of_them_did()
    {
        var statement = HeadteachersStatement.Of(Registered.OnPaper());

        Commit(statement, StatementRole.ChairOfGovernors, Today.AddDays(-3));
        Commit(statement, StatementRole.Headteacher, Today.AddDays(-9));
        Assert.Null(statement.StandsSince(Today));
        Assert.Empty(statement.Events);
        Commit(statement, StatementRole.ExecutiveLead, Today.AddDays(-5));

        Assert.Equal(Today.AddDays(-3), statement.StandsSince(Today));
        var told = Assert.IsType<StatementChanged>(Assert.Single(statement.Events));
        Assert.Equal((true, (DateOnly?)Today.AddDays(-3)), (told.Stands, told.On));
    }

    [Fact]
    public void What_is_recorded_today_was_not_known_yesterday()
    {
        var statement = Standing();

        Assert.Null(statement.StandsSince(Today.AddDays(-1)));
        Assert.NotNull(statement.StandsSince(Today));
    }

    [Fact]
    public void One_who_withdraws_says_why_and_the_statement_stands_no_longer_from_then_on()
    {
        var statement = Standing();
        var later = Today.AddDays(10);

        var silent = statement.Withdraw(new(StatementRole.Headteacher, " ", null), onBehalf: false, Registered.On(later));
        var done = statement.Withdraw(new(StatementRole.Headteacher, "Under review.", null), onBehalf: false, Registered.On(later));
        var twice = statement.Withdraw(new(StatementRole.Headteacher, "Again.", null), onBehalf: false, Registered.On(later));

        Assert.Equal(("input/required", null, "statement/not-committed"), (silent.Refusal(), done.Refusal(), twice.Refusal()));
        Assert.Null(statement.StandsSince(later));
        Assert.NotNull(statement.StandsSince(later.AddDays(-1)));
        Assert.False(Assert.IsType<StatementChanged>(statement.Events[^1]).Stands);
    }

    [Theory]
    [InlineData(false, true, "statement/no-pupil-voice")]
    [InlineData(true, false, "statement/no-parent-voice")]
    public void It_includes_commitment_to_both_voices(bool pupils, bool parents, string refusal)
    {
        var statement = HeadteachersStatement.Of(Registered.OnPaper());

        var result = statement.Commit(new(StatementRole.Headteacher, pupils, parents, null, null), onBehalf: false, Registered.On(Today));

        Assert.Equal(refusal, result.Refusal());
        Assert.Empty(statement.Acts);
    }

    [Fact]
    public void Nobody_commits_twice_nor_in_the_future_nor_before_they_withdrew()
    {
        var statement = HeadteachersStatement.Of(Registered.OnPaper());
        Commit(statement, StatementRole.Headteacher, Today.AddDays(-2));

        var twice = Try(statement, Today);
        statement.Withdraw(new(StatementRole.Headteacher, "Under review.", null), onBehalf: false, Registered.On(Today));

        Assert.Equal("statement/already-committed", twice);
        Assert.Equal("act/in-the-future", Try(statement, Today.AddDays(1)));
        Assert.Equal("statement/before-last-act", Try(statement, Today.AddDays(-1)));
        Assert.Null(Try(statement, Today));
    }

    [Fact]
    public void Who_records_on_a_schools_behalf_says_how_they_know()
    {
        var statement = HeadteachersStatement.Of(Registered.OnPaper());

        var result = statement.Commit(new(StatementRole.Headteacher, true, true, null, null), onBehalf: true, Registered.On(Today));

        Assert.Equal("statement/on-behalf-without-note", result.Refusal());
    }

    private static HeadteachersStatement Standing()
    {
        var statement = HeadteachersStatement.Of(Registered.OnPaper());
        foreach (var role in HeadteachersStatement.Roles)
        {
            Commit(statement, role, Today.AddDays(-3));
        }

        return statement;
    }

    private static string? Try(HeadteachersStatement statement, DateOnly on) =>
        statement.Commit(new(StatementRole.Headteacher, true, true, on, null), onBehalf: false, Registered.On(Today, on)).Refusal();

    private static void Commit(HeadteachersStatement statement, StatementRole role, DateOnly on) =>
        Assert.Null(statement.Commit(new(role, true, true, on, null), onBehalf: false, Registered.On(Today, on)).Refusal());
}

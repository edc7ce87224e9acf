using System.Net;
using System.Text.Json;
using ChildQ.Schools.Statement;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Schools.Tests.Statement;

public sealed class StatementTests(SchoolsHost host) : IClassFixture<SchoolsHost>, IAsyncLifetime
{
    private const string Statements = "/api/schools/statements";

    public async ValueTask InitializeAsync() => await host.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Whoever_speaks_for_police_records_for_no_school_and_reads_none()
    {
        var school = await host.RegisterAsync(A.School());
        foreach (var police in Roles.Police)
        {
            using var caller = host.As([police, Roles.School], school: 100_001);
            var path = $"/api/schools/statements/{school.Id}";
            var commitment = new
            {
                As = "headteacher",
                PupilVoice = true,
                ParentVoice = true,
            };

            using var read = await caller.GetAsync(path);
            using var written = await caller.SendJsonAsync($"{path}/commitments", commitment);

            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (read.StatusCode, written.StatusCode));
        }
    }

    [Fact]
    public async Task The_three_commit_at_the_same_moment_and_the_statement_stands()
    {
        var school = await host.RegisterAsync(A.School());
        using var head = host.As(Roles.School, school: school.Urn);

        await Task.WhenAll(HeadteachersStatement.Roles.Select(role => CommitAsync(head, school.Id, role)));

        var statement = await head.GetAsync<StatementView>($"{Statements}/{school.Id}");
        Assert.Equal((true, (DateOnly?)new DateOnly(2022, 6, 14)), (statement.Stands, statement.Since));
        Assert.Equal(HeadteachersStatement.Roles, statement.Committed);
        Assert.Equal(3, statement.Acts.Count);
        Assert.All(statement.Acts, a => Assert.False(a.OnBehalf));
        Assert.False(
            (await head.GetAsync<JsonElement>($"{Statements}/{school.Id}?asAt=2022-06-14"))
                .GetProperty("acts")[0]
                .GetProperty("onBehalf")
                .GetBoolean()
        );
    }

    [Fact]
    public async Task A_school_commits_for_itself_only_and_sees_no_other()
    {
        var (own, other) = (await host.RegisterAsync(A.School(100_001)), await host.RegisterAsync(A.School(100_002)));
        using var head = host.As(Roles.School, school: own.Urn);

        var read = head.GetAsync($"{Statements}/{other.Id}").ProblemTypeAsync(HttpStatusCode.NotFound);
        var commit = head.SendJsonAsync($"{Statements}/{other.Id}/commitments", Whole(StatementRole.Headteacher));
        var withdraw = head.SendJsonAsync($"{Statements}/{other.Id}/withdrawals", new Withdrawal(StatementRole.Headteacher, "Why", null));

        Assert.Equal("not-found", await read);
        Assert.Equal("not-found", await commit.ProblemTypeAsync(HttpStatusCode.NotFound));
        Assert.Equal("not-found", await withdraw.ProblemTypeAsync(HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task The_lead_records_on_behalf_with_a_note_that_identifies_nobody()
    {
        var school = await host.RegisterAsync(A.School());
        using var lead = host.As(Roles.SchoolsLead);
        var note = Whole(StatementRole.Headteacher) with { Note = "Told us by e-mail from head@school.example", On = new(2022, 5, 20) };

        var screened = await lead.SendJsonAsync($"{Statements}/{school.Id}/commitments", note)
            .ProblemTypeAsync(HttpStatusCode.UnprocessableEntity);
        var done = await lead.SendJsonAsync($"{Statements}/{school.Id}/commitments", note with { Note = "Said at the meeting." })
            .ReadAsync<StatementView>();

        Assert.Equal("screening/likely-personal-data", screened);
        var act = Assert.Single(done.Acts);
        Assert.Equal((true, new DateOnly(2022, 5, 20), new DateOnly(2022, 6, 14)), (act.OnBehalf, act.On, act.KnownOn));
        Assert.Equal([StatementRole.ExecutiveLead, StatementRole.ChairOfGovernors], done.Missing);
    }

    [Fact]
    public async Task A_closed_school_commits_to_nothing()
    {
        var school = await host.RegisterAsync(A.School().Closed());
        using var head = host.As(Roles.School, school: school.Urn);

        var commit = head.SendJsonAsync($"{Statements}/{school.Id}/commitments", Whole(StatementRole.Headteacher));

        Assert.Equal("school/not-open", await commit.ProblemTypeAsync(HttpStatusCode.UnprocessableEntity));
    }

    private static async Task CommitAsync(HttpClient caller, Guid school, StatementRole role) =>
        await caller.SendJsonAsync($"{Statements}/{school}/commitments", Whole(role)).ReadAsync<StatementView>();

    private static Commitment Whole(StatementRole role) => new(role, PupilVoice: true, ParentVoice: true, On: null, Note: null);
}

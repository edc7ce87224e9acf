using System.Net;
using ChildQ.Schools.Charter;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Schools.Tests.Charter;

public sealed class CharterTests(SchoolsHost host) : IClassFixture<SchoolsHost>, IAsyncLifetime
{
    private const string Charters = "/api/schools/charters";

    public async ValueTask InitializeAsync() => await host.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_school_hears_the_five_voices_then_adopts_and_everyone_may_read_that()
    {
        var school = await host.RegisterAsync(A.School(100_001));
        await host.RegisterAsync(A.School(100_002));
        await host.RegisterAsync(A.School(100_003).Closed());
        using var head = host.As(Roles.School, school: school.Urn);
        var adopt = new StageReached(CharterStage.Adopted, null, null);

        var tooEarly = head.SendJsonAsync($"{Charters}/{school.Id}/stages", adopt);
        Assert.Equal("charter/voices-missing", await tooEarly.ProblemTypeAsync(HttpStatusCode.UnprocessableEntity));
        foreach (var voice in InclusionCharter.Voices)
        {
            await head.SendJsonAsync($"{Charters}/{school.Id}/inputs", new InputGiven(voice, "Wants to be asked.", null))
                .ReadAsync<CharterView>();
        }

        await head.SendJsonAsync($"{Charters}/{school.Id}/metrics", new MetricMeasured("Attendance", 93.125m, "%", null))
            .ReadAsync<CharterView>();
        await head.SendJsonAsync($"{Charters}/{school.Id}/stages", adopt).ReadAsync<CharterView>();

        var charter = await head.GetAsync<CharterView>($"{Charters}/{school.Id}");
        Assert.Equal(
            (CharterStage.Adopted, CharterExpectation.Met, 320),
            (charter.Stage, charter.Distance.Expectation, charter.Distance.Days)
        );
        Assert.Equal(93.125m, Assert.Single(charter.Metrics).Value);
        using var anyone = host.Anonymous();
        var status = await anyone.GetAsync<CharterStatus>($"{Charters}/status");
        Assert.Equal((2, 1, 0, 1), (status.Schools, status.NotStarted, status.WorkingTowards, status.Adopted));
        Assert.Equal([(100_001, CharterStage.Adopted), (100_002, CharterStage.NotStarted)], status.BySchool.Select(s => (s.Urn, s.Stage)));
        Assert.Equal(0, (await anyone.GetAsync<CharterStatus>($"{Charters}/status?asAt=2022-06-13")).Schools);
        Assert.DoesNotContain("asked", await anyone.GetStringAsync($"{Charters}/status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_that_may_identify_a_child_is_not_kept()
    {
        var school = await host.RegisterAsync(A.School());
        using var head = host.As(Roles.School, school: school.Urn);
        var input = new InputGiven(CharterVoice.Children, "Write to pupil@school.example.", null);

        var refused = head.SendJsonAsync($"{Charters}/{school.Id}/inputs", input);

        Assert.Equal("screening/likely-personal-data", await refused.ProblemTypeAsync(HttpStatusCode.UnprocessableEntity));
        Assert.Empty((await head.GetAsync<CharterView>($"{Charters}/{school.Id}")).Inputs);
    }

    [Fact]
    public async Task A_school_neither_sees_nor_writes_anothers_charter()
    {
        var (own, other) = (await host.RegisterAsync(A.School(100_001)), await host.RegisterAsync(A.School(100_002)));
        using var head = host.As(Roles.School, school: own.Urn);

        Task<HttpResponseMessage>[] tries =
        [
            head.GetAsync($"{Charters}/{other.Id}"),
            head.SendJsonAsync($"{Charters}/{other.Id}/stages", new StageReached(CharterStage.WorkingTowards, null, null)),
            head.SendJsonAsync($"{Charters}/{other.Id}/inputs", new InputGiven(CharterVoice.Staff, "Yes.", null)),
            head.SendJsonAsync($"{Charters}/{other.Id}/metrics", new MetricMeasured("Attendance", 1, "%", null)),
        ];

        foreach (var attempt in tries)
        {
            Assert.Equal("not-found", await attempt.ProblemTypeAsync(HttpStatusCode.NotFound));
        }
    }
}

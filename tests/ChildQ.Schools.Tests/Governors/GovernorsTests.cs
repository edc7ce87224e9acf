using System.Net;
using System.Text.Json;
using ChildQ.Schools.Governors;
using ChildQ.Schools.Pupils;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Schools.Tests.Governors;

public sealed class BoardSnapshotTests
{
    private static readonly DateOnly Today = new(2022, 6, 14);
    private static readonly School School = Schools.Register.School.Register(A.School(), Today).Value;

    [Fact]
    public void A_board_is_said_as_it_was() => Refused(A.Board() with { On = Today.AddDays(1) }, "board/in-the-future");

    [Fact]
    public void There_are_no_more_governors_than_seats() => Refused(A.Board() with { Seats = 13 }, "board/more-than-seats");

    [Fact]
    public void Governors_are_counted_by_ethnic_group_and_sex_only() =>
        Refused(A.Board() with { Groups = [new(Dimension.Send, "sendSupport", 1)] }, "board/dimension");

    [Fact]
    public void No_more_are_trained_than_there_are() =>
        Refused(A.Board() with { Trained = [new(Topic.Safeguarding, 15)] }, "board/trained");

    [Fact]
    public void A_topic_is_counted_once() =>
        Refused(A.Board() with { Trained = [new(Topic.Safeguarding, 1), new(Topic.Safeguarding, 2)] }, "list/twice");

    private static void Refused(BoardText text, string type) =>
        Assert.Equal(type, Assert.Single(BoardSnapshot.Record(text, School, Today).Outcome.Broken).Type);
}

public sealed class GovernorsTests(SchoolsHost host) : IClassFixture<SchoolsHost>, IAsyncLifetime
{
    private const string Governors = "/api/schools/governors";
    private const int Own = 100_001;
    private const int Other = 100_002;

    public async ValueTask InitializeAsync()
    {
        await host.ResetAsync();
        using var lead = host.As(Roles.SchoolsLead);
        foreach (var urn in new[] { Own, Other })
        {
            using var made = await lead.SendJsonAsync("/api/schools/schools", A.School(urn));
            Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_board_stands_beside_the_schools_pupils_group_by_group()
    {
        using var lead = host.As(Roles.SchoolsLead);
        using var school = host.As(Roles.School, Own);
        using var loaded = await lead.ImportAsync(
            "population",
            "urn,on,dimension,group,pupils\n100001,2022-01-20,sex,female,60\n100001,2022-01-20,sex,male,40\n"
        );
        await RecordAsync(school, A.Board());

        var board = await lead.GetAsync<JsonElement>($"{Governors}/{Own}");

        var women = Group(board, "sex", "female");
        Assert.Equal(HttpStatusCode.OK, loaded.StatusCode);
        Assert.Equal(7, Value(women.GetProperty("governors")));
        Assert.Equal(50m, women.GetProperty("percentOfGovernors").GetDecimal());
        Assert.Equal(60m, women.GetProperty("percentOfPupils").GetDecimal());
        Assert.Equal(2, board.GetProperty("vacancies").GetInt32());
    }

    [Fact]
    public async Task Small_numbers_of_governors_young_governors_and_trained_ones_are_suppressed()
    {
        using var school = host.As(Roles.School, Own);
        await RecordAsync(
            school,
            A.Board() with
            {
                YoungGovernors = 2,
                Groups = [new(Dimension.EthnicGroup, "caribbean", 1), new(Dimension.EthnicGroup, "irish", 13)],
                Trained = [new(Topic.Safeguarding, 13)],
            }
        );

        var board = await school.GetAsync<JsonElement>($"{Governors}/{Own}");

        Assert.Null(Value(board.GetProperty("youngGovernors")));
        Assert.Null(Value(Group(board, "ethnicGroup", "caribbean").GetProperty("governors")));
        Assert.Null(Value(Group(board, "ethnicGroup", "irish").GetProperty("governors")));
        Assert.All(
            board.GetProperty("training").EnumerateArray().Where(t => t.GetProperty("topic").GetString() == "safeguarding"),
            t => Assert.Null(Value(t.GetProperty("trained")))
        );
    }

    [Fact]
    public async Task Where_the_number_of_governors_must_not_be_known_vacancies_do_not_give_it_away()
    {
        using var school = host.As(Roles.School, Own);
        await RecordAsync(school, A.Board() with { Seats = 12, Filled = 4, Groups = null, Trained = null });

        var board = await school.GetAsync<JsonElement>($"{Governors}/{Own}");

        Assert.Equal(JsonValueKind.Null, board.GetProperty("vacancies").ValueKind);
        Assert.Null(Value(Group(board, "sex", "notKnown").GetProperty("governors")));
    }

    [Fact]
    public async Task Snapshots_are_dated_and_the_later_word_on_a_day_counts()
    {
        using var school = host.As(Roles.School, Own);
        await RecordAsync(school, A.Board() with { On = new(2022, 3, 1), Seats = 20 });
        await RecordAsync(school, A.Board());
        host.Clock.Advance(TimeSpan.FromDays(1));
        await RecordAsync(school, A.Board() with { Seats = 18 });

        var snapshots = await school.GetAsync<List<JsonElement>>($"{Governors}/{Own}/snapshots");
        var before = await school.GetAsync<JsonElement>($"{Governors}/{Own}?asAt=2022-06-14");

        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddDays(-1));
        Assert.Equal([18, 20], snapshots.Select(s => s.GetProperty("seats").GetInt32()));
        Assert.Equal(16, before.GetProperty("seats").GetInt32());
    }

    [Fact]
    public async Task The_lead_sees_every_school_and_those_that_have_never_said_how_their_board_is()
    {
        using var school = host.As(Roles.School, Own);
        using var lead = host.As(Roles.SchoolsLead);
        await RecordAsync(school, A.Board());

        var rows = await lead.GetAsync<List<JsonElement>>(Governors);
        var own = await school.GetAsync<List<JsonElement>>(Governors);
        var csv = await lead.GetStringAsync($"{Governors}/export.csv");

        Assert.Equal([Own, Other], rows.Select(r => r.GetProperty("urn").GetInt32()));
        Assert.Equal(JsonValueKind.Null, rows[1].GetProperty("on").ValueKind);
        Assert.Contains("Exclusions", rows[0].GetProperty("topicsBelowHalf").EnumerateArray().Select(t => t.GetString()));
        Assert.Equal([Own], own.Select(r => r.GetProperty("urn").GetInt32()));
        Assert.Contains("100001,Sample School 100001,2022-06-14,16,2,0,", csv, StringComparison.Ordinal);
    }

    private static Task<JsonElement> RecordAsync(HttpClient client, BoardText text) =>
        client.SendJsonAsync($"{Governors}/snapshots", text).ReadAsync<JsonElement>(HttpStatusCode.Created);

    private static JsonElement Group(JsonElement board, string dimension, string group) =>
        board
            .GetProperty("dimensions")
            .EnumerateArray()
            .Single(d => d.GetProperty("dimension").GetString() == dimension)
            .GetProperty("groups")
            .EnumerateArray()
            .Single(g => g.GetProperty("group").GetString() == group);

    private static int? Value(JsonElement count) =>
        count.GetProperty("value") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;
}

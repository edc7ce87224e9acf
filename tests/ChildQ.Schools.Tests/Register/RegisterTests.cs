using System.Net;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Schools.Tests.Register;

public sealed class RegisterTests(SchoolsHost host) : IClassFixture<SchoolsHost>, IAsyncLifetime
{
    private const string Schools = "/api/schools/schools";

    public async ValueTask InitializeAsync() => await host.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_schools_lead_puts_a_school_on_the_register_and_corrects_it_with_what_was_known_before_kept()
    {
        using var lead = host.As(Roles.SchoolsLead);
        var school = await RegisterAsync(lead, A.School());
        var firstDay = new DateOnly(2022, 6, 14);
        var now = host.Clock.GetUtcNow();
        host.Clock.Advance(TimeSpan.FromDays(3));

        var corrected = await lead.PutAsync($"{Schools}/{school.Id}", A.School() with { ChairOfGovernors = "Sample Chair" })
            .ReadAsync<SchoolView>();

        var before = await lead.GetAsync<SchoolView>($"{Schools}/{school.Id}?asAt={firstDay:yyyy-MM-dd}");
        var history = await lead.GetAsync<List<SchoolView>>($"{Schools}/{school.Id}/history");
        host.Clock.AdjustTime(now);
        Assert.Equal("Sample Chair", corrected.ChairOfGovernors);
        Assert.Null(before.ChairOfGovernors);
        Assert.Equal([firstDay, firstDay.AddDays(3)], history.Select(h => h.KnownOn));
    }

    [Fact]
    public async Task A_correction_needs_the_version_that_was_read()
    {
        using var lead = host.As(Roles.SchoolsLead);
        var school = await RegisterAsync(lead, A.School());
        var path = $"{Schools}/{school.Id}";
        var read = await lead.ETagAsync(path);
        using var first = await lead.PutAsync(path, A.School() with { Pupils = 901 }, read);

        var second = await lead.PutAsync(path, A.School() with { Pupils = 902 }, read).ProblemTypeAsync(HttpStatusCode.PreconditionFailed);
        var without = await lead.PutAsync(path, A.School() with { Pupils = 903 }, etag: "")
            .ProblemTypeAsync(HttpStatusCode.PreconditionRequired);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("version/changed", second);
        Assert.Equal("version/required", without);
        Assert.Equal(901, (await lead.GetAsync<SchoolView>(path)).Pupils);
    }

    [Fact]
    public async Task A_urn_stands_on_the_register_once()
    {
        using var lead = host.As(Roles.SchoolsLead);
        await RegisterAsync(lead, A.School());

        Assert.Equal("reference/taken", await lead.SendJsonAsync(Schools, A.School()).ProblemTypeAsync(HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task The_list_is_filtered_by_name_urn_phase_type_and_status_and_goes_on_page_by_page()
    {
        using var lead = host.As(Roles.SchoolsLead);
        await RegisterAsync(lead, A.School(100_001) with { Name = "Ashby 100%" });
        await RegisterAsync(lead, A.School(100_002) with { Name = "Birch", Phase = "Primary", Type = "Academy converter" });
        await RegisterAsync(lead, (A.School(100_003) with { Name = "Cedar" }).Closed());

        Assert.Equal(["Ashby 100%"], await NamesAsync(lead, "q=100%25"));
        Assert.Equal(["Birch"], await NamesAsync(lead, "q=100002"));
        Assert.Equal(["Birch"], await NamesAsync(lead, "phase=primary"));
        Assert.Equal(["Birch"], await NamesAsync(lead, "type=Academy converter"));
        Assert.Equal(["Cedar"], await NamesAsync(lead, "status=closed"));
        Assert.Equal(["Ashby 100%", "Birch"], await NamesAsync(lead, "take=2"));
        var first = await lead.GetAsync<ChildQ.ServiceDefaults.Http.Page<SchoolView>>($"{Schools}?take=2");
        Assert.Equal(["Cedar"], await NamesAsync(lead, $"take=2&after={first.Next}"));
    }

    [Fact]
    public async Task A_school_sees_itself_and_nothing_of_another()
    {
        using var lead = host.As(Roles.SchoolsLead);
        var own = await RegisterAsync(lead, A.School(100_001));
        var other = await RegisterAsync(lead, A.School(100_002));
        using var school = host.As(Roles.School, school: 100_001);
        using var unscoped = host.As(Roles.School);

        Assert.Equal([100_001], (await school.ListAsync<SchoolView>(Schools)).Select(s => s.Urn));
        Assert.Empty(await school.ListAsync<SchoolView>($"{Schools}?q=100002"));
        Assert.Equal(own.Id, (await school.GetAsync<SchoolView>($"{Schools}/{own.Id}")).Id);
        Assert.Equal("not-found", await school.GetAsync($"{Schools}/{other.Id}").ProblemTypeAsync(HttpStatusCode.NotFound));
        Assert.Equal("not-found", await school.GetAsync($"{Schools}/{other.Id}/history").ProblemTypeAsync(HttpStatusCode.NotFound));
        var export = await school.GetStringAsync($"{Schools}/export.csv");
        Assert.Contains("100001", export, StringComparison.Ordinal);
        Assert.DoesNotContain("100002", export, StringComparison.Ordinal);
        Assert.Empty(await unscoped.ListAsync<SchoolView>(Schools));
    }

    [Fact]
    public async Task Only_the_schools_lead_keeps_the_register_and_only_those_who_answer_for_schools_read_it()
    {
        string[] readers = [Roles.SchoolsLead, Roles.SafeguardingLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny, Roles.School];
        foreach (var role in Roles.All)
        {
            using var caller = host.As(role);

            using var read = await caller.GetAsync(Schools);
            using var keep = await caller.SendJsonAsync(Schools, A.School() with { Name = "" });

            Assert.Equal(readers.Contains(role) ? HttpStatusCode.OK : HttpStatusCode.Forbidden, read.StatusCode);
            Assert.Equal(role == Roles.SchoolsLead ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Forbidden, keep.StatusCode);
        }

        using var anonymous = host.Anonymous();
        using var refused = await anonymous.GetAsync(Schools);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    private static Task<SchoolView> RegisterAsync(HttpClient lead, SchoolText text) =>
        lead.SendJsonAsync(Schools, text).ReadAsync<SchoolView>(HttpStatusCode.Created);

    private static async Task<IEnumerable<string>> NamesAsync(HttpClient client, string query) =>
        (await client.ListAsync<SchoolView>($"{Schools}?{query}")).Select(s => s.Name);
}

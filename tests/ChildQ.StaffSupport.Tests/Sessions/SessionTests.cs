using System.Net;
using System.Net.Http.Json;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Import;
using ChildQ.StaffSupport.Sessions;

namespace ChildQ.StaffSupport.Tests.Sessions;

public sealed class SessionTests(StaffSupportHost host) : IClassFixture<StaffSupportHost>, IAsyncLifetime
{
    private const string Sessions = "/api/staff-support/sessions";

    private static readonly byte[] June2022 = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "sessions.csv"));

    public async ValueTask InitializeAsync() => await host.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_staff_lead_schedules_corrects_and_cancels()
    {
        using var lead = host.As(Roles.StaffLead);
        var session = await ScheduleAsync(lead, A.Session());
        var path = $"{Sessions}/{session.Id}";

        var corrected = await lead.PutAsync(path, A.Session() with { Place = "Room 102" }).ReadAsync<SessionView>();
        var cancelled = await CancelAsync(lead, path, "The room is flooded").ReadAsync<SessionView>();

        Assert.Equal(("Room 102", Places.Available, "facilitator-1"), (corrected.Place, corrected.Places, corrected.FacilitatorId));
        Assert.Equal(
            (A.Today, "The room is flooded", Places.NotBookable),
            (cancelled.CancelledOn, cancelled.CancelledBecause, cancelled.Places)
        );
        Assert.DoesNotContain(session.Reference, await lead.GetStringAsync($"{Sessions}/export.csv"), StringComparison.Ordinal);
        Assert.Equal(
            "version/required",
            await lead.PutAsync(path, A.Session(), etag: "").ProblemTypeAsync(HttpStatusCode.PreconditionRequired)
        );
        Assert.Equal(
            "version/changed",
            await lead.PutAsync(path, A.Session(), "\"1\"").ProblemTypeAsync(HttpStatusCode.PreconditionFailed)
        );
    }

    [Fact]
    public async Task Upcoming_sessions_are_listed_soonest_first_and_past_ones_latest_first_page_by_page()
    {
        using var lead = host.As(Roles.StaffLead);
        await ScheduleAsync(lead, A.Session("S-3") with { StartsOn = null, StartsAt = null, EndsAt = null });
        await ScheduleAsync(lead, A.Session("S-2") with { StartsOn = new DateOnly(2022, 7, 1) });
        await ScheduleAsync(lead, A.Session("S-1") with { StartsOn = A.Today, Kind = SessionKind.DropIn });
        await ScheduleAsync(lead, A.Session("P-1") with { StartsOn = new DateOnly(2022, 3, 20) });
        await ScheduleAsync(lead, A.Session("P-2") with { StartsOn = new DateOnly(2022, 6, 13) });

        Assert.Equal(["S-1", "S-2", "S-3"], await ReferencesAsync(lead, ""));
        Assert.Equal(["P-2", "P-1"], await ReferencesAsync(lead, "when=past"));
        Assert.Equal(["S-1"], await ReferencesAsync(lead, "kind=dropIn"));
        Assert.Equal(["S-2"], await ReferencesAsync(lead, "q=s-2"));
        var first = await lead.GetAsync<ChildQ.ServiceDefaults.Http.Page<SessionView>>($"{Sessions}?take=2");
        Assert.Equal(["S-3"], await ReferencesAsync(lead, $"take=2&after={first.Next}"));
        Assert.Empty(await ReferencesAsync(lead, "asAt=2022-06-13"));
    }

    [Fact]
    public async Task The_sessions_of_june_2022_are_loaded_whole_and_loading_them_again_changes_nothing()
    {
        using var loader = host.As(Roles.DataLoader);

        var first = await loader.ImportAsync("sessions", June2022).ReadAsync<ImportReport>();
        var again = await loader.ImportAsync("sessions", June2022).ReadAsync<ImportReport>();

        using var staff = host.As(Roles.Staff);
        var listed = await staff.ListAsync<SessionView>(Sessions);
        Assert.Equal((6, 6, 0, 0), (first.Rows, first.Created, first.Updated, first.Unchanged));
        Assert.Equal((6, 0, 0, 6), (again.Rows, again.Created, again.Updated, again.Unchanged));
        Assert.Equal(6, listed.Count);
        Assert.All(listed, s => Assert.Equal((null, Places.NotBookable), (s.StartsOn, s.Places)));
    }

    [Fact]
    public async Task A_dry_run_changes_nothing_and_a_refused_file_is_refused_whole()
    {
        using var loader = host.As(Roles.DataLoader);
        const string bad = """
            reference,kind,title,starts_on,starts_at,ends_at,place,capacity,facilitator,audience,known_on,source_section
            S-1,drop-in,Good,2022-07-01,,,,10,,,,
            S-2,séance,Bad kind,,,,,,,,,
            S-3,briefing,Bad capacity,,,,,0,,,,
            """;

        var dry = await loader.ImportAsync("sessions", June2022, dryRun: true).ReadAsync<ImportReport>();
        var refused = await loader.ImportAsync("sessions", bad).ReadAsync<System.Text.Json.JsonElement>(HttpStatusCode.UnprocessableEntity);

        Assert.Equal((true, 6), (dry.DryRun, dry.Created));
        Assert.Equal(
            ["3 kind", "4 capacity"],
            refused
                .GetProperty("problems")
                .EnumerateArray()
                .Select(p => $"{p.GetProperty("line").GetInt32()} {p.GetProperty("column").GetString()}")
        );
        Assert.Equal(0, await host.InScopeAsync(db => Task.FromResult(db.Sessions.Count())));
    }

    [Fact]
    public async Task What_is_exported_can_be_imported_again_unchanged_and_keeps_the_facilitator()
    {
        using var lead = host.As(Roles.StaffLead);
        var session = await ScheduleAsync(lead, A.Session());

        var report = await lead.ImportAsync("sessions", await lead.GetByteArrayAsync($"{Sessions}/export.csv")).ReadAsync<ImportReport>();

        Assert.Equal((1, 1), (report.Rows, report.Unchanged));
        Assert.Equal("facilitator-1", (await lead.GetAsync<SessionView>($"{Sessions}/{session.Id}")).FacilitatorId);
    }

    [Fact]
    public async Task Staff_and_those_who_answer_for_them_read_sessions_and_only_the_staff_lead_keeps_them()
    {
        string[] readers = [Roles.Staff, Roles.StaffLead, Roles.Facilitator, Roles.Oversight, Roles.Councillor, Roles.Scrutiny];
        foreach (var role in Roles.All)
        {
            using var caller = host.As(role);

            using var read = await caller.GetAsync(Sessions);
            using var keep = await caller.SendJsonAsync(Sessions, A.Session() with { Title = "" });
            using var import = await caller.ImportAsync("sessions", June2022, dryRun: true);

            Assert.Equal(readers.Contains(role) ? HttpStatusCode.OK : HttpStatusCode.Forbidden, read.StatusCode);
            Assert.Equal(role == Roles.StaffLead ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Forbidden, keep.StatusCode);
            Assert.Equal(role is Roles.StaffLead or Roles.DataLoader ? HttpStatusCode.OK : HttpStatusCode.Forbidden, import.StatusCode);
        }

        using var anonymous = host.Anonymous();
        using var refused = await anonymous.GetAsync(Sessions);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task The_facilitators_account_is_shown_to_the_lead_and_to_the_facilitator_only()
    {
        using var lead = host.As(Roles.StaffLead);
        var session = await ScheduleAsync(lead, A.Session());
        using var own = host.As(Roles.Facilitator, subject: "facilitator-1");
        using var staff = host.As(Roles.Staff);

        Assert.Equal("facilitator-1", (await own.GetAsync<SessionView>($"{Sessions}/{session.Id}")).FacilitatorId);
        Assert.Null((await staff.GetAsync<SessionView>($"{Sessions}/{session.Id}")).FacilitatorId);
    }

    private static Task<SessionView> ScheduleAsync(HttpClient lead, SessionText text) =>
        lead.SendJsonAsync(Sessions, text).ReadAsync<SessionView>(HttpStatusCode.Created);

    private static async Task<HttpResponseMessage> CancelAsync(HttpClient lead, string path, string reason)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{path}/cancellation")
        {
            Content = JsonContent.Create(new CancelSession(reason), options: Json.Options),
        };
        request.Headers.TryAddWithoutValidation("If-Match", await lead.ETagAsync(path));
        return await lead.SendAsync(request);
    }

    private static async Task<IEnumerable<string>> ReferencesAsync(HttpClient client, string query) =>
        (await client.ListAsync<SessionView>($"{Sessions}?{query}")).Select(s => s.Reference);
}

using System.Net;
using System.Text.Json;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Schools.Tests.Register;

public sealed class SchoolImportTests(SchoolsHost host) : IClassFixture<SchoolsHost>, IAsyncLifetime
{
    private const string Header =
        "\"URN\",\"LA (code)\",\"LA (name)\",\"EstablishmentNumber\",\"EstablishmentName\",\"TypeOfEstablishment (name)\",\"EstablishmentStatus (name)\",\"OpenDate\",\"CloseDate\",\"PhaseOfEducation (name)\",\"NumberOfPupils\",\"Postcode\",\"UKPRN\"\r\n";

    private static readonly byte[] Extract = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "edubase-sample.csv"));

    public async ValueTask InitializeAsync() => await host.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_dfe_extract_is_loaded_as_downloaded_and_loading_it_again_changes_nothing()
    {
        using var loader = host.As(Roles.DataLoader);

        var first = await loader.ImportAsync("schools", Extract).ReadAsync<SchoolImportReport>();
        var again = await loader.ImportAsync("schools", Extract).ReadAsync<SchoolImportReport>();

        Assert.Equal((64, 64, 0, 0, 0), (first.Rows, first.Created, first.Updated, first.Unchanged, first.Skipped));
        Assert.Equal((64, 0, 0, 64, 0), (again.Rows, again.Created, again.Updated, again.Unchanged, again.Skipped));
        using var lead = host.As(Roles.SchoolsLead);
        var nursery = Assert.Single(await lead.ListAsync<SchoolView>("/api/schools/schools?q=Maternelle"));
        Assert.Equal("Sample Nursery School 01 – École Maternelle", nursery.Name);
        Assert.Equal(new DateOnly(2022, 6, 13), nursery.KnownOn);
        Assert.Equal(4, (await lead.ListAsync<SchoolView>("/api/schools/schools?status=closed")).Count);
        Assert.Equal(64, await host.InScopeAsync(db => Task.FromResult(db.SchoolRecords.Count())));
    }

    [Fact]
    public async Task A_dry_run_says_what_it_would_do_and_does_nothing()
    {
        using var loader = host.As(Roles.DataLoader);

        var report = await loader.ImportAsync("schools", Extract, dryRun: true).ReadAsync<SchoolImportReport>();

        Assert.True(report.DryRun);
        Assert.Equal(64, report.Created);
        Assert.Equal((0, 0), await host.InScopeAsync(db => Task.FromResult((db.Schools.Count(), db.SchoolRecords.Count()))));
    }

    [Fact]
    public async Task Schools_of_another_authority_are_passed_over_and_counted()
    {
        using var loader = host.As(Roles.SchoolsLead);
        var csv = Header + Row(100_001, "Here") + Row(100_002, "There", authority: 211);

        var report = await loader.ImportAsync("schools", csv).ReadAsync<SchoolImportReport>();

        Assert.Equal((2, 1, 1), (report.Rows, report.Skipped, report.Created));
        Assert.Equal(["Here"], (await loader.ListAsync<SchoolView>("/api/schools/schools")).Select(s => s.Name));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_problem_is_named_by_line_and_the_extracts_own_column_and_then_nothing_is_loaded(bool dryRun)
    {
        using var loader = host.As(Roles.DataLoader);
        var csv =
            Header
            + Row(100_001, "Good")
            + Row(99, "Short URN")
            + Row(100_003, "Status", status: "Ajar")
            + Row(100_004, "Postcode", postcode: "nowhere")
            + Row(100_005, "")
            + Row(100_006, "Dates", opened: "01-09-2010", closed: "31-08-2009")
            + Row(100_001, "Twice");

        var problem = await loader.ImportAsync("schools", csv, dryRun).ReadAsync<JsonElement>(HttpStatusCode.UnprocessableEntity);

        Assert.Equal("import/rows-refused", problem.GetProperty("type").GetString());
        Assert.Equal(
            ["3 URN", "4 EstablishmentStatus (name)", "5 Postcode", "6 EstablishmentName", "7 CloseDate", "8 URN"],
            problem
                .GetProperty("problems")
                .EnumerateArray()
                .Select(p => $"{p.GetProperty("line").GetInt32()} {p.GetProperty("column").GetString()}")
        );
        Assert.Equal(0, await host.InScopeAsync(db => Task.FromResult(db.Schools.Count())));
    }

    [Fact]
    public async Task Loading_a_later_extract_updates_and_keeps_what_was_known_and_the_chair_of_governors()
    {
        using var lead = host.As(Roles.SchoolsLead);
        await lead.ImportAsync("schools", Header + Row(100_001, "Before")).ReadAsync<SchoolImportReport>();
        var school = Assert.Single(await lead.ListAsync<SchoolView>("/api/schools/schools"));
        var text = new SchoolText(
            100_001,
            "Before",
            school.Type,
            school.Phase,
            SchoolStatus.Open,
            null,
            null,
            null,
            null,
            "Sample Chair",
            null,
            school.EstablishmentNumber,
            school.Postcode,
            school.Pupils,
            school.OpenedOn,
            null
        );
        using var chair = await lead.PutAsync($"/api/schools/schools/{school.Id}", text);

        var report = await lead.ImportAsync("schools", Header + Row(100_001, "After", status: "Closed", closed: "31-08-2022"))
            .ReadAsync<SchoolImportReport>();

        var after = await lead.GetAsync<SchoolView>($"/api/schools/schools/{school.Id}");
        var history = await lead.GetAsync<List<SchoolView>>($"/api/schools/schools/{school.Id}/history");
        Assert.Equal(HttpStatusCode.OK, chair.StatusCode);
        Assert.Equal(1, report.Updated);
        Assert.Equal(("After", SchoolStatus.Closed, "Sample Chair"), (after.Name, after.Status, after.ChairOfGovernors));
        Assert.Equal(["Before", "Before", "After"], history.Select(h => h.Name));
    }

    [Fact]
    public async Task What_is_exported_can_be_imported_again_unchanged()
    {
        using var lead = host.As(Roles.SchoolsLead);
        await lead.ImportAsync("schools", Extract).ReadAsync<SchoolImportReport>();

        var exported = await lead.GetByteArrayAsync("/api/schools/schools/export.csv");
        var report = await lead.ImportAsync("schools", exported).ReadAsync<SchoolImportReport>();

        Assert.Equal((64, 64), (report.Rows, report.Unchanged));
    }

    [Fact]
    public async Task Only_the_schools_lead_and_the_data_loader_import()
    {
        foreach (var role in Roles.All)
        {
            using var caller = host.As(role);

            using var answer = await caller.ImportAsync("schools", Header, dryRun: true);

            Assert.Equal(role is Roles.SchoolsLead or Roles.DataLoader ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    private static string Row(
        int urn,
        string name,
        int authority = 204,
        string status = "Open",
        string postcode = "E8 1EA",
        string opened = "",
        string closed = ""
    ) =>
        $"\"{urn}\",\"{authority}\",\"X\",\"4001\",\"{name}\",\"Community school\",\"{status}\",\"{opened}\",\"{closed}\",\"Primary\",\"200\",\"{postcode}\",\"10012345\"\r\n";
}

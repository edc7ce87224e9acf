using System.Net;
using System.Text.Json;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Import;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ChildQ.Schools.Tests.Register;

/// <summary>Five thousand schools in the form in which the DfE gives them.</summary>
public sealed class WholeExtractTests(SchoolsHost host) : IClassFixture<SchoolsHost>, IAsyncLifetime
{
    private const int Rows = 5_000;
    private const int Elsewhere = Rows / 50;

    public async ValueTask InitializeAsync() => await host.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Thousands_of_rows_are_loaded_and_a_later_extract_updates_them_with_name_head_trust_and_status_as_they_were()
    {
        using var lead = host.As(Roles.SchoolsLead);
        var extract = SampleExtract.Of(Rows);
        var later = SampleExtract.Of(
            Rows,
            (row, cells) =>
            {
                if (row == 1)
                {
                    cells["EstablishmentName"] = "École “Nouvelle”, Hackney";
                    cells["HeadLastName"] = "O’Sample";
                    cells["Trusts (name)"] = "Sample Trust";
                    cells["EstablishmentStatus (name)"] = "Closed";
                    cells["CloseDate"] = "14-06-2022";
                }
            }
        );

        var dry = await lead.ImportAsync("schools", extract, dryRun: true).ReadAsync<SchoolImportReport>();
        var first = await lead.ImportAsync("schools", extract).ReadAsync<SchoolImportReport>();
        host.Clock.Advance(TimeSpan.FromDays(1));
        var second = await lead.ImportAsync("schools", later).ReadAsync<SchoolImportReport>();
        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddDays(-1));

        Assert.True(extract.Length > 1024 * 1024, "As large as a body is that only an import may have.");
        Assert.Equal((Rows, Elsewhere, Rows - Elsewhere), (dry.Rows, dry.Skipped, dry.Created));
        Assert.Equal((Rows - Elsewhere, 0), (first.Created, first.Updated));
        Assert.Equal((0, 1, Rows - Elsewhere - 1), (second.Created, second.Updated, second.Unchanged));
        var school = Assert.Single(await lead.ListAsync<SchoolView>($"/api/schools/schools?q={SampleExtract.UrnOf(1)}&asAt=2022-06-14"));
        Assert.Equal(
            ("The \"Free\" School, Nº 1", "Sample-1", "The \"Lea Valley\" Trust, Hackney", SchoolStatus.Open),
            (school.Name, school.HeadLastName, school.Trust, school.Status)
        );
        var now = await lead.GetAsync<SchoolView>($"/api/schools/schools/{school.Id}?asAt=2022-06-15");
        Assert.Equal(
            ("École “Nouvelle”, Hackney", "O’Sample", "Sample Trust", SchoolStatus.Closed),
            (now.Name, now.HeadLastName, now.Trust, now.Status)
        );
        var proposed = await lead.ListAsync<SchoolView>("/api/schools/schools?status=openButProposedToClose&take=200");
        Assert.NotEmpty(proposed);
    }

    [Fact]
    public async Task One_bad_row_in_thousands_is_named_by_line_and_nothing_is_loaded()
    {
        using var lead = host.As(Roles.SchoolsLead);
        var extract = SampleExtract.Of(
            Rows,
            (row, cells) =>
            {
                if (row == 0)
                {
                    cells["Street"] = "1 Sample Street";
                    cells["EstablishmentStatus (name)"] = "Ajar";
                }
            }
        );

        var problem = await lead.ImportAsync("schools", extract).ReadAsync<JsonElement>(HttpStatusCode.UnprocessableEntity);

        var only = Assert.Single(problem.GetProperty("problems").EnumerateArray());
        Assert.Equal((2, "EstablishmentStatus (name)"), (only.GetProperty("line").GetInt32(), only.GetProperty("column").GetString()));
        Assert.Equal(0, await host.InScopeAsync(db => Task.FromResult(db.Schools.Count())));
    }

    [Fact]
    public async Task What_is_wrong_in_another_authoritys_row_stops_nothing()
    {
        using var lead = host.As(Roles.SchoolsLead);
        var extract = SampleExtract.Of(
            100,
            (row, cells) =>
            {
                if (cells["LA (code)"] != "204")
                {
                    cells["EstablishmentStatus (name)"] = "Ajar";
                    cells["URN"] = "";
                }
            }
        );

        var loaded = await lead.ImportAsync("schools", extract).ReadAsync<SchoolImportReport>();

        Assert.Equal((100, 2, 98), (loaded.Rows, loaded.Skipped, loaded.Created));
    }

    [Fact]
    public void Every_import_says_how_large_a_body_it_takes_and_the_server_takes_no_less_and_little_more()
    {
        var imports = host
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.Where(e => e.Metadata.GetMetadata<BulkImport>() is not null)
            .ToList();

        Assert.NotEmpty(imports);
        Assert.All(
            imports,
            e =>
            {
                var takes = e.Metadata.GetMetadata<BulkImport>()!.MaxBytes;
                var limit = e.Metadata.GetMetadata<IRequestSizeLimitMetadata>()!.MaxRequestBodySize;
                Assert.InRange(limit!.Value, takes, takes + (2 * 1024 * 1024));
            }
        );
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_in_words()
    {
        using var lead = host.As(Roles.SchoolsLead);

        var problem = await lead.ImportAsync("population", new byte[CsvImportOptions.Default.MaxBytes + 1])
            .ReadAsync<JsonElement>(HttpStatusCode.UnprocessableEntity);

        Assert.Contains("larger than", problem.GetProperty("problems")[0].GetProperty("reason").GetString()!, StringComparison.Ordinal);
    }
}

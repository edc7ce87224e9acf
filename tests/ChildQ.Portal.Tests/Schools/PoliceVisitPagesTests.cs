using System.Net;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Portal.Tests.Schools;

/// <summary>A visit is recorded on one page, its searches on a second; figures by group come as a chart with its table.</summary>
public sealed class PoliceVisitPagesTests(PortalHost portal) : PortalTests(portal)
{
    private const string Visits = "/api/schools/police-visits";

    private static readonly object Details = new
    {
        on = "2022-06-13",
        at = "10:30",
        askedBy = "school",
        reason = "suspectedDrugs",
        why = (string?)null,
        officers = 2,
        attended = "otherOfficers",
        outcome = "noFurtherAction",
        note = (string?)null,
    };

    [Fact]
    public async Task A_visit_with_a_search_goes_on_to_the_search()
    {
        var id = Guid.CreateVersion7();
        Backend.Answers("POST", Visits, new { id }, 201);

        var answer = await Portal
            .As(Roles.School, school: 100_001)
            .SendFormAsync(
                "/schools/police-visits/record",
                [
                    new("Form.On.Day", "13"),
                    new("Form.On.Month", "6"),
                    new("Form.On.Year", "2022"),
                    new("Form.AskedBy", "school"),
                    new("Form.Reason", "suspectedDrugs"),
                    new("Form.Attended", "otherOfficers"),
                    new("Form.Outcome", "noFurtherAction"),
                    new("Form.Searched", "true"),
                ],
                Cancel
            );

        Assert.Equal(
            (HttpStatusCode.Redirect, $"/schools/police-visits/{id}/search"),
            (answer.StatusCode, answer.Headers.Location?.ToString())
        );
        var sent = Backend.Asked.Single(a => a.Method == "POST").Body;
        Assert.Contains("\"visit\":{\"on\":\"2022-06-13\"", sent, StringComparison.Ordinal);
        Assert.Contains("\"urn\":null", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_lacked_a_safeguard_says_so_on_the_visits_page()
    {
        var id = Guid.CreateVersion7();
        Backend.Answers("GET", $"{Visits}/{id}", Visit(id));

        var page = await Portal
            .As(Roles.School, school: 100_001)
            .GetStringAsync(new Uri($"/schools/police-visits/{id}", UriKind.Relative), Cancel);

        Assert.Contains("An appropriate adult", page, StringComparison.Ordinal);
        Assert.Contains("Black: Caribbean", page, StringComparison.Ordinal);
        Assert.Contains($"/schools/police-visits/{id}/search\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_for_a_search_asks_for_categories_and_has_no_place_for_a_name()
    {
        var id = Guid.CreateVersion7();
        Backend.Answers("GET", $"{Visits}/{id}", Visit(id));

        var page = await Portal
            .As(Roles.School, school: 100_001)
            .GetStringAsync(new Uri($"/schools/police-visits/{id}/search", UriKind.Relative), Cancel);

        Assert.Contains("Form.AppropriateAdult", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("name=\"Form[^>]*type=\"text\"", page);
    }

    [Fact]
    public async Task Rates_come_as_a_chart_with_its_table_and_what_is_withheld_is_said()
    {
        var hidden = new { value = (int?)null, suppressed = true };
        static object Shown(int number) => new { value = number, suppressed = false };
        object Group(string name, object affected, double? rate, double? index) =>
            new
            {
                group = name,
                isReference = name == "White",
                pupils = Shown(100),
                affected,
                ratePer100 = rate,
                index,
                low = index,
                high = index,
            };
        object Year(int year, string measure = "suspended") =>
            new
            {
                schoolYear = year,
                term = (string?)null,
                period = $"{year}/{year - 1999}",
                classification = "ethnicGroup",
                measure,
                groups = new[]
                {
                    Group("White", Shown(10), 10, null),
                    Group("Black", Shown(20), 20, 2),
                    Group("Asian", hidden, null, null),
                },
            };
        Backend.Answers("GET", "/api/schools/disproportionality/trend", new[] { Year(2020), Year(2021) });

        Backend.Answers("GET", "/api/schools/disproportionality", new[] { Year(2021), Year(2021, "excluded"), Year(2021, "searched") });

        var page = await Portal.As(Roles.Oversight).GetStringAsync(new Uri("/schools/disproportionality", UriKind.Relative), Cancel);

        Assert.Contains("role=\"img\"", page, StringComparison.Ordinal);
        Assert.Contains("<polyline", page, StringComparison.Ordinal);
        Assert.Contains(">Black</text>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">Asian</text>", page, StringComparison.Ordinal);
        Assert.Contains("[c]", page, StringComparison.Ordinal);
        Assert.Contains("withheld", page, StringComparison.Ordinal);
        Assert.Contains("2.00 to 2.00", page, StringComparison.Ordinal);
        Assert.Contains("<title id=\"index-title\">Relative rate index of each group, 2021/22</title>", page, StringComparison.Ordinal);
        Assert.Contains("2.00 (2.00 to 2.00)", page, StringComparison.Ordinal);
        Assert.Contains("Searched, for every 100", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/schools/disproportionality/import", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_figures_is_tried_first_and_every_problem_shown_by_its_line()
    {
        Backend.Answers(
            "POST",
            "/api/schools/disproportionality/import",
            new
            {
                type = "import/rows-refused",
                detail = "Nothing was loaded.",
                rows = 2,
                problems = new[]
                {
                    new
                    {
                        line = 3,
                        column = "suspended",
                        reason = "Pupils are counted once each.",
                    },
                },
            },
            422
        );

        var answer = await Portal
            .As(Roles.SchoolsLead)
            .SendFileAsync("/schools/disproportionality/import", "Form.File", "school_year\n", [new("Form.DryRun", "true")], Cancel);
        var page = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Contains("Problems, by line", page, StringComparison.Ordinal);
        Assert.Contains("Pupils are counted once each.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_published_of_a_school_year_is_shown_to_everyone_with_the_day_of_its_publication()
    {
        var counts = new
        {
            year = "2020/21",
            publishedOn = "2021-10-01",
            visits = new[] { new { part = "Autumn", visits = 4 } },
            byTerm = Table("Autumn"),
            byEthnicGroup = Table("Black"),
            safeguards = new[]
            {
                new
                {
                    safeguard = "appropriateAdult",
                    words = "an appropriate adult",
                    searches = new { value = (int?)null, suppressed = true },
                },
            },
        };
        Backend.Answers("GET", "/api/schools/police-visits/counts", counts);
        Backend.Answers("GET", "/api/schools/police-visits/safeguards", Array.Empty<object>());

        var page = await Portal.Anonymous().GetStringAsync(new Uri("/schools/police-visits/counts", UriKind.Relative), Cancel);

        Assert.Contains("Published on 1 October 2021", page, StringComparison.Ordinal);
        Assert.Contains("Searches, by how far they went and ethnic group", page, StringComparison.Ordinal);
        Assert.Contains("[c]", page, StringComparison.Ordinal);
    }

    private static object Table(string column)
    {
        object Row(string label) =>
            new
            {
                label,
                cells = new[] { new { value = (int?)null, suppressed = true } },
                total = new { value = (int?)12, suppressed = false },
            };
        return new
        {
            columns = new[] { column },
            rows = new[] { Row("Outer clothing only") },
            totals = Row("Total"),
        };
    }

    private static object Visit(Guid id) =>
        new
        {
            id,
            urn = 100_001,
            school = "Sample School",
            details = Details,
            revision = 1,
            knownOn = "2022-06-14",
            searches = new[]
            {
                new
                {
                    id = Guid.CreateVersion7(),
                    details = new
                    {
                        kind = "exposingIntimateParts",
                        by = "police",
                        yearGroup = "year10",
                        ageBand = "from13To15",
                        ethnicGroup = "caribbean",
                        sex = "female",
                        send = "noIdentifiedNeed",
                        pupilPremium = "yes",
                        appropriateAdult = "no",
                        parentInformedBefore = "yes",
                        seniorOfficer = "yes",
                        safeguardingLead = "yes",
                        found = "no",
                        outcome = "noFurtherAction",
                    },
                    revision = 1,
                    knownOn = "2022-06-14",
                    version = 7,
                    missing = new[] { "appropriateAdult" },
                    corrections = Array.Empty<object>(),
                },
            },
            corrections = Array.Empty<object>(),
        };
}

using System.Net;
using ChildQ.Portal.Pages.PoliceActionPlan.Actions;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Portal.Tests.PoliceActionPlan;

/// <summary>An action with what was appended to it; the ratified plan; a body's pack.</summary>
public sealed class ActionPagesTests(PortalHost portal) : PortalTests(portal)
{
    private const string Api = "/api/police-action-plan";
    private static readonly Guid Id = Guid.Parse("0197a0e5-0000-7000-8000-000000000001");

    [Fact]
    public async Task An_action_shows_its_evidence_its_values_beside_a_chart_and_what_shaped_it()
    {
        AnswerAction();

        var page = await ReadAsync(Roles.PolicePlanLead, $"/police-action-plan/actions/{Id}");

        Assert.Contains("The notes of the workshop.", page, StringComparison.Ordinal);
        Assert.Contains("Withdrawn on 15 June 2022: Of another workshop.", page, StringComparison.Ordinal);
        Assert.Contains("<polyline", page, StringComparison.Ordinal);
        Assert.Contains("[c] residents", page, StringComparison.Ordinal);
        Assert.Contains("Workshop 1 of 3", page, StringComparison.Ordinal);
        Assert.Contains($"/police-action-plan/actions/{Id}/evidence/{Id}/withdraw", page, StringComparison.Ordinal);
        Assert.Contains("notes=older", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.PolicePlanLead, true)]
    [InlineData(Roles.PolicePartner, false)]
    public async Task Police_are_not_offered_a_level_that_they_could_not_read(string role, bool offered)
    {
        AnswerAction();

        var page = await ReadAsync(role, $"/police-action-plan/actions/{Id}/evidence");

        Assert.Equal(offered, page.Contains("value=\"councilOnly\"", StringComparison.Ordinal));
        Assert.DoesNotContain("value=\"safeSpace\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_is_sent_as_the_service_reads_it()
    {
        AnswerAction();
        Backend.Answers("POST", $"{Api}/actions/{Id}/measures", new { id = Id }, 201);

        var answer = await Portal
            .As(Roles.PolicePlanLead)
            .SendFormAsync(
                $"/police-action-plan/actions/{Id}/measures/add",
                [
                    new("Form.On.Day", "1"),
                    new("Form.On.Month", "6"),
                    new("Form.On.Year", "2022"),
                    new("Form.Number", "40"),
                    new("Form.Unit", "residents"),
                    new("Form.CountsPeople", "true"),
                    new("Form.Source", "Sign-in sheets"),
                ],
                Cancel
            );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var sent = Backend.Asked.Single(a => a.Method == "POST").Body;
        Assert.Contains("\"on\":\"2022-06-01\",\"number\":40,", sent, StringComparison.Ordinal);
        Assert.Contains("\"countsPeople\":true", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_ratified_version_the_page_says_so_and_leads_on()
    {
        var page = await ReadAsync(null, "/tracker/ratified");

        Assert.Contains("No version of the plan had been ratified by then.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ratified_plan_says_what_was_promised_what_happened_and_shows_the_evidence()
    {
        Backend.Answers(
            "GET",
            $"{Api}/tracker/ratified",
            new
            {
                asAt = "2022-07-01",
                versionId = Id,
                number = 1,
                ratifiedOn = "2022-06-24",
                contentHash = "ab",
                counts = Counts,
                promises = new[]
                {
                    new
                    {
                        priority = "Trust",
                        promised = new
                        {
                            reference = "PAP-ACT-004",
                            title = "Hold workshops",
                            commitment = "Hold three workshops.",
                            owners = new[] { "hackney-council" },
                            due = "2022-06-30",
                        },
                        now = (object)Action,
                        evidence = new[] { Evidence(null) },
                        shapedBy = new[] { Link },
                    },
                },
                next = "PAP-ACT-004",
            }
        );

        var page = await ReadAsync(null, "/tracker/ratified");

        foreach (
            var words in new[]
            {
                "Hold three workshops.",
                "30 June 2022",
                "The notes of the workshop.",
                "href=\"https://hackney.gov.uk/child-q\"",
                "Workshop 1 of 3",
                "after=PAP-ACT-004",
            }
        )
            Assert.Contains(words, page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_leaves_a_gap_for_what_is_withheld_and_draws_levels_that_are_plain_numbers()
    {
        MeasureView Value(int day, decimal? number, string unit = "residents") =>
            new(Guid.NewGuid(), new(2022, 5, day), number, unit, null, number is null, "Sheets", new(2022, 6, 1), null, null);

        var chart = MeasureChart.Of([Value(1, 10), Value(5, 12), Value(9, null), Value(20, 30), Value(25, 40)], "0", "about 60");
        Assert.Equal((2, 4), (chart!.Stretches.Count, chart.Points.Count));
        Assert.Equal(["Baseline"], chart.Levels.Select(l => l.Name));
        Assert.Null(MeasureChart.Of([Value(1, 10)], null, null));
        Assert.Null(MeasureChart.Of([Value(1, 10), Value(2, 3, "per cent")], null, null));
    }

    [Fact]
    public async Task A_pack_prints_with_its_own_pages_and_leads_to_the_Word_document_as_at_the_same_day()
    {
        Backend.Answers(
            "GET",
            $"{Api}/bodies/{Id}/pack",
            new
            {
                asAt = "2022-06-13",
                body = new
                {
                    id = Id,
                    reference = "PAP-BOD-004",
                    name = "Police Action Plan Board",
                    members = Array.Empty<string>(),
                    cadence = "monthly",
                },
                arising = Array.Empty<object>(),
                counts = Counts,
                priorities = new[]
                {
                    new
                    {
                        reference = "PAP-PRI-001",
                        title = "Trust",
                        counts = Counts,
                        actions = new[]
                        {
                            new
                            {
                                reference = "PAP-ACT-004",
                                title = "Hold workshops",
                                owners = new[] { "hackney-council" },
                                status = "underWay",
                                due = "2022-06-10",
                                firstDue = "2022-06-01",
                                daysLate = 3,
                                moved = new[]
                                {
                                    new
                                    {
                                        knownOn = "2022-06-02",
                                        status = "underWay",
                                        note = "One held.",
                                    },
                                },
                                evidence = Array.Empty<object>(),
                            },
                        },
                    },
                },
                dueDatesMoved = Array.Empty<object>(),
                letters = Array.Empty<object>(),
                commitments = Array.Empty<object>(),
                protocols = Array.Empty<object>(),
            }
        );

        var page = await ReadAsync(Roles.BoardMember, $"/police-action-plan/bodies/{Id}/pack?asAt=2022-06-13");

        foreach (
            var words in new[]
            {
                "No meeting was planned.",
                "3 days late",
                "first promised for 1 June 2022",
                "One held.",
                "childq-new-page",
            }
        )
            Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains($"{Api}/bodies/{Id}/pack.docx?asAt=2022-06-13", page, StringComparison.Ordinal);
    }

    private static object Counts { get; } = new
    {
        total = 1,
        notStarted = 0,
        underWay = 1,
        done = 0,
        stopped = 0,
        overdue = 0,
    };

    private static object Action { get; } = new
    {
        id = Id,
        reference = "PAP-ACT-004",
        priority = "PAP-PRI-001",
        title = "Hold workshops",
        commitment = "Hold three workshops.",
        ownerOrganisations = new[] { "hackney-council", "metropolitan-police" },
        outcomeMeasure = "Residents who took part",
        baseline = "0",
        target = "60",
        workstream = "police-trust-and-confidence",
        knownOn = "2022-06-13",
        sharing = "public",
        promise = new
        {
            status = "underWay",
            overdue = false,
            progress = Array.Empty<object>(),
            dueDateMoves = Array.Empty<object>(),
        },
    };

    private static object Link { get; } = new
    {
        id = Id,
        action = "PAP-ACT-004",
        kind = "activity",
        to = "ENG-ACT-001",
        title = "Workshop 1 of 3",
        path = "/community-engagement/activities/1",
        knownOn = "2022-06-14",
    };

    private static object Evidence(object? withdrawn) =>
        new
        {
            id = Id,
            action = "PAP-ACT-004",
            what = "The notes of the workshop.",
            on = "2022-04-28",
            address = "https://hackney.gov.uk/child-q",
            sharing = "public",
            knownOn = "2022-06-14",
            withdrawn,
        };

    private static object Measure(string on, int? number) =>
        new
        {
            id = Id,
            on,
            number,
            unit = "residents",
            suppressed = number is null,
            source = "Sign-in sheets",
            knownOn = "2022-06-14",
        };

    private void AnswerAction()
    {
        Backend.Answers("GET", $"{Api}/actions/{Id}", Action, etag: "\"1\"");
        Backend.Answers(
            "GET",
            $"{Api}/actions/{Id}/progress",
            new
            {
                items = new[]
                {
                    new
                    {
                        knownOn = "2022-06-14",
                        status = "underWay",
                        note = "One held.",
                    },
                },
                next = "older",
            }
        );
        Backend.Answers(
            "GET",
            $"{Api}/actions/{Id}/evidence",
            new { items = new[] { Evidence(null), Evidence(new { on = "2022-06-15", reason = "Of another workshop." }) } }
        );
        Backend.Answers("GET", $"{Api}/actions/{Id}/links", new { items = new[] { Link } });
        Backend.Answers(
            "GET",
            $"{Api}/actions/{Id}/measures",
            new { items = new[] { Measure("2022-04-28", 40), Measure("2022-05-05", 55), Measure("2022-05-12", null) } }
        );
    }

    private Task<string> ReadAsync(string? role, string path) =>
        (role is null ? Portal.Anonymous() : Portal.As(role)).GetStringAsync(new Uri(path, UriKind.Relative), Cancel);
}

using System.Net;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Portal.Tests.Schools;

/// <summary>Who has been heard and who has not stand in a chart and in a table; counts by group are sent as the service takes them.</summary>
public sealed class VoicePagesTests(PortalHost portal) : PortalTests(portal)
{
    private const string Listenings = "/api/schools/voice/listenings";

    [Fact]
    public async Task A_group_that_has_not_been_heard_is_drawn_and_said_beside_one_that_has()
    {
        Backend.Answers(
            "GET",
            "/api/schools/voice/representation/100001",
            new
            {
                urn = 100_001,
                school = "Sample School",
                whose = "child",
                from = "2021-06-14",
                asAt = "2022-06-14",
                listenings = 2,
                unanswered = 1,
                unansweredSince = "2022-06-04",
                dimensions = new[]
                {
                    new
                    {
                        dimension = "ethnicGroup",
                        censusOn = "2022-01-20",
                        groups = new[]
                        {
                            Group("caribbean", 100, 50, 0, 0, "notHeard"),
                            Group("african", 100, 50, 40, 100, "heard"),
                            Group("irish", null, null, null, null, "withheld"),
                            Group("roma", 0, 0, 0, 0, "noneOnRoll"),
                        },
                    },
                },
            }
        );

        var page = await Portal.As(Roles.School, 100_001).GetStringAsync("/schools/voice/representation/100001", Cancel);

        Assert.Contains("<svg role=\"img\" aria-labelledby=\"ethnicGroup-title ethnicGroup-desc\"", page, StringComparison.Ordinal);
        Assert.Contains("Not heard", page, StringComparison.Ordinal);
        Assert.Matches("<th[^>]*scope=\"row\"[^>]*>Caribbean</th>", page);
        Assert.Contains("[c]", page, StringComparison.Ordinal);
        Assert.Contains(">withheld<", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Roma", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_that_were_filled_in_are_sent_by_dimension_and_group()
    {
        var id = Guid.CreateVersion7();
        Backend.Answers("POST", Listenings, new { id }, 201);

        var answer = await Portal
            .As(Roles.School, 100_001)
            .SendFormAsync(
                "/schools/voice/record",
                [
                    new("Form.Whose", "child"),
                    new("Form.On.Day", "14"),
                    new("Form.On.Month", "6"),
                    new("Form.On.Year", "2022"),
                    new("Form.How", "survey"),
                    new("Form.TookPart", "30"),
                    new("Form.Counts[ethnicGroup.caribbean]", "12"),
                    new("Form.Counts[sex.female]", ""),
                    new("Form.Themes", "ENG-THE-001\nENG-THE-002"),
                    new("Form.Sharing", "partners"),
                ],
                Cancel
            );

        var sent = Backend.Asked.Single(a => a.Method == "POST").Body;
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/schools/voice/{id}", answer.Headers.Location!.ToString());
        Assert.Contains(
            "\"groups\":[{\"dimension\":\"ethnicGroup\",\"group\":\"caribbean\",\"count\":12}]",
            sent,
            StringComparison.Ordinal
        );
        Assert.Contains("\"themes\":[\"ENG-THE-001\",\"ENG-THE-002\"]", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_advocacy_directory_is_open_to_everyone()
    {
        Backend.Answers(
            "GET",
            "/api/schools/advocacy",
            new
            {
                items = new[]
                {
                    new
                    {
                        id = Guid.CreateVersion7(),
                        reference = "ADV-001",
                        name = "Speaking up at school",
                        organisation = "Sample Advocacy",
                        helpsWith = "Meetings about exclusion.",
                        phone = "020 7946 0000",
                        knownOn = "2022-06-14",
                    },
                },
            }
        );

        var page = await Portal.Anonymous().GetStringAsync("/schools/advocacy", Cancel);

        Assert.Contains("Speaking up at school", page, StringComparison.Ordinal);
        Assert.Contains("020 7946 0000", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/schools/advocacy/edit", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_board_whose_numbers_are_withheld_says_so()
    {
        Backend.Answers(
            "GET",
            "/api/schools/governors/100001/snapshots",
            new[]
            {
                new
                {
                    id = Guid.CreateVersion7(),
                    urn = 100_001,
                    school = "Sample School",
                    on = "2022-06-14",
                    knownOn = "2022-06-14",
                    seats = 12,
                    vacancies = (int?)null,
                    youngGovernors = Count(null),
                    dimensions = new[]
                    {
                        new
                        {
                            dimension = "sex",
                            groups = new[]
                            {
                                new
                                {
                                    group = "female",
                                    governors = Count(null),
                                    percentOfGovernors = (decimal?)null,
                                    pupils = Count(60),
                                    percentOfPupils = (decimal?)60,
                                },
                            },
                        },
                    },
                    training = new[]
                    {
                        new
                        {
                            topic = "safeguarding",
                            trained = Count(null),
                            percent = (decimal?)null,
                        },
                    },
                },
            }
        );

        var page = await Portal.As(Roles.School, 100_001).GetStringAsync("/schools/governors/100001", Cancel);

        Assert.Contains("12 seats, [c] vacant", page, StringComparison.Ordinal);
        Assert.Contains(">withheld<", page, StringComparison.Ordinal);
        Assert.Contains(">60%<", page, StringComparison.Ordinal);
    }

    private static object Count(int? value) => new { value, suppressed = value is null };

    private static object Group(
        string group,
        int? pupils,
        decimal? percentOfPupils,
        int? heard,
        decimal? percentOfHeard,
        string standing
    ) =>
        new
        {
            group,
            pupils = Count(pupils),
            percentOfPupils,
            heard = Count(heard),
            percentOfHeard,
            standing,
        };
}

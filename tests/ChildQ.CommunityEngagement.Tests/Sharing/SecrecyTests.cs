using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using ChildQ.CommunityEngagement.Activities;
using ChildQ.CommunityEngagement.Insights;
using ChildQ.CommunityEngagement.Themes;
using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Access;
using ChildQ.Testing;
using Microsoft.EntityFrameworkCore;
using ActivityKind = ChildQ.CommunityEngagement.Activities.ActivityKind;

namespace ChildQ.CommunityEngagement.Tests.Sharing;

/// <summary>
/// Some people spoke on the condition that police would not be in the room (DOMAIN.md, rule 2). Words that stand nowhere else mark what was said
/// there; then everything that leaves the service is searched for them.
/// </summary>
public sealed class SecrecyTests(CommunityEngagementHost host) : IClassFixture<CommunityEngagementHost>
{
    private const string CouncilWord = "quincunxcouncil";
    private const string SafeWord = "quincunxsafespace";
    private const string SafeActivityWord = "quincunxactivity";

    /// <summary>Every role there is, nobody, and people who hold police roles beside others.</summary>
    public static TheoryData<string> Callers { get; } =
    [
        "",
        .. Roles.All.Where(r => r is not Roles.EngagementLead),
        $"{Roles.PolicePartner},{Roles.EngagementLead}",
        $"{Roles.CoChairPolice},{Roles.EngagementLead},{Roles.Facilitator}",
        $"{Roles.PolicePartner},{Roles.Facilitator}",
        $"{Roles.PolicePartner},{Roles.Oversight}",
    ];

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task What_is_restricted_is_at_no_endpoint_for_those_who_may_not_see_it(string roles)
    {
        var (insights, activities, theme) = await SayAsync();
        // The facilitator's own account would see the safe space: nobody else who facilitates does, and no police officer with that account.
        var subject = roles == Roles.Facilitator ? CommunityEngagementHost.OtherFacilitator : CommunityEngagementHost.Facilitator;
        using var caller = roles.Length == 0 ? host.Anonymous() : host.As(roles.Split(','), subject: subject);
        var gets = await Endpoints.GetsAsync(
            host,
            [.. insights.Select(i => i.Id), .. activities.Select(a => a.Id), theme.Id],
            [
                "",
                "?take=200",
                "?take=200&asAt=2030-01-01",
                $"?q={CouncilWord}",
                $"?q={SafeWord}",
                $"?q={SafeActivityWord}",
                $"?theme={theme.Reference}&take=200",
                $"?activity={activities[0].Reference}",
                $"?activity={activities[1].Reference}",
                "?sharing=councilOnly",
                "?sharing=safeSpace",
                "?kind=safeSpace",
            ]
        );

        foreach (var get in gets)
        {
            using var answer = await caller.GetAsync(get);
            var body = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain(
                "quincunx",
                body.Replace($"{Api.Prefix}", "", StringComparison.Ordinal),
                StringComparison.OrdinalIgnoreCase
            );
            Assert.DoesNotContain(
                answer.Headers,
                h => h.Value.Any(v => v.Contains("quincunx", StringComparison.Ordinal)) && h.Key != "Link"
            );
            Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
            foreach (var hidden in insights.Select(i => i.Reference).Concat(activities.Select(a => a.Reference)))
            {
                Assert.DoesNotContain(hidden, body, StringComparison.Ordinal);
            }
        }

        Assert.Contains(gets, g => g.Contains($"/insights/{insights[0].Id}", StringComparison.Ordinal));
        Assert.Contains(gets, g => g.Contains("/insights/export.csv", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_lead_reads_all_of_it_so_that_the_search_above_can_find_it()
    {
        var (insights, activities, theme) = await SayAsync();
        using var lead = host.Lead();

        Assert.Equal(2, (await lead.ListAsync<InsightView>($"/insights?theme={theme.Reference}")).Count);
        Assert.Equal(
            insights[0].Id,
            Assert.Single(await lead.ListAsync<InsightView>($"/insights?q={CouncilWord}&activity={activities[0].Reference}")).Id
        );
        Assert.Equal(
            insights[1].Id,
            Assert.Single(await lead.ListAsync<InsightView>($"/insights?q={SafeWord}&activity={activities[1].Reference}")).Id
        );
        Assert.Contains(
            activities[1].Reference,
            (await lead.ListAsync<ActivityView>($"/activities?q={SafeActivityWord}")).Select(a => a.Reference)
        );
        Assert.Contains(
            SafeWord,
            await (await lead.SeeAsync("/insights/export.csv")).Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_restricted_thing_by_its_id_answers_as_one_that_was_never_there()
    {
        var (insights, activities, _) = await SayAsync();
        using var police = host.Police();

        foreach (
            var (register, id) in new[] { ("insights", insights[0].Id), ("insights", insights[1].Id), ("activities", activities[1].Id) }
        )
        {
            var hidden = await Answer(police, $"/{register}/{id}");
            var absent = await Answer(police, $"/{register}/{Guid.CreateVersion7()}");
            Assert.Equal(absent, hidden);
            Assert.Equal(HttpStatusCode.NotFound, hidden.Status);
        }
    }

    [Fact]
    public async Task No_count_shown_to_police_moves_when_restricted_things_are_said()
    {
        await host.ResetAsync();
        var theme = await host.ThemeAsync();
        using var police = host.Police();
        using var policeLead = host.As([Roles.PolicePartner, Roles.EngagementLead]);
        using var oversight = host.As(Roles.Oversight);
        using var lead = host.Lead();
        foreach (var _ in Enumerable.Range(0, 6))
        {
            await lead.MakeAsync<InsightView>("/insights", A.Insight(SharingLevel.Partners, themes: theme.Reference));
        }

        var before = await CountAsync(police, theme);
        foreach (var level in Enumerable.Repeat(SharingLevel.CouncilOnly, 3).Concat(Enumerable.Repeat(SharingLevel.SafeSpace, 3)))
        {
            await lead.MakeAsync<InsightView>("/insights", A.Insight(level, themes: theme.Reference));
        }

        Assert.Equal(6, before);
        Assert.Equal(before, await CountAsync(police, theme));
        Assert.Equal(before, await CountAsync(policeLead, theme));
        Assert.Equal(12, await CountAsync(oversight, theme));
        Assert.Equal(12, await CountAsync(lead, theme));
    }

    [Fact]
    public async Task A_reader_who_subtracts_what_they_can_list_from_a_count_learns_of_no_small_number()
    {
        await host.ResetAsync();
        var theme = await host.ThemeAsync();
        using var oversight = host.As(Roles.Oversight);
        using var lead = host.Lead();
        foreach (var _ in Enumerable.Range(0, 6))
        {
            await lead.MakeAsync<InsightView>("/insights", A.Insight(SharingLevel.Partners, themes: theme.Reference));
        }

        Assert.Equal(6, await CountAsync(oversight, theme));
        for (var restricted = 1; restricted <= 5; restricted++)
        {
            await lead.MakeAsync<InsightView>("/insights", A.Insight(SharingLevel.SafeSpace, themes: theme.Reference));
            Assert.Equal(restricted < 5 ? null : 11, await CountAsync(oversight, theme));
        }
    }

    [Fact]
    public async Task No_event_carries_an_insight_and_none_tells_of_what_is_restricted()
    {
        await host.ResetAsync();
        await using var broker = await Broker.ListenAsync(host);
        var (insights, activities, theme) = await SayAsync(reset: false);
        using var lead = host.Lead();
        await lead.MakeAsync<InsightView>(
            "/insights",
            A.Insight(SharingLevel.Public, themes: theme.Reference) with
            {
                Text = "quincunxpublic was said",
                QuoteConsent = true,
            }
        );
        foreach (var level in Enumerable.Repeat(SharingLevel.CouncilOnly, 6).Concat(Enumerable.Repeat(SharingLevel.SafeSpace, 6)))
        {
            await lead.MakeAsync<InsightView>(
                "/insights",
                A.Insight(level, themes: theme.Reference) with
                {
                    Text = $"{CouncilWord} again",
                }
            );
        }

        Assert.DoesNotContain(
            await host.InScopeAsync(db => db.Outbox.Select(m => m.Body).ToListAsync()),
            body => body.Contains("quincunx", StringComparison.OrdinalIgnoreCase)
        );
        await Eventually.TrueAsync(() => host.InScopeAsync(async db => !await db.Outbox.AnyAsync()), "all is published");
        var last = await lead.MakeAsync<ActivityView>("/activities", A.Activity() with { Title = "The last" });
        await Eventually.TrueAsync(
            () => Task.FromResult(broker.Messages.Any(m => m.Contains(last.Id.ToString(), StringComparison.Ordinal))),
            "the last is heard"
        );

        var recorded = broker.Of(nameof(Contracts.CommunityEngagement.ActivityRecorded)).Select(Reference).ToList();
        Assert.Contains(last.Reference, recorded);
        Assert.All(activities, a => Assert.DoesNotContain(a.Reference, recorded));
        Assert.Empty(EvidenceOf(broker, theme.Reference));
        foreach (var message in broker.Messages)
        {
            Assert.DoesNotContain("quincunx", message, StringComparison.OrdinalIgnoreCase);
            Assert.All(insights, i => Assert.DoesNotContain(i.Reference, message, StringComparison.Ordinal));
            Assert.All(activities, a => Assert.DoesNotContain(a.Reference, message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Theme_evidence_is_told_to_each_audience_without_the_restricted_ones()
    {
        await host.ResetAsync();
        await using var broker = await Broker.ListenAsync(host);
        var theme = await host.ThemeAsync();
        using var lead = host.Lead();
        SharingLevel[] said =
        [
            .. Enumerable.Repeat(SharingLevel.SafeSpace, 7),
            .. Enumerable.Repeat(SharingLevel.Partners, 3),
            .. Enumerable.Repeat(SharingLevel.Public, 5),
        ];
        foreach (var level in said)
        {
            await lead.MakeAsync<InsightView>("/insights", A.Insight(level, themes: theme.Reference));
        }

        await Eventually.TrueAsync(() => Task.FromResult(EvidenceOf(broker, theme.Reference).Count >= 5), "five counts are told");

        var told = EvidenceOf(broker, theme.Reference);
        Assert.Equal([5, 6, 7, 8], told.Where(t => t.Sharing == SharingLevel.Partners).Select(t => t.Insights));
        Assert.Equal([5], told.Where(t => t.Sharing == SharingLevel.Public).Select(t => t.Insights));
    }

    [Fact]
    public async Task No_log_line_and_no_trace_holds_a_word_of_it_also_when_it_is_written_searched_and_refused()
    {
        await host.ResetAsync();
        var spans = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
                spans.Enqueue(
                    $"{span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Events.SelectMany(e => e.Tags))}"
                ),
        };
        ActivitySource.AddActivityListener(listener);
        var lines = LogLines.From(host.Services);
        var (insights, activities, theme) = await SayAsync(reset: false);
        using var lead = host.Lead();
        using var police = host.Police();

        foreach (var caller in new[] { lead, police })
        {
            foreach (
                var path in new[]
                {
                    $"/insights?q={SafeWord}",
                    $"/insights/{insights[0].Id}",
                    "/insights/export.csv",
                    $"/activities?q={SafeWord}",
                }
            )
            {
                using var answer = await caller.SeeAsync(path);
            }
        }

        var text = A.Insight(SharingLevel.SafeSpace, themes: theme.Reference) with { Text = $"{SafeWord}, Mrs Example of E8 1EA" };
        await lead.PostAsync("/insights", text).ProblemAsync(HttpStatusCode.UnprocessableEntity);
        await lead.PostAsync("/insights", text with { Confirmed = true, Reference = insights[0].Reference })
            .ProblemAsync(HttpStatusCode.Conflict);
        await lead.PostAsync("/insights", text with { Confirmed = true, Themes = [SafeWord] })
            .ProblemAsync(HttpStatusCode.UnprocessableEntity);
        await lead.PostAsync("/insights", new { sharing = SafeWord, text = SafeWord }).ProblemAsync(HttpStatusCode.BadRequest);
        await lead.RefusedAsync(
            "insights",
            $"reference,activity,themes,text,group,sharing_level,quote_consent,known_on,source_section\nR,{SafeWord},,{SafeWord},,nowhere,,,"
        );

        Assert.Contains(
            lines.All,
            line => line.Contains("Npgsql", StringComparison.Ordinal) || line.Contains("INSERT INTO", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(lines.All, line => line.Contains("quincunx", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(spans, span => span.Contains("SELECT", StringComparison.Ordinal));
        Assert.Contains(spans, span => span.Contains("/insights", StringComparison.Ordinal));
        Assert.DoesNotContain(spans, span => span.Contains("quincunx", StringComparison.OrdinalIgnoreCase));
        Assert.NotEmpty(activities);
    }

    [Fact]
    public async Task A_problem_holds_nothing_of_what_was_written()
    {
        var (_, activities, _) = await SayAsync();
        using var facilitator = host.FacilitatorClient(CommunityEngagementHost.OtherFacilitator);

        foreach (
            var text in new[]
            {
                A.Insight(SharingLevel.SafeSpace, activities[1].Reference),
                A.Insight(SharingLevel.SafeSpace, "ENG-ACT-NONE"),
            }
        )
        {
            using var answer = await facilitator.PostAsync("/insights", text with { Text = $"{SafeWord} was said" });
            var body = await answer.Content.ReadAsStringAsync();

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("reference/unknown", body, StringComparison.Ordinal);
            Assert.DoesNotContain("quincunx", body, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>A council-only and a safe-space activity, and what was said at each.</summary>
    private async Task<(InsightView[] Insights, ActivityView[] Activities, ThemeView Theme)> SayAsync(bool reset = true)
    {
        if (reset)
        {
            await host.ResetAsync();
        }

        var theme = await host.ThemeAsync();
        using var lead = host.Lead();
        using var facilitator = host.FacilitatorClient();
        var council = await lead.MakeAsync<ActivityView>(
            "/activities",
            A.Activity(SharingLevel.CouncilOnly) with
            {
                Title = $"A {SafeActivityWord} of the council",
            }
        );
        var safe = await facilitator.MakeAsync<ActivityView>(
            "/activities",
            A.Activity(SharingLevel.SafeSpace) with
            {
                Kind = ActivityKind.SafeSpace,
                Title = $"A {SafeActivityWord} for girls",
            }
        );
        var insights = new[]
        {
            await lead.MakeAsync<InsightView>(
                "/insights",
                A.Insight(SharingLevel.Public, council.Reference, theme.Reference) with
                {
                    Text = $"At the council they spoke of {CouncilWord}.",
                    QuoteConsent = true,
                }
            ),
            await facilitator.MakeAsync<InsightView>(
                "/insights",
                A.Insight(SharingLevel.SafeSpace, safe.Reference, theme.Reference) with
                {
                    Text = $"In the safe space they spoke of {SafeWord}.",
                }
            ),
        };
        Assert.Equal([SharingLevel.CouncilOnly, SharingLevel.SafeSpace], insights.Select(i => i.Sharing));
        return (insights, [council, safe], theme);
    }

    private static async Task<int?> CountAsync(HttpClient caller, ThemeView theme)
    {
        var one = await caller.ReadAsync<ThemeView>($"/themes/{theme.Id}");
        var listed = (await caller.ListAsync<ThemeView>("/themes")).Single(t => t.Id == theme.Id);
        Assert.Equal(one.Insights, listed.Insights);
        return one.Insights!.Value.Value;
    }

    private static async Task<(HttpStatusCode Status, string Type, string Detail)> Answer(HttpClient caller, string path)
    {
        using var answer = await caller.SeeAsync(path);
        var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return (answer.StatusCode, body.GetProperty("type").GetString()!, body.GetProperty("detail").GetString()!);
    }

    private static JsonElement Message(string envelope) =>
        System.Text.Json.JsonSerializer.Deserialize<JsonElement>(envelope[..(envelope.LastIndexOf('}') + 1)]).GetProperty("message");

    private static string Reference(string envelope) => Message(envelope).GetProperty("reference").GetString()!;

    /// <summary>What was told of one theme: events of an earlier test may still be on their way.</summary>
    private static List<(SharingLevel Sharing, int? Insights)> EvidenceOf(Broker broker, string theme) =>
        [.. broker.Of(nameof(Contracts.CommunityEngagement.ThemeEvidenceCounted)).Where(e => Reference(e) == theme).Select(Evidence)];

    private static (SharingLevel Sharing, int? Insights) Evidence(string envelope) =>
        (
            (SharingLevel)Message(envelope).GetProperty("sharing").GetInt32(),
            Message(envelope).TryGetProperty("insights", out var n) && n.ValueKind == JsonValueKind.Number ? n.GetInt32() : null
        );
}

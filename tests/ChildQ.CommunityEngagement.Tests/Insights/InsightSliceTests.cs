using System.Net;
using System.Text.Json;
using ChildQ.CommunityEngagement.Activities;
using ChildQ.CommunityEngagement.Insights;
using ChildQ.Contracts;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.CommunityEngagement.Tests.Insights;

public sealed class InsightSliceTests(CommunityEngagementHost host) : IClassFixture<CommunityEngagementHost>
{
    private const string Header = "reference,activity,themes,text,group,sharing_level,quote_consent,known_on,source_section\n";

    [Fact]
    public async Task What_looks_like_personal_data_is_asked_about_first_and_kept_when_confirmed()
    {
        await host.ResetAsync();
        using var lead = host.Lead();
        var said = A.Insight() with { Text = "Mrs Example rang 020 7946 0123 about it." };

        var asked = await lead.PostAsync("/insights", said).ReadAsync<JsonElement>(HttpStatusCode.UnprocessableEntity);
        var before = await lead.ListAsync<InsightView>("/insights");
        var kept = await lead.MakeAsync<InsightView>("/insights", said with { Confirmed = true });

        Assert.Equal("screening/likely-personal-data", asked.GetProperty("type").GetString());
        var finds = asked.GetProperty("finds").Deserialize<PersonalDataFind[]>(Json.Options)!;
        Assert.Equal([PersonalDataKind.Name, PersonalDataKind.Phone], finds.Select(f => f.Kind));
        Assert.Equal("020 7946 0123", said.Text!.Substring(finds[1].Start, finds[1].Length));
        Assert.DoesNotContain("7946", asked.ToString(), StringComparison.Ordinal);
        Assert.Empty(before);
        Assert.Equal(said.Text, kept.Text);
        await lead.ActAsync(HttpMethod.Put, $"/insights/{kept.Id}", said).ProblemAsync(HttpStatusCode.UnprocessableEntity);
        await lead.PostAsync("/insights", A.Insight() with { Group = "Pupils at E8 1EA" }).ProblemAsync(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_facilitator_sees_and_keeps_the_safe_space_insights_of_their_own_activities_only()
    {
        await host.ResetAsync();
        using var mine = host.FacilitatorClient();
        using var other = host.FacilitatorClient(CommunityEngagementHost.OtherFacilitator);
        var (own, others) = (await SaidAsync(mine), await SaidAsync(other));

        Assert.Equal(own.Id, Assert.Single(await mine.ListAsync<InsightView>("/insights")).Id);
        Assert.Equal(others.Id, Assert.Single(await other.ListAsync<InsightView>("/insights?q=trust")).Id);
        Assert.Equal(HttpStatusCode.NotFound, (await mine.SeeAsync($"/insights/{others.Id}")).StatusCode);
        Assert.DoesNotContain(others.Reference, await (await mine.SeeAsync("/insights/export.csv")).Content.ReadAsStringAsync());
        Assert.Contains(own.Reference, await (await mine.SeeAsync("/insights/export.csv")).Content.ReadAsStringAsync());

        await mine.ActAsync(HttpMethod.Put, $"/insights/{others.Id}", A.Insight()).ProblemAsync(HttpStatusCode.NotFound);
        var corrected = await mine.ActAsync(
                HttpMethod.Put,
                $"/insights/{own.Id}",
                A.Insight(SharingLevel.Public, own.Activity) with
                {
                    Text = "They put it otherwise.",
                }
            )
            .ReadAsync<InsightView>();
        Assert.Equal((SharingLevel.SafeSpace, "They put it otherwise.", true), (corrected.Sharing, corrected.Text, corrected.Kept));
    }

    [Fact]
    public async Task A_facilitator_puts_insights_into_activities_they_run_and_nowhere_else()
    {
        await host.ResetAsync();
        using var lead = host.Lead();
        using var mine = host.FacilitatorClient();
        var open = await lead.MakeAsync<ActivityView>("/activities", A.Activity());
        var hidden = await lead.MakeAsync<ActivityView>("/activities", A.Activity(SharingLevel.CouncilOnly));
        var shown = await lead.MakeAsync<InsightView>("/insights", A.Insight(activity: open.Reference));

        Assert.Equal("insight/not-your-activity", await Refused(A.Insight()));
        Assert.Equal("insight/not-your-activity", await Refused(A.Insight(activity: open.Reference)));
        Assert.Equal("reference/unknown", await Refused(A.Insight(activity: hidden.Reference)));
        Assert.Equal("reference/given", await Refused(A.Insight(activity: open.Reference) with { Reference = "ENG-INS-1" }));
        Assert.Equal(
            "insight/not-yours",
            await mine.ActAsync(
                    HttpMethod.Put,
                    $"/insights/{shown.Id}/themes",
                    new InsightCodes([]),
                    await mine.ETagAsync($"/insights/{shown.Id}")
                )
                .ProblemAsync(HttpStatusCode.Forbidden)
        );

        Task<string> Refused(InsightText text) => mine.PostAsync("/insights", text).ProblemAsync(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Who_speaks_for_police_keeps_nothing_whatever_else_they_hold()
    {
        await host.ResetAsync();
        using var lead = host.Lead();
        using var both = host.As([Roles.PolicePartner, Roles.EngagementLead, Roles.Facilitator, Roles.DataLoader]);
        var insight = await lead.MakeAsync<InsightView>("/insights", A.Insight(SharingLevel.CouncilOnly));

        Assert.Equal(HttpStatusCode.Forbidden, (await both.PostAsync("/insights", A.Insight())).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await both.PostAsync("/activities", A.Activity())).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await both.ImportAsync("insights", Header)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await both.ActAsync(HttpMethod.Put, $"/insights/{insight.Id}", A.Insight())).StatusCode);
        Assert.Empty(await both.ListAsync<InsightView>("/insights"));
    }

    [Fact]
    public async Task When_an_activity_closes_and_changes_hands_so_does_what_was_said_there()
    {
        await host.ResetAsync();
        using var lead = host.Lead();
        using var mine = host.FacilitatorClient();
        using var other = host.FacilitatorClient(CommunityEngagementHost.OtherFacilitator);
        var text = A.Activity(SharingLevel.CouncilOnly, facilitatedBy: CommunityEngagementHost.Facilitator);
        var activity = await lead.MakeAsync<ActivityView>("/activities", text);
        var insight = await mine.MakeAsync<InsightView>("/insights", A.Insight(activity: activity.Reference));
        Assert.Equal(SharingLevel.CouncilOnly, insight.Sharing);

        var handed = text with { Sharing = SharingLevel.SafeSpace, FacilitatedBy = CommunityEngagementHost.OtherFacilitator };
        await lead.ActAsync(HttpMethod.Put, $"/activities/{activity.Id}", handed).ReadAsync<ActivityView>();

        Assert.Empty(await mine.ListAsync<InsightView>("/insights"));
        Assert.Equal(SharingLevel.SafeSpace, Assert.Single(await other.ListAsync<InsightView>("/insights")).Sharing);
    }

    [Fact]
    public async Task Nobody_is_quoted_in_public_who_has_not_agreed_to_it()
    {
        await host.ResetAsync();
        using var lead = host.Lead();
        var agreed = await lead.MakeAsync<InsightView>("/insights", A.Insight() with { QuoteConsent = true });
        var unasked = await lead.MakeAsync<InsightView>("/insights", A.Insight());
        await lead.LoadAsync(
            "insights",
            $"{Header}ENG-INS-001,,,Young people feel unsafe.,Young people,Public,,2022-06-13,2 (lessons learnt)"
        );

        using var anyone = host.Anonymous();
        using var operations = host.As(Roles.Operations);
        using var councillor = host.As(Roles.Councillor);

        foreach (var caller in new[] { anyone, operations })
        {
            var read = await caller.ListAsync<InsightView>("/insights");
            Assert.Equal(["ENG-INS-001", agreed.Reference], read.Select(i => i.Reference));
            Assert.Equal(HttpStatusCode.NotFound, (await caller.SeeAsync($"/insights/{unasked.Id}")).StatusCode);
        }

        Assert.Equal(3, (await councillor.ListAsync<InsightView>("/insights")).Count);
    }

    [Fact]
    public async Task Search_finds_words_in_any_of_their_forms_and_only_all_of_them()
    {
        await host.ResetAsync();
        using var lead = host.Lead();
        var first = await lead.MakeAsync<InsightView>("/insights", A.Insight() with { Text = "Girls were searched at school." });
        var second = await lead.MakeAsync<InsightView>("/insights", A.Insight() with { Text = "A school listens to its girls." });

        Assert.Equal(first.Id, Assert.Single(await lead.ListAsync<InsightView>("/insights?q=searching schools")).Id);
        Assert.Equal(2, (await lead.ListAsync<InsightView>("/insights?q=girl")).Count);
        Assert.Equal(second.Id, Assert.Single(await lead.ListAsync<InsightView>("/insights?q=girl -search")).Id);
        Assert.Empty(await lead.ListAsync<InsightView>("/insights?q=boys"));
        Assert.Equal(2, (await lead.ListAsync<InsightView>("/insights?q=%20")).Count);
        foreach (var odd in new[] { "'", "\"", ":*", "a & | !", "%00", "(((" })
        {
            using var answer = await lead.SeeAsync($"/insights?q={(odd.StartsWith('%') ? odd : Uri.EscapeDataString(odd))}");
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{odd}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task An_insight_is_coded_to_themes_that_are_in_the_frame()
    {
        await host.ResetAsync();
        using var lead = host.Lead();
        var (one, two) = (await host.ThemeAsync(), await host.ThemeAsync());
        var insight = await lead.MakeAsync<InsightView>("/insights", A.Insight(themes: one.Reference));
        var path = $"/insights/{insight.Id}";
        var first = await lead.ETagAsync(path);

        var coded = await lead.ActAsync(HttpMethod.Put, path, new InsightCodes([one.Reference, two.Reference]), first, "/themes")
            .ReadAsync<InsightView>();

        Assert.Equal(new[] { one.Reference, two.Reference }.Order(StringComparer.Ordinal), coded.Themes);
        Assert.Equal(insight.Id, Assert.Single(await lead.ListAsync<InsightView>($"/insights?theme={two.Reference}")).Id);
        Assert.Equal(
            "version/changed",
            await lead.ActAsync(HttpMethod.Put, path, new InsightCodes([]), first, "/themes")
                .ProblemAsync(HttpStatusCode.PreconditionFailed)
        );
        Assert.Equal(
            "reference/unknown",
            await lead.ActAsync(HttpMethod.Put, path, new InsightCodes(["ENG-THE-NONE"]), null, "/themes")
                .ProblemAsync(HttpStatusCode.UnprocessableEntity)
        );
        Assert.Equal(
            "reference/unknown",
            await lead.PostAsync("/insights", A.Insight(themes: "ENG-THE-NONE")).ProblemAsync(HttpStatusCode.UnprocessableEntity)
        );
    }

    [Fact]
    public async Task A_file_with_one_bad_row_changes_nothing_and_says_what_is_wrong_where()
    {
        await host.ResetAsync();
        using var loader = host.Loader();

        var problems = await loader.RefusedAsync(
            "insights",
            Header
                + "ENG-INS-1,,,Young people feel unsafe.,Young people,Public,,2022-06-13,3\n"
                + "ENG-INS-2,ENG-ACT-NONE,ENG-THE-NONE,Said at an activity.,,Public,,2022-06-13,3\n"
                + "ENG-INS-3,,,Said by nobody knows whom.,,Public,,2022-06-13,\n"
                + "ENG-INS-4,,,Mr Example said it.,,Public,false,2022-06-13,3\n"
                + "ENG-INS-5,,,Said in secret.,,Secret,,2022-06-13,3\n"
        );

        Assert.Equal(
            [(3, "activity"), (3, "themes"), (4, "quote_consent"), (5, "text"), (6, "sharing_level")],
            problems.Select(p => (p.Line, p.Column))
        );
        using var lead = host.Lead();
        Assert.Empty(await lead.ListAsync<InsightView>("/insights"));
    }

    [Fact]
    public async Task A_file_opens_nothing_that_is_restricted_and_screens_nothing_that_was_confirmed()
    {
        await host.ResetAsync();
        using var lead = host.Lead();
        var said = A.Insight(SharingLevel.SafeSpace) with { Reference = "ENG-INS-1", Text = "Mr Example said it.", Confirmed = true };
        await lead.MakeAsync<InsightView>("/insights", said);
        var exported = await (await lead.SeeAsync("/insights/export.csv")).Content.ReadAsStringAsync();

        var again = await lead.LoadAsync("insights", exported);
        var problem = Assert.Single(
            await lead.RefusedAsync("insights", exported.Replace("safe space", "public", StringComparison.OrdinalIgnoreCase))
        );

        Assert.Equal(1, again.Unchanged);
        Assert.Equal((2, "sharing_level"), (problem.Line, problem.Column));
        Assert.Equal(SharingLevel.SafeSpace, Assert.Single(await lead.ListAsync<InsightView>("/insights")).Sharing);
    }

    [Fact]
    public async Task The_same_request_sent_twice_is_kept_once()
    {
        await host.ResetAsync();
        using var lead = host.Lead();

        var first = await lead.PostAsync("/insights", A.Insight(), key: "once").ReadAsync<InsightView>(HttpStatusCode.Created);
        var second = await lead.PostAsync("/insights", A.Insight(), key: "once").ReadAsync<InsightView>(HttpStatusCode.Created);

        Assert.Equal(first.Id, second.Id);
        Assert.Single(await lead.ListAsync<InsightView>("/insights"));
    }

    private static async Task<InsightView> SaidAsync(HttpClient facilitator)
    {
        var activity = await facilitator.MakeAsync<ActivityView>("/activities", A.Activity(SharingLevel.SafeSpace));
        return await facilitator.MakeAsync<InsightView>("/insights", A.Insight(SharingLevel.SafeSpace, activity.Reference));
    }
}

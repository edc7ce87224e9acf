using System.Net;
using ChildQ.CommunityEngagement.Activities;
using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.CommunityEngagement.Tests.Activities;

public sealed class ActivitySliceTests(CommunityEngagementHost host) : IClassFixture<CommunityEngagementHost>
{
    [Fact]
    public async Task An_activity_is_seen_by_those_whom_its_level_lets_see_it()
    {
        await host.ResetAsync();
        using var lead = host.Lead();
        foreach (var level in Enum.GetValues<SharingLevel>())
        {
            await lead.MakeAsync<ActivityView>("/activities", A.Activity(level, $"ENG-ACT-{(int)level}"));
        }

        using var anyone = host.Anonymous();
        using var police = host.Police();
        using var oversight = host.As(Roles.Oversight);

        Assert.Equal(["ENG-ACT-0"], await Seen(anyone));
        Assert.Equal(["ENG-ACT-0", "ENG-ACT-1"], await Seen(police));
        Assert.Equal(["ENG-ACT-0", "ENG-ACT-1"], await Seen(oversight));
        Assert.Equal(["ENG-ACT-0", "ENG-ACT-1", "ENG-ACT-2", "ENG-ACT-3"], await Seen(lead));

        static async Task<IEnumerable<string>> Seen(HttpClient caller) =>
            (await caller.ListAsync<ActivityView>("/activities")).Select(a => a.Reference);
    }

    [Fact]
    public async Task A_facilitator_keeps_the_activities_they_run_and_hands_them_to_nobody()
    {
        await host.ResetAsync();
        using var lead = host.Lead();
        using var mine = host.FacilitatorClient();
        var others = await lead.MakeAsync<ActivityView>("/activities", A.Activity());

        var own = await mine.MakeAsync<ActivityView>("/activities", A.Activity(facilitatedBy: CommunityEngagementHost.OtherFacilitator));
        var corrected = await mine.ActAsync(
                HttpMethod.Put,
                $"/activities/{own.Id}",
                A.Activity(facilitatedBy: CommunityEngagementHost.OtherFacilitator) with
                {
                    Title = "Another title",
                }
            )
            .ReadAsync<ActivityView>();

        Assert.Equal((CommunityEngagementHost.Facilitator, true), (own.FacilitatedBy, own.Kept));
        Assert.Equal((CommunityEngagementHost.Facilitator, "Another title"), (corrected.FacilitatedBy, corrected.Title));
        Assert.Equal(
            "activity/not-yours",
            await mine.ActAsync(HttpMethod.Put, $"/activities/{others.Id}", A.Activity()).ProblemAsync(HttpStatusCode.Forbidden)
        );
        Assert.Equal(
            "reference/given",
            await mine.PostAsync("/activities", A.Activity(reference: "ENG-ACT-1")).ProblemAsync(HttpStatusCode.UnprocessableEntity)
        );
        using var anyone = host.Anonymous();
        Assert.All(await anyone.ListAsync<ActivityView>("/activities"), a => Assert.Equal((null, false), (a.FacilitatedBy, a.Kept)));
    }

    [Fact]
    public async Task A_planned_activity_is_held_and_shows_as_planned_before()
    {
        await host.ResetAsync();
        using var lead = host.Lead();
        var text = A.Activity().Planned(new DateOnly(2022, 6, 10)) with { KnownOn = new DateOnly(2022, 6, 1) };
        var planned = await lead.MakeAsync<ActivityView>("/activities", text);

        var held = await lead.ActAsync(
                HttpMethod.Post,
                $"/activities/{planned.Id}",
                new ActivityHeld(new DateOnly(2022, 6, 12), true),
                act: "/held"
            )
            .ReadAsync<ActivityView>();

        Assert.Equal((ActivityStatus.Held, new DateOnly(2022, 6, 12)), (held.Status, held.On));
        var before = Assert.Single(await lead.ListAsync<ActivityView>("/activities?status=planned&asAt=2022-06-11"));
        Assert.Equal((ActivityStatus.Planned, new DateOnly(2022, 6, 10)), (before.Status, before.On));
        Assert.Empty(await lead.ListAsync<ActivityView>("/activities?status=planned"));
        Assert.Empty(await lead.ListAsync<ActivityView>("/activities?asAt=2022-05-31"));
    }

    [Fact]
    public async Task Activities_are_found_by_words_and_kind()
    {
        await host.ResetAsync();
        using var lead = host.Lead();
        await lead.MakeAsync<ActivityView>("/activities", A.Activity(reference: "ENG-ACT-1") with { Title = "100% listening" });
        await lead.MakeAsync<ActivityView>("/activities", A.Activity(reference: "ENG-ACT-2") with { Kind = ActivityKind.ThinkingSpaces });

        Assert.Equal("ENG-ACT-1", Assert.Single(await lead.ListAsync<ActivityView>("/activities?q=100%25 LIST")).Reference);
        Assert.Equal("ENG-ACT-2", Assert.Single(await lead.ListAsync<ActivityView>("/activities?kind=thinkingSpaces")).Reference);
        Assert.Equal(HttpStatusCode.BadRequest, (await lead.SeeAsync("/activities?kind=seance")).StatusCode);
    }

    [Fact]
    public async Task A_title_that_may_name_someone_is_asked_about_before_it_is_told_to_anyone()
    {
        await host.ResetAsync();
        using var lead = host.Lead();
        var text = A.Activity() with { Title = "Conversation with Mrs Example" };

        Assert.Equal(
            "screening/likely-personal-data",
            await lead.PostAsync("/activities", text).ProblemAsync(HttpStatusCode.UnprocessableEntity)
        );
        await lead.MakeAsync<ActivityView>("/activities", text with { Confirmed = true });
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.Oversight.Timeline;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.Testing;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChildQ.Oversight.Tests.Timeline;

public sealed class TimelineTests(OversightHost host) : IClassFixture<OversightHost>
{
    [Fact]
    public async Task Any_reportable_event_stands_on_the_timeline_once_however_often_it_is_delivered()
    {
        var (source, message) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        for (var delivery = 0; delivery < 3; delivery++)
        {
            await PublishAsync(Letter(source, "Delivered three times", new(2022, 3, 17)), message);
        }

        var last = Guid.CreateVersion7();
        await PublishAsync(Letter(last, "After it", new(2022, 3, 18)));
        // Several are taken in at a time: the last may arrive before the first.
        await ArrivedAsync(source);
        await ArrivedAsync(last);

        var entry = Assert.Single(await EntriesAsync(source));
        Assert.Equal(nameof(LetterRecorded), entry.Kind);
    }

    [Fact]
    public async Task A_concern_about_a_search_is_seen_by_oversight_and_by_nobody_who_is_police()
    {
        var source = Guid.CreateVersion7();
        await PublishAsync(
            new Contracts.Schools.SearchConcernRaised(
                source,
                "SCH-CON-1A2B3C4D",
                "A search in a school in March 2022 lacked, or is not known to have had: an appropriate adult",
                new(2022, 3, 1),
                new(2022, 3, 18),
                Contracts.Workstreams.Schools,
                SharingLevel.CouncilOnly,
                null,
                "2022-03",
                ["appropriateAdult"]
            )
        );
        await ArrivedAsync(source);

        foreach (
            var (roles, seen) in new (string[], bool)[]
            {
                ([Roles.Oversight], true),
                ([Roles.Oversight, Roles.PolicePartner], false),
                ([Roles.PolicePartner], false),
                ([Roles.Councillor], false),
                ([], false),
            }
        )
        {
            using var caller = roles.Length == 0 ? host.Anonymous() : host.As(roles);
            var body = await caller.GetStringAsync("/api/oversight/timeline?take=200&latestFirst=true");
            Assert.Equal(seen, body.Contains(source.ToString(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_was_planned_is_shown_as_planned_and_what_was_not_known_is_not_shown()
    {
        var source = Guid.CreateVersion7();
        await PublishAsync(
            new MeetingRecorded(
                source,
                "PAP-MEE-003",
                "Ratification",
                new(2022, 6, 24),
                new(2022, 6, 13),
                Contracts.Workstreams.PoliceTrustAndConfidence,
                SharingLevel.Public,
                null
            )
        );
        await ArrivedAsync(source);

        Assert.True((await ShownAsync("asAt=2022-06-13")).Single(e => e.SourceId == source).Planned);
        Assert.False((await ShownAsync("asAt=2022-06-24")).Single(e => e.SourceId == source).Planned);
        Assert.DoesNotContain(await ShownAsync("asAt=2022-06-12"), e => e.SourceId == source);
    }

    [Theory]
    [InlineData(SharingLevel.CouncilOnly)]
    [InlineData(SharingLevel.SafeSpace)]
    public async Task A_restricted_event_is_not_even_kept(SharingLevel level)
    {
        var (restricted, after) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await PublishAsync(Letter(restricted, "Restricted", new(2022, 3, 17)) with { Sharing = level });
        await PublishAsync(Letter(after, "Open", new(2022, 3, 17)));
        await ArrivedAsync(after);
        await Eventually.TrueAsync(
            () => host.InScopeAsync(db => db.Inbox.CountAsync()).ContinueWith(t => t.Result >= 2, TaskScheduler.Default),
            "both are handled"
        );

        Assert.Empty(await EntriesAsync(restricted));
    }

    [Fact]
    public async Task What_is_for_partners_is_not_shown_to_the_public()
    {
        var source = Guid.CreateVersion7();
        await PublishAsync(Letter(source, "For partners", new(2022, 4, 1)) with { Sharing = SharingLevel.Partners });
        await ArrivedAsync(source);

        Assert.DoesNotContain(await ShownAsync(""), e => e.SourceId == source);
        Assert.Contains(await ShownAsync("", Roles.Councillor), e => e.SourceId == source);
        Assert.DoesNotContain("For partners", await host.Anonymous().GetStringAsync("/api/oversight/timeline/export.csv"));
    }

    [Fact]
    public async Task Milestones_come_from_a_file_all_or_nothing_and_the_second_time_nothing_changes()
    {
        const string Good =
            "reference,on,workstream,title,detail,known_on,source_section\nTST-MIL-001,2022-03-14,schools,First,,2022-03-14,1\nTST-MIL-002,,schools,Second,,2022-06-13,1\n";
        var bad = Good.Replace("TST-MIL-002,,schools", "TST-MIL-002,,no-such-workstream", StringComparison.Ordinal);
        using var loader = host.As(Roles.DataLoader);

        var refused = await loader.PostAsync("/api/oversight/milestones/import", Csv(bad));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.GetProperty("problems")[0];
        Assert.Equal((3, "workstream"), (problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetString()));
        Assert.Equal(0, await host.InScopeAsync(db => db.Milestones.CountAsync(m => m.Reference.StartsWith("TST-MIL"))));

        var dry = await ReportAsync(await loader.PostAsync("/api/oversight/milestones/import?dryRun=true", Csv(Good)));
        Assert.Equal((true, 2), (dry.DryRun, dry.Created));
        Assert.Equal(0, await host.InScopeAsync(db => db.Milestones.CountAsync(m => m.Reference.StartsWith("TST-MIL"))));

        Assert.Equal(2, (await ReportAsync(await loader.PostAsync("/api/oversight/milestones/import", Csv(Good)))).Created);
        Assert.Equal(2, (await ReportAsync(await loader.PostAsync("/api/oversight/milestones/import", Csv(Good)))).Unchanged);
    }

    private static StringContent Csv(string text) => new(text, Encoding.UTF8, "text/csv");

    private static async Task<ImportReport> ReportAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<ImportReport>(Json.Options))!;

    private static LetterRecorded Letter(Guid source, string headline, DateOnly on) =>
        new(source, "PAP-LET-001", headline, on, on, Contracts.Workstreams.PoliceTrustAndConfidence, SharingLevel.Public, null);

    private async Task PublishAsync<T>(T happened, Guid? message = null)
        where T : class =>
        await host.Services.GetRequiredService<IBus>().Publish(happened, context => context.MessageId = message ?? Guid.CreateVersion7());

    private async Task ArrivedAsync(Guid source) =>
        await Eventually.IsAsync(() => EntriesAsync(source), entries => entries.Count > 0, "the entry is there");

    private Task<List<TimelineEntry>> EntriesAsync(Guid source) =>
        host.InScopeAsync(db => db.Timeline.Where(e => e.SourceId == source).ToListAsync());

    private async Task<IReadOnlyList<TimelineView>> ShownAsync(string query, string? role = null)
    {
        using var client = role is null ? host.Anonymous() : host.As(role);
        return (await client.GetFromJsonAsync<Page<TimelineView>>($"/api/oversight/timeline?take=200&{query}", Json.Options))!.Items;
    }
}

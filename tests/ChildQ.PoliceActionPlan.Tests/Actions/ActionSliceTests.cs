using System.Net;
using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Priorities;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Promises;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Tests.Actions;

public sealed class ActionSliceTests(PoliceActionPlanHost host) : IClassFixture<PoliceActionPlanHost>, IAsyncLifetime
{
    private const HttpStatusCode Refused = HttpStatusCode.UnprocessableEntity;
    private readonly HttpClient _lead = host.Lead();

    public async ValueTask InitializeAsync()
    {
        await host.ResetAsync();
        await _lead.MakeAsync<PriorityView>("/priorities", A.Priority());
    }

    public ValueTask DisposeAsync()
    {
        _lead.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_action_is_added_and_read_back_by_anyone()
    {
        var added = await _lead.MakeAsync<ActionView>("/actions", A.Action());

        using var anyone = host.Anonymous();
        var read = await anyone.ReadAsync<ActionView>($"/actions/{added.Id}");

        Assert.Equal(("ACT-1", "PRI-1", "Hold workshops"), (read.Reference, read.Priority, read.Title));
        Assert.Equal(["hackney-council", "metropolitan-police"], read.OwnerOrganisations);
        Assert.True(read.Promise.Overdue);
    }

    [Fact]
    public async Task An_action_without_a_reference_gets_the_next_one_also_when_many_ask_at_once()
    {
        await _lead.MakeAsync<ActionView>("/actions", A.Action("PAP-ACT-021"));

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _lead.MakeAsync<ActionView>("/actions", A.Action(null))));

        Assert.Equal(Enumerable.Range(22, 8).Select(n => $"PAP-ACT-{n:000}"), made.Select(a => a.Reference).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_reference_is_given_once()
    {
        await _lead.MakeAsync<ActionView>("/actions", A.Action());

        Assert.Equal("reference/taken", (await _lead.PostAsync("/actions", A.Action()).ProblemAsync(HttpStatusCode.Conflict)).Type);
    }

    [Fact]
    public async Task An_action_stands_under_a_priority_of_the_plan()
    {
        var problem = await _lead.PostAsync("/actions", A.Action() with { Priority = "PRI-9" }).ProblemAsync(Refused);

        Assert.Equal("reference/unknown", problem.Type);
        Assert.Equal(0, await host.InScopeAsync(db => db.Actions.CountAsync()));
    }

    [Fact]
    public async Task A_correction_says_which_version_it_corrects()
    {
        var added = await _lead.MakeAsync<ActionView>("/actions", A.Action());
        var path = $"/actions/{added.Id}";
        var read = await _lead.ETagAsync(path);
        var correction = A.Action() with { Title = "Hold four workshops" };

        Assert.Equal("version/required", (await _lead.PutAsync(path, correction, null).ProblemAsync((HttpStatusCode)428)).Type);
        Assert.Equal(
            "version/not-readable",
            (await _lead.PutAsync(path, correction, "W/\"x\"").ProblemAsync(HttpStatusCode.BadRequest)).Type
        );
        Assert.Equal("Hold four workshops", (await _lead.PutAsync(path, correction, read).ReadAsync<ActionView>()).Title);
        Assert.Equal(
            "version/changed",
            (await _lead.PutAsync(path, A.Action(), read).ProblemAsync(HttpStatusCode.PreconditionFailed)).Type
        );
        Assert.Equal("Hold four workshops", (await _lead.ReadAsync<ActionView>(path)).Title);
    }

    [Fact]
    public async Task Progress_changes_the_version_even_where_the_status_stays()
    {
        var added = await _lead.MakeAsync<ActionView>("/actions", A.Action());
        var path = $"/actions/{added.Id}";
        await _lead.PostAsync($"{path}/progress", new RecordProgress(PromiseStatus.UnderWay, "One held.", null)).ReadAsync<ActionView>();
        var read = await _lead.ETagAsync(path);

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await _lead.PostAsync($"{path}/progress", new RecordProgress(PromiseStatus.UnderWay, "Two held.", null)).ReadAsync<ActionView>();

        await _lead.PutAsync(path, A.Action(), read).ProblemAsync(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task The_same_key_gives_the_same_answer_and_one_action()
    {
        var first = await _lead.PostAsync("/actions", A.Action(null), key: "k-1");
        var again = await _lead.PostAsync("/actions", A.Action(null), key: "k-1");

        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(
            "idempotency/other-request",
            (await _lead.PostAsync("/actions", A.Action("ACT-9"), key: "k-1").ProblemAsync(Refused)).Type
        );
        Assert.Equal(1, await host.InScopeAsync(db => db.Actions.CountAsync()));
    }

    [Fact]
    public async Task Twenty_at_once_with_the_same_key_make_one_action()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _lead.PostAsync("/actions", A.Action(null), key: "k-20")));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.StatusCode));
        Assert.Single(answers.Select(a => a.Headers.Location).Distinct());
        Assert.Equal(1, await host.InScopeAsync(db => db.Actions.CountAsync()));
    }

    [Fact]
    public async Task Progress_recorded_by_many_at_once_is_all_kept()
    {
        var added = await _lead.MakeAsync<ActionView>("/actions", A.Action());

        await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(n =>
                    _lead
                        .PostAsync($"/actions/{added.Id}/progress", new RecordProgress(PromiseStatus.UnderWay, $"Note {n}", null))
                        .ReadAsync<ActionView>()
                )
        );

        Assert.Equal(10, (await _lead.ListAsync<ProgressView>($"/actions/{added.Id}/progress")).Count);
    }

    [Fact]
    public async Task Pages_hold_every_action_once()
    {
        await host.InScopeAsync(async db =>
        {
            db.AddRange(Enumerable.Range(1, 451).Select(n => PlanAction.Add(A.Action($"ACT-{n:0000}"), PoliceActionPlanHost.Today).Value));
            return await db.SaveChangesAsync();
        });
        var references = new List<string>();

        for (string? after = ""; after is not null; )
        {
            var page = await _lead.ReadAsync<Page<ActionView>>($"/actions?take=200{(after.Length == 0 ? "" : $"&after={after}")}");
            references.AddRange(page.Items.Select(a => a.Reference));
            after = page.Next;
        }

        Assert.Equal(Enumerable.Range(1, 451).Select(n => $"ACT-{n:0000}"), references);
    }

    [Fact]
    public async Task The_list_is_filtered()
    {
        await _lead.MakeAsync<PriorityView>("/priorities", A.Priority("PRI-2"));
        await _lead.MakeAsync<ActionView>("/actions", A.Action("ACT-1"));
        await _lead.MakeAsync<ActionView>(
            "/actions",
            A.Action("ACT-2") with
            {
                OwnerOrganisations = ["mopac"],
                Due = new(2022, 12, 1),
                Title = "100% under_way",
            }
        );
        var third = await _lead.MakeAsync<ActionView>("/actions", A.Action("ACT-3") with { Priority = "PRI-2" });
        await _lead
            .PostAsync($"/actions/{third.Id}/progress", new RecordProgress(PromiseStatus.Done, null, new(2022, 6, 10)))
            .ReadAsync<ActionView>();

        Assert.Equal(["ACT-2"], await Found("owner=mopac"));
        Assert.Equal(["ACT-3"], await Found("priority=PRI-2"));
        Assert.Equal(["ACT-3"], await Found("status=done"));
        Assert.Equal(["ACT-1", "ACT-2"], await Found("status=notStarted"));
        Assert.Equal(["ACT-1", "ACT-2", "ACT-3"], await Found("status=notStarted&asAt=2022-06-09"));
        Assert.Equal(["ACT-1"], await Found("overdue=true"));
        Assert.Equal(["ACT-1", "ACT-3"], await Found("overdue=true&asAt=2022-06-09"));
        Assert.Equal(["ACT-2"], await Found("q=100%25"));
        Assert.Equal(["ACT-2"], await Found("q=under_way"));
        Assert.Equal([], await Found("asAt=2022-03-31"));
    }

    [Theory]
    [InlineData("/actions?take=0")]
    [InlineData("/actions?take=201")]
    [InlineData("/actions?take=many")]
    [InlineData("/actions?after=nothing")]
    [InlineData("/actions?asAt=yesterday")]
    [InlineData("/actions?status=late")]
    [InlineData("/actions?q=%00")]
    [InlineData("/actions?owner=a%00b")]
    [InlineData("/letters?overdue=perhaps")]
    public async Task What_cannot_be_read_in_the_address_is_400(string path)
    {
        using var anyone = host.Anonymous();

        Assert.Equal("input/not-readable", (await anyone.SeeAsync(path).ProblemAsync(HttpStatusCode.BadRequest)).Type);
    }

    [Fact]
    public async Task What_cannot_be_read_in_the_body_is_4xx_and_keeps_nothing()
    {
        object[] unreadable =
        [
            new { reference = "ACT-1", unknown = true },
            new { due = "soon" },
            new { ownerOrganisations = "hackney-council" },
            new { sharing = 7 },
        ];

        foreach (var body in unreadable)
        {
            Assert.Equal("input/not-readable", (await _lead.PostAsync("/actions", body).ProblemAsync(HttpStatusCode.BadRequest)).Type);
        }

        await _lead.PostAsync("/actions", A.Action() with { Title = "a\0b" }).ProblemAsync(Refused);
        await _lead.PostAsync("/actions", A.Action() with { Priority = "a\0b" }).ProblemAsync(Refused);
        await _lead.PostAsync("/actions", A.Action() with { OwnerOrganisations = [null!] }).ProblemAsync(Refused);
        Assert.Equal(0, await host.InScopeAsync(db => db.Actions.CountAsync()));
    }

    [Fact]
    public async Task A_police_partner_records_progress_on_the_actions_of_their_own_organisation_only()
    {
        var ours = await _lead.MakeAsync<ActionView>("/actions", A.Action("ACT-1"));
        var others = await _lead.MakeAsync<ActionView>("/actions", A.Action("ACT-2") with { OwnerOrganisations = ["hackney-council"] });
        using var police = host.Police();
        var progress = new RecordProgress(PromiseStatus.UnderWay, "Two workshops held.", null);

        Assert.Equal(
            PromiseStatus.UnderWay,
            (await police.PostAsync($"/actions/{ours.Id}/progress", progress).ReadAsync<ActionView>()).Promise.Status
        );
        Assert.Equal(
            "action/not-yours",
            (await police.PostAsync($"/actions/{others.Id}/progress", progress).ProblemAsync(HttpStatusCode.Forbidden)).Type
        );
        Assert.Empty((await _lead.ReadAsync<ActionView>($"/actions/{others.Id}")).Promise.Progress);
    }

    [Fact]
    public async Task A_police_partner_without_an_organisation_records_nothing()
    {
        var action = await _lead.MakeAsync<ActionView>("/actions", A.Action());
        using var police = host.As(Roles.PolicePartner);

        await police
            .PostAsync($"/actions/{action.Id}/progress", new RecordProgress(PromiseStatus.Done, null, null))
            .ProblemAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_police_partner_corrects_nothing()
    {
        var action = await _lead.MakeAsync<ActionView>("/actions", A.Action());
        var path = $"/actions/{action.Id}";
        using var police = host.Police();

        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await police.PutAsync(path, A.Action() with { Title = "Ours" }, await police.ETagAsync(path))).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await police.ActAsync(path, "/due-date", new MoveDueDate(new(2023, 1, 1), "More time"))).StatusCode
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await police.PostAsync("/actions", A.Action("ACT-2"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await police.ImportAsync("actions", June2022.Csv("actions"))).StatusCode);
    }

    [Fact]
    public async Task A_draft_is_read_by_partners_and_by_nobody_else()
    {
        var draft = await _lead.MakeAsync<ActionView>("/actions", A.Action() with { Sharing = null });
        using var anyone = host.Anonymous();
        using var loader = host.Loader();
        using var police = host.Police();
        using var scrutiny = host.As(Roles.Scrutiny);

        foreach (var outside in (HttpClient[])[anyone, loader])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await outside.SeeAsync($"/actions/{draft.Id}")).StatusCode);
            Assert.Empty(await outside.ListAsync<ActionView>("/actions"));
            Assert.DoesNotContain("ACT-1", await (await outside.SeeAsync("/actions/export.csv")).Content.ReadAsStringAsync());
        }

        Assert.Equal("ACT-1", (await police.ReadAsync<ActionView>($"/actions/{draft.Id}")).Reference);
        Assert.Single(await scrutiny.ListAsync<ActionView>("/actions"));
    }

    [Fact]
    public async Task A_note_that_may_name_somebody_is_kept_only_when_confirmed()
    {
        var action = await _lead.MakeAsync<ActionView>("/actions", A.Action());
        var path = $"/actions/{action.Id}/progress";
        var note = new RecordProgress(PromiseStatus.UnderWay, "Write to resident@example.com about it.", null);

        Assert.Equal("screening/likely-personal-data", (await _lead.PostAsync(path, note).ProblemAsync(Refused)).Type);
        Assert.Empty((await _lead.ReadAsync<ActionView>($"/actions/{action.Id}")).Promise.Progress);

        Assert.Single((await _lead.PostAsync(path, note with { Confirmed = true }).ReadAsync<ActionView>()).Promise.Progress);
    }

    [Fact]
    public async Task A_due_date_moved_shows_both_dates_and_as_at_the_day_before_only_the_first()
    {
        var action = await _lead.MakeAsync<ActionView>("/actions", A.Action());
        var path = $"/actions/{action.Id}";
        Assert.Equal(
            "due-date/no-reason",
            (await _lead.ActAsync(path, "/due-date", new MoveDueDate(new(2022, 9, 1), "")).ProblemAsync(Refused)).Type
        );

        var moved = await _lead.ActAsync(path, "/due-date", new MoveDueDate(new(2022, 9, 1), "More time.")).ReadAsync<ActionView>();
        var before = await _lead.ReadAsync<ActionView>($"{path}?asAt=2022-06-13");

        Assert.Equal(
            (new DateOnly(2022, 6, 1), new DateOnly(2022, 9, 1), false),
            (moved.Promise.FirstDue, moved.Promise.Due, moved.Promise.Overdue)
        );
        Assert.Equal((new DateOnly(2022, 6, 1), true), (before.Promise.Due, before.Promise.Overdue));
        Assert.Empty(before.Promise.DueDateMoves);
    }

    [Fact]
    public async Task The_events_of_an_action_reach_a_consumer_once_and_in_order()
    {
        await using var heard = await Heard.ListenAsync<IReportable>(host);
        var action = await _lead.MakeAsync<ActionView>("/actions", A.Action("ACT-EVENTS"));
        for (var n = 1; n <= 5; n++)
        {
            await _lead
                .PostAsync($"/actions/{action.Id}/progress", new RecordProgress(PromiseStatus.UnderWay, $"{n}", null))
                .ReadAsync<ActionView>();
        }

        await _lead.ActAsync($"/actions/{action.Id}", "/due-date", new MoveDueDate(new(2022, 9, 1), "More time.")).ReadAsync<ActionView>();
        await _lead.MakeAsync<ActionView>("/actions", A.Action("ACT-LAST"));

        await heard.OfAsync("ACT-LAST", 1);
        Assert.Equal(7, (await heard.OfAsync("ACT-EVENTS", 7)).Count);
        Assert.Equal(0, heard.MessagesHeardTwice);
        Assert.Equal("Due date moved: Hold workshops", heard.Of("ACT-EVENTS")[^1].Headline);
        Assert.Equal("Hold workshops", heard.Of("ACT-EVENTS")[0].Headline);
    }

    [Fact]
    public async Task A_refused_act_tells_nothing()
    {
        await using var heard = await Heard.ListenAsync<ActionAdded>(host);
        await _lead.PostAsync("/actions", A.Action("ACT-REFUSED") with { OwnerOrganisations = [] }).ProblemAsync(Refused);
        await _lead.MakeAsync<ActionView>("/actions", A.Action("ACT-AFTER"));

        await heard.OfAsync("ACT-AFTER", 1);

        Assert.Empty(heard.Of("ACT-REFUSED"));
    }

    private async Task<IEnumerable<string>> Found(string query) =>
        (await _lead.ListAsync<ActionView>($"/actions?{query}")).Select(a => a.Reference);
}

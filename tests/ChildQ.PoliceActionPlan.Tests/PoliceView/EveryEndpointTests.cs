using System.Net;
using System.Net.Http.Json;
using System.Text;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.Testing;

namespace ChildQ.PoliceActionPlan.Tests.PoliceView;

/// <summary>
/// Police see nothing that is for the council only, nor a number made of it, and change nothing but the progress of their own actions: at every
/// endpoint that the service has, whoever adds one.
/// </summary>
public sealed class EveryEndpointTests(PoliceActionPlanHost host) : IClassFixture<PoliceActionPlanHost>, IAsyncLifetime
{
    /// <summary>What police may do; each has a test of its own. A new one gets its line here, with its test.</summary>
    private static readonly string[] May =
    [
        "POST /api/police-action-plan/actions/{id:guid}/progress",
        "POST /api/police-action-plan/actions/{id:guid}/evidence",
        "POST /api/police-action-plan/actions/{id:guid}/evidence/{evidence:guid}/withdrawal",
        "POST /api/police-action-plan/actions/{id:guid}/measures",
        "POST /api/police-action-plan/actions/{id:guid}/measures/{measure:guid}/withdrawal",
    ];

    private readonly HttpClient _lead = host.Lead();
    private readonly HttpClient _police = host.Police();
    private readonly List<string> _faults = [];

    public async ValueTask InitializeAsync() => await host.ResetAsync();

    public ValueTask DisposeAsync()
    {
        _lead.Dispose();
        _police.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(Roles.PolicePartner)]
    [InlineData(Roles.CoChairPolice)]
    public async Task Police_read_the_same_whether_or_not_there_is_something_for_the_council_only(string role)
    {
        using var police = host.As(role, organisation: ForPolice.Organisation);
        var open = new ForPolice(host, _lead);
        await open.AddAsync();
        var calls = await Calls.ReadAsync(_police, [.. ForPolice.Words, CouncilOnly.Mark]);
        var before = await ReadAllAsync(police, calls, open.Ids);
        var restricted = new CouncilOnly(host, _lead);
        await restricted.AddAsync();
        var draft = await police.GetStringAsync($"/api/police-action-plan/plan/versions/{restricted.Ids["/plan/versions"]}/content");
        Assert.Empty(await restricted.RestrictAsync());

        var after = await ReadAllAsync(police, calls, open.Ids);
        await ReadAllAsync(police, calls, restricted.Ids, HttpStatusCode.NotFound, after);

        _faults.AddRange(before.Where(b => after[b.Key] != b.Value).Select(b => $"{b.Key}: was {b.Value}\n  now {after[b.Key]}"));
        _faults.AddRange(
            from answer in after.Append(new("a draft drawn with restricted actions on record", draft))
            from sign in restricted.Signs
            where answer.Value.Contains(sign, StringComparison.Ordinal)
            select $"{answer.Key}: shows {sign}"
        );
        Assert.Empty(_faults);
        Assert.True(before.Count > 300, $"Only {before.Count} calls were made.");
    }

    [Fact]
    public async Task What_police_do_not_see_is_there_for_those_who_may_see_it()
    {
        using var engagement = host.As(Roles.EngagementLead);
        await new ForPolice(host, _lead).AddAsync();
        var restricted = new CouncilOnly(host, _lead);
        await restricted.AddAsync();
        await restricted.RestrictAsync();

        foreach (var endpoint in Gets().Where(e => e.LetsIn(Roles.EngagementLead) && e.Template.Contains('{', StringComparison.Ordinal)))
        {
            using var answer = await engagement.GetAsync(Calls.Path(endpoint, restricted.Ids));
            Assert.True(answer.IsSuccessStatusCode, $"{endpoint.Route}: {(int)answer.StatusCode}");
        }

        foreach (var list in restricted.Ids.Keys.Where(k => !k.Contains('#', StringComparison.Ordinal) && k != "/chasers"))
        {
            var text = await engagement.GetStringAsync($"/api/police-action-plan{list}");
            Assert.True(text.Contains(CouncilOnly.Mark, StringComparison.Ordinal), $"Nothing restricted at {list}.");
        }
    }

    [Fact]
    public async Task Police_change_nothing_but_what_is_theirs_to_change()
    {
        var open = new ForPolice(host, _lead);
        await open.AddAsync();
        var restricted = new CouncilOnly(host, _lead);
        await restricted.AddAsync();
        await restricted.RestrictAsync();

        foreach (
            var endpoint in host.Endpoints().Where(e => e.Changes && Calls.IsOurs(e) && !May.Contains(e.Route, StringComparer.Ordinal))
        )
        {
            if (endpoint.LetsIn(Roles.PolicePartner))
            {
                _faults.Add($"{endpoint.Route}: lets police in, and is not among what they may do");
            }

            foreach (var ids in new[] { open.Ids, restricted.Ids })
            {
                await RefusedAsync(endpoint, Calls.Path(endpoint, ids) ?? Guessed(endpoint));
            }
        }

        Assert.Empty(_faults);
        Assert.Empty(May.Except(host.Endpoints().Select(e => e.Route), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Police_move_on_an_action_of_their_own_and_no_other()
    {
        var open = new ForPolice(host, _lead);
        await open.AddAsync();
        var restricted = new CouncilOnly(host, _lead);
        await restricted.AddAsync();
        await restricted.RestrictAsync();
        using var elsewhere = host.Police("british-transport-police");
        using var nowhere = host.As(Roles.PolicePartner);
        using var unnamed = host.As(Roles.PolicePartner, organisation: "");
        using var coChair = host.As(Roles.CoChairPolice, organisation: ForPolice.Organisation);

        Assert.Equal(HttpStatusCode.OK, await MoveOnAsync(_police, open.Theirs));
        Assert.Equal(HttpStatusCode.OK, await MoveOnAsync(_police, open.Ids["/actions"]));
        Assert.Equal(HttpStatusCode.Forbidden, await MoveOnAsync(_police, open.NotTheirs));
        foreach (var another in new[] { elsewhere, nowhere, unnamed, coChair })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await MoveOnAsync(another, open.Theirs));
        }

        // Theirs, but kept from them: not there, as what never was.
        foreach (var id in restricted.Ids.Where(i => i.Key.StartsWith("/actions", StringComparison.Ordinal)).Select(i => i.Value))
        {
            Assert.Equal(HttpStatusCode.NotFound, await MoveOnAsync(_police, id));
        }

        Assert.Equal(HttpStatusCode.NotFound, await MoveOnAsync(_police, Guid.NewGuid()));
    }

    private IEnumerable<RunningEndpoint> Gets() => host.Endpoints().Where(e => e.Method == "GET" && Calls.IsOurs(e));

    /// <summary>Every answer to police, by path. An endpoint that cannot be called with what there is, is a fault.</summary>
    private async Task<Dictionary<string, string>> ReadAllAsync(
        HttpClient police,
        Calls calls,
        IReadOnlyDictionary<string, Guid> ids,
        HttpStatusCode? everyId = null,
        Dictionary<string, string>? into = null
    )
    {
        var answers = into ?? new(StringComparer.Ordinal);
        foreach (var endpoint in Gets())
        {
            var paths = calls.Of(endpoint, ids);
            if (paths.Count == 0 && endpoint.LetsIn(Roles.PolicePartner))
            {
                _faults.Add($"{endpoint.Route}: nobody says how to call it about something that is for the council only");
            }

            foreach (var path in everyId is null || endpoint.Template.Contains('{', StringComparison.Ordinal) ? paths : [])
            {
                using var answer = await police.GetAsync(path);
                // A problem names its own trace; that apart, what is refused says nothing.
                answers[path] = $"{(int)answer.StatusCode} {(answer.IsSuccessStatusCode ? await WordsAsync(answer) : "")}";
                if (everyId is { } expected && answer.StatusCode != expected && answer.StatusCode != HttpStatusCode.Forbidden)
                {
                    _faults.Add($"{path}: answered {(int)answer.StatusCode}");
                }
            }
        }

        return answers;
    }

    /// <summary>A Word document as its words: packed, it says nothing to a search, and two of the same words differ.</summary>
    private static async Task<string> WordsAsync(HttpResponseMessage answer) =>
        answer.Content.Headers.ContentType?.MediaType == Packs.Word.MediaType
            ? Packs.Word.Text(await answer.Content.ReadAsByteArrayAsync())
            : await answer.Content.ReadAsStringAsync();

    private async Task RefusedAsync(RunningEndpoint endpoint, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), path)
        {
            Content = path.EndsWith("/import", StringComparison.Ordinal)
                ? new StringContent("reference", Encoding.UTF8, "text/csv")
                : JsonContent.Create(new { }),
        };
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        using var answer = await _police.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.Forbidden)
        {
            _faults.Add($"{endpoint.Method} {path}: answered {(int)answer.StatusCode} to police");
        }
    }

    private static string Guessed(RunningEndpoint endpoint) =>
        string.Join('/', endpoint.Template.Split('/').Select(part => part.StartsWith('{') ? $"{Guid.NewGuid()}" : part));

    private static async Task<HttpStatusCode> MoveOnAsync(HttpClient client, Guid action)
    {
        using var answer = await client.PostAsync($"/actions/{action}/progress", new RecordProgress(PromiseStatus.Done, "Done.", null));
        Assert.DoesNotContain(CouncilOnly.Mark, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        return answer.StatusCode;
    }
}

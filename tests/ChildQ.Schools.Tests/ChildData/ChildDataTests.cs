using ChildQ.Contracts.Schools;
using ChildQ.ServiceDefaults.Access;
using ChildQ.Testing;

namespace ChildQ.Schools.Tests.ChildData;

/// <summary>
/// What is written about children is in the database and in the answers to those who may read it, and nowhere else: in no log at any level, no trace,
/// no measurement, no event, and in no problem (DOMAIN.md, rule 4).
/// </summary>
public sealed class ChildDataTests(OverheardSchoolsHost host) : IClassFixture<OverheardSchoolsHost>
{
    [Fact]
    public async Task Nothing_of_a_child_leaves_the_database_but_to_those_who_may_read_it()
    {
        await host.ResetAsync();
        host.Overheard.ListenToEvents(host.Services);
        var day = new Marked(host);

        var visit = await day.KeepAsync();
        var refused = await day.BeRefusedAsync(visit);
        await Eventually.TrueAsync(
            () =>
                Task.FromResult(
                    new[] { nameof(SearchConcernRaised), nameof(SearchConcernClosed), nameof(ViewsAnswered) }.All(told =>
                        host.Overheard.Events.Any(e => e.StartsWith(told, StringComparison.Ordinal))
                    )
                ),
            "the events of the day are published"
        );

        var faults = Faults(host.Overheard.All, [.. Marked.Typed, .. Marked.Groups])
            .Concat(Faults(refused.Select(r => ($"the answer to {r.What}", r.Answer)), Marked.Typed));
        Assert.True(!faults.Any(), string.Join('\n', faults.Distinct(StringComparer.Ordinal).Take(20)));
    }

    [Fact]
    public async Task It_is_there_for_those_who_may_and_the_ear_hears_everything_else()
    {
        await host.ResetAsync();
        var visit = await new Marked(host).KeepAsync();

        using var school = host.As(Roles.School, 100_001);
        Assert.Contains(Marked.Name, await school.GetStringAsync(visit), StringComparison.Ordinal);
        Assert.NotEmpty(host.Overheard.Log.All);
        Assert.Contains(host.Overheard.Traces, t => t.Contains("police-visits", StringComparison.Ordinal));
        Assert.Contains(host.Overheard.Traces, t => t.StartsWith("Npgsql", StringComparison.Ordinal));
        Assert.Contains(host.Overheard.Measurements, m => m.Contains("http.route", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Faults(IEnumerable<(string Where, string Text)> heard, IReadOnlyList<string> signs) =>
        from one in heard
        from sign in signs
        where one.Text.Contains(sign, StringComparison.OrdinalIgnoreCase)
        select $"{sign} in {one.Where}: {one.Text}";
}

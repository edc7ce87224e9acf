using System.Diagnostics;

namespace ChildQ.Benchmarks.Measuring;

/// <summary>
/// The same work done in several ways, the first of them the floor. All ways take turns within each round, each round beginning with another one, so
/// that whatever else the machine does falls on all of them; what counts is the ratio within a round.
/// </summary>
/// <param name="Title">What is compared.</param>
/// <param name="Unit">One operation: <c>page</c>, <c>event</c>.</param>
/// <param name="Operations">How many of them one run does.</param>
internal sealed record Comparison(string Title, string Unit, int Operations, Contender Floor, params IReadOnlyList<Contender> Ours)
{
    private const int WarmUps = 5;

    private IReadOnlyList<Contender> All => [Floor, .. Ours];

    public async Task<IReadOnlyList<Measured>> RunAsync(int rounds)
    {
        for (var round = 0; round < WarmUps; round++)
        {
            foreach (var contender in All)
            {
                await contender.RunAsync();
            }
        }

        var times = All.ToDictionary(c => c, _ => new List<double>(rounds));
        for (var round = 0; round < rounds; round++)
        {
            for (var turn = 0; turn < All.Count; turn++)
            {
                var contender = All[(round + turn) % All.Count];
                GC.Collect();
                var watch = Stopwatch.StartNew();
                await contender.RunAsync();
                times[contender].Add(watch.Elapsed.TotalMicroseconds / Operations);
            }
        }

        return [.. All.Select(c => Measured.Of(c.Name, times[c], times[Floor]))];
    }
}

using System.Globalization;
using ChildQ.Benchmarks;

// What is measured is said by name (all where none is); --rounds says how often. The result is a table in Markdown.
CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
IBenchmark[] all = [new ActionPages(), new ProgressNotes(), new EventsToOversight(), new ThroughTheGateway()];
var rounds = 30;
List<IBenchmark> asked = [];
for (var at = 0; at < args.Length; at++)
{
    if (
        args[at] == "--rounds"
        && at + 1 < args.Length
        && int.TryParse(args[at + 1], CultureInfo.InvariantCulture, out var given)
        && given > 0
    )
    {
        (rounds, at) = (given, at + 1);
    }
    else if (Array.Find(all, b => b.Name == args[at]) is { } benchmark)
    {
        asked.Add(benchmark);
    }
    else
    {
        Console.Error.WriteLine($"'{args[at]}' is none of: {string.Join(", ", all.Select(b => b.Name))}, --rounds N (1 or more).");
        return 2;
    }
}

#if DEBUG
Console.Error.WriteLine("Built for debugging: times mean nothing. Run with -c Release.");
#endif
Console.WriteLine($"{rounds} rounds, {Environment.ProcessorCount} processors, {DateTime.UtcNow:d MMMM yyyy}");
foreach (var benchmark in asked.Count > 0 ? asked : [.. all])
{
    await benchmark.RunAsync(async comparison =>
    {
        Console.WriteLine($"\n{comparison.Title}\n");
        Console.WriteLine($"| | per {comparison.Unit}, median | to the floor, median (quartiles) |");
        Console.WriteLine("|---|---:|---:|");
        foreach (var measured in await comparison.RunAsync(rounds))
        {
            var (lower, median, upper) = measured.Ratio;
            Console.WriteLine($"| {measured.Name} | {measured.Microseconds:N0} µs | {median:0.00} ({lower:0.00} to {upper:0.00}) |");
        }
    });
}

return 0;

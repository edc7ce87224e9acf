using System.Diagnostics;
using System.Globalization;

namespace ChildQ.AppHost.Local.Running;

/// <summary>What the person who started the stack reads: progress, and what the resources write, each line under its name.</summary>
internal sealed class Terminal
{
    private static readonly int[] Palette = [36, 33, 35, 32, 34, 96, 93, 95, 92, 94];
    private readonly Stopwatch _since = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private readonly bool _hasColours = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
    private readonly List<string> _names;
    private readonly int _width;

    public Terminal(IReadOnlyList<Resource> resources)
    {
        _names = [.. resources.Select(x => x.Name)];
        _width = _names.Select(x => x.Length).DefaultIfEmpty(10).Max() + 1;
    }

    public TimeSpan Elapsed => _since.Elapsed;

    /// <summary>With the seconds since the start before it.</summary>
    public void Say(string text) =>
        Print(string.Create(CultureInfo.InvariantCulture, $"{_since.Elapsed.TotalSeconds, 6:0.0} s  {text}"), null);

    public void Say(Snapshot about, string text) =>
        Print(
            string.Create(CultureInfo.InvariantCulture, $"{_since.Elapsed.TotalSeconds, 6:0.0} s  {about.Name.PadRight(_width)} {text}"),
            null
        );

    public void Write(LogLine line) => Print(line.Text, line.Resource);

    public void Block(string text) => Print(text, null);

    private void Print(string text, string? name)
    {
        var prefix = name is null ? "" : Prefix(name);
        lock (_lock)
            Console.Out.WriteLine(prefix + text);
    }

    private string Prefix(string name)
    {
        var padded = name.PadRight(_width);
        if (!_hasColours)
            return padded + "| ";
        // Replicas have the colour of their resource.
        var index = _names.FindIndex(x => name.StartsWith(x, StringComparison.Ordinal));
        return $"\e[{Palette[Math.Max(index, 0) % Palette.Length]}m{padded}\e[0m| ";
    }
}

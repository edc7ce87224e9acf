using System.Globalization;

namespace ChildQ.AppHost.Local.Running;

/// <summary>How much memory processes use, each with its descendants. Linux only; elsewhere nothing is known.</summary>
internal sealed class ProcessMemory
{
    private readonly Dictionary<int, List<int>> _children = [];

    private ProcessMemory() { }

    /// <summary>Reads once who is whose child.</summary>
    public static ProcessMemory Read()
    {
        var memory = new ProcessMemory();
        if (!OperatingSystem.IsLinux())
            return memory;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && ParentOf(id) is { } parent)
            {
                if (!memory._children.TryGetValue(parent, out var children))
                    memory._children[parent] = children = [];
                children.Add(id);
            }
        }
        return memory;
    }

    /// <summary>Proportional set size, which counts shared pages once; null where the process has gone.</summary>
    public long? Of(int id)
    {
        if (!OperatingSystem.IsLinux() || BytesOf(id) is not { } bytes)
            return null;
        return bytes + _children.GetValueOrDefault(id, []).Sum(child => Of(child) ?? 0);
    }

    public static int? ParentOf(int id)
    {
        // "123 (name, which may hold anything) S 1 ..."
        if (TryRead($"/proc/{id}/stat") is not { } stat)
            return null;
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return int.Parse(fields[1], CultureInfo.InvariantCulture);
    }

    private static long? BytesOf(int id)
    {
        var line = TryRead($"/proc/{id}/smaps_rollup")?.Split('\n').FirstOrDefault(x => x.StartsWith("Pss:", StringComparison.Ordinal));
        var kilobytes = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        return kilobytes is null ? null : long.Parse(kilobytes, CultureInfo.InvariantCulture) * 1024;
    }

    private static string? TryRead(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // it has gone, or is somebody else's
        }
    }
}

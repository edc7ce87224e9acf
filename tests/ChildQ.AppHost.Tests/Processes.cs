using System.Globalization;
using ChildQ.Testing;

namespace ChildQ.AppHost.Tests;

/// <summary>Which processes there are, as the kernel says.</summary>
internal static class Processes
{
    /// <summary>Those with a text in their command line: a folder that only this test uses.</summary>
    public static List<int> Naming(string text)
    {
        var found = new List<int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (
                int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id)
                && CommandLine(id).Contains(text, StringComparison.Ordinal)
            )
                found.Add(id);
        }
        return found;
    }

    public static bool IsRunning(int id) => CommandLine(id).Length > 0;

    public static Task AreGoneAsync(string naming) =>
        Eventually.IsAsync(
            () => Task.FromResult(string.Join(", ", Naming(naming).Select(CommandLine))),
            x => x.Length == 0,
            $"nothing of {naming} runs"
        );

    public static Task IsGoneAsync(int id) => Eventually.TrueAsync(() => Task.FromResult(!IsRunning(id)), $"process {id} is gone");

    public static void KillHard(int id)
    {
        using var process = System.Diagnostics.Process.GetProcessById(id);
        process.Kill();
    }

    // Empty for a process that has ended and is not yet collected.
    private static string CommandLine(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Replace('\0', ' ');
        }
        catch (IOException)
        {
            return "";
        }
    }
}

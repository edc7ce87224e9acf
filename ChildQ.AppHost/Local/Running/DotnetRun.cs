namespace ChildQ.AppHost.Local.Running;

/// <summary>
/// The <c>dotnet run</c> that started this process, where one did. It does not pass on SIGTERM, and cannot pass on SIGKILL: when it has gone, whoever
/// ended it meant the stack. Known on Linux only.
/// </summary>
internal static class DotnetRun
{
    /// <summary>Ends when it has gone; never where there was none.</summary>
    public static async Task GoneAsync(CancellationToken ct)
    {
        var parent = Parent();
        if (parent is null || !IsDotnetRun(parent.Value))
        {
            await Task.Delay(Timeout.Infinite, ct);
        }

        while (Parent() == parent)
        {
            await Task.Delay(500, ct);
        }
    }

    private static int? Parent() => OperatingSystem.IsLinux() ? ProcessMemory.ParentOf(Environment.ProcessId) : null;

    private static bool IsDotnetRun(int id)
    {
        try
        {
            var words = File.ReadAllText($"/proc/{id}/cmdline").Split('\0');
            return words is [var program, "run", ..] && Path.GetFileName(program) == "dotnet";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

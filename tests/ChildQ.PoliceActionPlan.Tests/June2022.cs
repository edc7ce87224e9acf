using ChildQ.ServiceDefaults.Import;

namespace ChildQ.PoliceActionPlan.Tests;

/// <summary>The council's real registers of June 2022, as the data loader brings them.</summary>
internal static class June2022
{
    /// <summary>In the order in which they are loaded.</summary>
    public static IReadOnlyList<string> Registers { get; } =
    ["bodies", "priorities", "frameworks", "meetings", "letters", "asks", "commitments", "actions", "protocols"];

    public static string Csv(string register) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "June2022", $"{register}.csv"));

    public static async Task<IReadOnlyDictionary<string, ImportReport>> LoadAsync(PoliceActionPlanHost host)
    {
        using var loader = host.Loader();
        var reports = new Dictionary<string, ImportReport>(StringComparer.Ordinal);
        foreach (var register in Registers)
        {
            reports[register] = await loader.LoadAsync(register, Csv(register));
        }

        return reports;
    }
}

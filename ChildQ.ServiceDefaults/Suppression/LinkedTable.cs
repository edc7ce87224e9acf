namespace ChildQ.ServiceDefaults.Suppression;

/// <summary>One of several tables that count the same people. Rows and columns are named by their labels; a total has none.</summary>
/// <param name="Table">True counts.</param>
/// <param name="Named">The name by which another table has the same number, by row and column label; none where no other has it.</param>
/// <param name="HiddenToo">What is hidden beside what is small: a number that somebody could finish from what else they know.</param>
public sealed record LinkedTable(
    CountTable Table,
    Func<string?, string?, string?>? Named = null,
    Func<string?, string?, bool>? HiddenToo = null
)
{
    internal string? NameOf(string? row, string? column) => Named?.Invoke(row, column);

    internal bool HidesToo(string? row, string? column) => HiddenToo?.Invoke(row, column) == true;
}

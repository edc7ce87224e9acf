namespace ChildQ.ServiceDefaults.Import;

/// <summary>A row and the line on which it starts, from 1 (the header).</summary>
public sealed record CsvRow<TRow>(int Line, TRow Row);

/// <summary>What a file held: the rows that could be read, and everything that is wrong with it.</summary>
/// <param name="Rows">The rows without a problem of their own, in the file's order.</param>
/// <param name="RowCount">How many rows the file has, the bad ones included.</param>
/// <param name="Skipped">How many of them are not wanted (<see cref="CsvImportOptions.Only"/>).</param>
/// <param name="Problems">In the file's order. While there is one, nothing is to be imported.</param>
public sealed record CsvRead<TRow>(IReadOnlyList<CsvRow<TRow>> Rows, int RowCount, int Skipped, IReadOnlyList<ImportProblem> Problems)
{
    public bool IsGood => Problems.Count == 0;
}

namespace ChildQ.ServiceDefaults.Import;

/// <summary>The limits of one import. What is over them is a problem like any other.</summary>
public sealed record CsvImportOptions
{
    public static readonly CsvImportOptions Default = new();

    public int MaxRows { get; init; } = 50_000;

    /// <summary>In characters, all cells together.</summary>
    public int MaxRowLength { get; init; } = 100_000;

    public int MaxBytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>Reading stops after this many problems: a file so wrong is not mended line by line.</summary>
    public int MaxProblems { get; init; } = 1_000;

    /// <summary>Rows with another value in this column are counted and passed over, whatever else is in them: most of a file about the whole country.</summary>
    public (string Column, string Value)? Only { get; init; }

    /// <summary>Columns nobody asked for are passed over, as for the DfE's extract of schools; otherwise they are problems.</summary>
    public bool AllowUnknownColumns { get; init; }
}

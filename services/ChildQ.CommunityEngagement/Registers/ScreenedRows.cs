using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.CommunityEngagement.Registers;

/// <summary>Free text in a file: looked at for personal data before it is kept.</summary>
internal static class ScreenedRows
{
    /// <summary>Says of each row what looks like personal data. A file has no place to confirm it: such a row is entered by hand.</summary>
    /// <param name="kept">What is on record already, and was confirmed then.</param>
    public static void Screen<TRow>(
        this ImportBatch<TRow> batch,
        Func<TRow, string, string?> kept,
        params IEnumerable<(string Column, Func<TRow, string?> Text)> columns
    )
    {
        foreach (var (line, row) in batch.Rows)
        {
            foreach (var (column, text) in columns)
            {
                if (
                    text(row) != kept(row, column)
                    && PersonalDataScreen.Check(text(row), confirmed: false, column) is { MayBeKept: false } found
                )
                {
                    batch.Problem(line, found.Result);
                }
            }
        }
    }
}

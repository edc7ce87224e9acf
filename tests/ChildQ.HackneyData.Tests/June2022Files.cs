using System.Globalization;
using System.Text;
using CsvHelper;

namespace ChildQ.HackneyData.Tests;

/// <summary>A register as it stands in its file.</summary>
internal sealed record RegisterFile(
    Register Register,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyDictionary<string, string>> Rows
)
{
    public string Name => Register.ToString();

    public override string ToString() => Name;
}

/// <summary>The files of the transcription, read strictly.</summary>
internal static class June2022Files
{
    public static IReadOnlyList<RegisterFile> All { get; } = [.. Registers.June2022.Select(r => Read(r, new UTF8Encoding(false, true)))];

    public static RegisterFile Of(string name) => All.Single(f => f.Name == name);

    public static IEnumerable<IReadOnlyDictionary<string, string>> Rows => All.SelectMany(f => f.Rows);

    public static HashSet<string> References(string register) => [.. Of(register).Rows.Select(r => r["reference"])];

    public static RegisterFile Read(Register register, Encoding encoding)
    {
        var lines = Lines(File.ReadAllText(register.File, encoding)).ToList();
        var columns = lines[0];
        return new(
            register,
            columns,
            [
                .. lines
                    .Skip(1)
                    .Select(cells =>
                        cells.Length == columns.Length
                            ? columns.Zip(cells).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal)
                            : throw new FormatException(
                                $"{register}: {cells.Length} cells instead of {columns.Length} in the row {cells[0]}"
                            )
                    ),
            ]
        );
    }

    public static IEnumerable<string[]> Lines(string text)
    {
        using var csv = CsvReader.FromText(
            text,
            new()
            {
                Separator = ',',
                HasHeader = false,
                OnMalformedRecord = record => throw new FormatException($"Quotes out of place in line {record.LineNumber}"),
            }
        );
        while (csv.Read())
        {
            var cells = new string[csv.FieldCount];
            for (var cell = 0; cell < cells.Length; cell++)
            {
                cells[cell] = csv.GetString(cell);
            }

            yield return cells;
        }
    }

    public static DateOnly? Date(this IReadOnlyDictionary<string, string> row, string column) =>
        row[column].Length == 0 ? null : DateOnly.ParseExact(row[column], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string[] Values(this IReadOnlyDictionary<string, string> row, string column) =>
        row[column].Split(';', StringSplitOptions.RemoveEmptyEntries);
}

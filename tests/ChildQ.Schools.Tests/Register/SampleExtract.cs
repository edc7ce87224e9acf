using System.Globalization;
using System.Text;

namespace ChildQ.Schools.Tests.Register;

/// <summary>
/// An extract as the DfE's "Get Information About Schools" gives it: all its columns and two nobody has heard of, Windows-1252, quoted, dates with
/// hyphens, empty cells, closed schools. The schools are made up.
/// </summary>
internal static class SampleExtract
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly string[] Columns =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "edubase-sample.csv"), Windows1252)
            .First()
            .Split(',')
            .Select(c => c.Trim('"')),
        "A column of next year (code)",
        "A column of next year (name)",
    ];

    private static readonly string[] Statuses = ["Open", "Open, but proposed to close", "Closed", "Proposed to open"];
    private static readonly string[] Phases = ["Primary", "Secondary", "Nursery", "All-through", "16 plus", "Not applicable"];
    private static readonly string[] Trusts = ["", "The \"Lea Valley\" Trust, Hackney", "Clapton & D’Arcy Learning Trust"];

    /// <param name="edit">Changes the cells of a row, by column, before it is written.</param>
    public static byte[] Of(int rows, Action<int, Dictionary<string, string>>? edit = null)
    {
        var text = new StringBuilder();
        Write(text, Columns);
        for (var row = 0; row < rows; row++)
        {
            var cells = Cells(row);
            edit?.Invoke(row, cells);
            Write(text, Columns.Select(c => cells.GetValueOrDefault(c, "")));
        }

        return Windows1252.GetBytes(text.ToString());
    }

    public static int UrnOf(int row) => 100_000 + row;

    private static Dictionary<string, string> Cells(int row)
    {
        var status = Statuses[row % 10 < 7 ? 0 : (row % 10) - 6];
        return new(StringComparer.Ordinal)
        {
            ["URN"] = $"{UrnOf(row)}",
            ["LA (code)"] = row % 50 == 49 ? "211" : "204",
            ["LA (name)"] = row % 50 == 49 ? "Tower Hamlets" : "Hackney",
            ["EstablishmentNumber"] = row % 7 == 0 ? "" : $"{1000 + (row % 8000)}",
            ["EstablishmentName"] = (row % 4) switch
            {
                0 => $"St Éloi’s “Old” School, Dalston {row}",
                1 => $"The \"Free\" School, Nº {row}",
                2 => $"Sample Primary School {row}",
                _ => $"Sample Café – Nursery {row}",
            },
            ["TypeOfEstablishment (name)"] = "Community school",
            ["EstablishmentStatus (name)"] = status,
            ["OpenDate"] = row % 3 == 0 ? "" : "01-09-1998",
            ["CloseDate"] = status == "Closed" ? "31-08-2019" : "",
            ["PhaseOfEducation (name)"] = Phases[row % Phases.Length],
            ["NumberOfPupils"] = row % 5 == 0 ? "" : $"{100 + (row % 900)}",
            ["Trusts (name)"] = Trusts[row % Trusts.Length],
            ["LastChangedDate"] = "01-06-2022",
            ["Postcode"] = row % 11 == 0 ? "" : $"E{5 + (row % 4)} {row % 10}AB",
            ["HeadTitle (name)"] = row % 2 == 0 ? "Ms" : "",
            ["HeadFirstName"] = "Zoë",
            ["HeadLastName"] = $"Sample-{row}",
            ["Street"] = "1, \"Sample\" Street\r\nFirst floor",
        };
    }

    private static void Write(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(
                ',',
                cells.Select(c => string.Create(CultureInfo.InvariantCulture, $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))
            )
            .Append("\r\n");
}

using CsvHelper;

namespace ChildQ.ServiceDefaults.Import;

/// <summary>
/// Reads a CSV file (RFC 4180, with a header row) as rows of <c>TRow</c>, and says everything that is wrong with it, each with line, column and
/// reason. Columns and types: <see cref="CsvColumnAttribute"/> and this folder's README. Reading changes nothing.
/// </summary>
public static class CsvImport
{
    public static async Task<CsvRead<TRow>> Read<TRow>(
        Stream body,
        CsvImportOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        options ??= CsvImportOptions.Default;
        if (await CsvText.Read(body, options.MaxBytes, cancellationToken) is not { } text)
            return new([], 0, [new(1, "", $"The file is larger than {options.MaxBytes} bytes.")]);

        var reading = new CsvReading<TRow>(options);
        using var csv = CsvReader.FromText(
            text,
            new()
            {
                Separator = ',',
                HasHeader = false,
                TrackLineNumbers = true,
                OnMalformedRecord = record => reading.QuotesOutOfPlace(record.LineNumber),
            }
        );
        while (csv.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cells = new string[csv.FieldCount];
            for (var cell = 0; cell < cells.Length; cell++)
                cells[cell] = csv.GetString(cell);
            if (!reading.Take((int)csv.LineNumber, cells))
                break;
        }
        return reading.Done();
    }
}

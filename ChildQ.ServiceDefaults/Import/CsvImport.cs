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
        using var text = await CsvText.Open(body, options.MaxBytes, cancellationToken);
        if (text is null)
            return new([], 0, 0, [new(1, "", $"The file is larger than {options.MaxBytes} bytes.")]);

        var reading = new CsvReading<TRow>(options);
        using var csv = CsvReader.Create(
            text,
            new()
            {
                Separator = ',',
                HasHeader = false,
                TrackLineNumbers = true,
                OnMalformedRecord = record => reading.QuotesOutOfPlace(record.LineNumber),
                // Bytes to a character, at most, of a row that is refused anyway: an unclosed quote does not bring the whole file into memory.
                MaxRecordSize = 4 * Math.Max(options.MaxRowLength, 65_536),
            },
            leaveOpen: true
        );
        var line = 1;
        try
        {
            while (csv.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                line = (int)csv.LineNumber;
                if (!reading.Take(line, csv.FieldCount, csv.GetString))
                    break;
            }
        }
        catch (CsvFormatException)
        {
            reading.NeverEnds(line);
        }
        return reading.Done();
    }
}

using System.Reflection;
using CsvHelper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace ChildQ.ServiceDefaults.Import;

/// <summary>
/// Writes rows as a CSV file that <see cref="CsvImport"/> reads back to the same rows and that a spreadsheet opens without taking any cell for a
/// formula. UTF-8 with a byte order mark, without which Excel takes it for Windows-1252.
/// </summary>
public static class CsvExport
{
    /// <summary>The answer of an <c>export.csv</c> endpoint: rows are written as the database gives them, however many there are.</summary>
    public static CsvFile<T> Of<T>(IAsyncEnumerable<T> rows, string fileName) => new(rows, fileName);

    public static async Task Write<T>(Stream stream, IAsyncEnumerable<T> rows, CancellationToken cancellationToken = default)
    {
        await using var csv = CsvWriter.Create(stream, new() { WriteByteOrderMark = true }, leaveOpen: true);
        foreach (var column in CsvColumns<T>.All)
            csv.WriteField(column.Name);
        csv.EndRecord();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            foreach (var column in CsvColumns<T>.All)
                csv.WriteField(CsvCell.Write(column.Property.GetValue(row)));
            await csv.EndRecordAsync(cancellationToken);
        }
        await csv.FlushAsync(cancellationToken);
    }
}

/// <summary>A CSV file as an answer. Make one with <see cref="CsvExport.Of{T}"/>.</summary>
public sealed class CsvFile<T> : IResult, IEndpointMetadataProvider
{
    private const string ContentType = "text/csv";
    private readonly IAsyncEnumerable<T> _rows;
    private readonly string _fileName;

    internal CsvFile(IAsyncEnumerable<T> rows, string fileName) => (_rows, _fileName) = (rows, fileName);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = $"{ContentType}; charset=utf-8; header=present";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(_fileName);
        response.Headers.ContentDisposition = disposition.ToString();
        await CsvExport.Write(response.Body, _rows, httpContext.RequestAborted);
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [ContentType]));
}

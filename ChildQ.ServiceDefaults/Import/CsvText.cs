using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace ChildQ.ServiceDefaults.Import;

/// <summary>
/// The characters of a file: UTF-8 if it is that throughout (with a byte order mark or not), else Windows-1252, as Excel and the DfE write it. What is
/// more than a little is kept on disk until it is known which, so that memory does not grow with the file.
/// </summary>
internal static class CsvText
{
    private const int InMemory = 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Null where the body is longer than <paramref name="maxBytes"/>. The reader does not read from the body any more.</summary>
    public static async Task<TextReader?> Open(Stream body, int maxBytes, CancellationToken cancellationToken)
    {
        var bytes = new FileBufferingReadStream(body, InMemory);
        try
        {
            var start = new byte[3];
            var (isUtf8, total) = (true, 0);
            var (decoder, buffer, chars) = (Utf8.GetDecoder(), new byte[81_920], new char[81_921]);
            for (int read; (read = await bytes.ReadAsync(buffer, cancellationToken)) > 0; )
            {
                for (var i = 0; i < read && total + i < start.Length; i++)
                    start[total + i] = buffer[i];
                if (read > maxBytes - total)
                {
                    await bytes.DisposeAsync();
                    return null;
                }
                total += read;
                isUtf8 = isUtf8 && IsUtf8(decoder, buffer.AsSpan(0, read), chars, flush: false);
            }
            isUtf8 = isUtf8 && IsUtf8(decoder, [], chars, flush: true);
            var (encoding, preamble) =
                start.AsSpan().StartsWith(Encoding.Unicode.Preamble) ? (Encoding.Unicode, 2)
                : start.AsSpan().StartsWith(Utf8.Preamble) ? (isUtf8 ? Utf8 : Windows1252, 3)
                : (isUtf8 ? Utf8 : Windows1252, 0);
            bytes.Position = Math.Min(preamble, total);
            return new StreamReader(bytes, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 65_536);
        }
        catch
        {
            await bytes.DisposeAsync();
            throw;
        }
    }

    private static bool IsUtf8(Decoder decoder, ReadOnlySpan<byte> bytes, Span<char> chars, bool flush)
    {
        try
        {
            decoder.GetChars(bytes, chars, flush);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}

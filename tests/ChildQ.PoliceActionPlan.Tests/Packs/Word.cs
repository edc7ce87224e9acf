using System.Text.Json;
using ChildQ.PoliceActionPlan.Packs;
using ChildQ.ServiceDefaults;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ChildQ.PoliceActionPlan.Tests.Packs;

/// <summary>Reads Word documents as a reader with Word, or with a screen reader, would.</summary>
internal static class Word
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Members of the JSON that are for programs, or of which the document tells only where they stand.</summary>
    private static readonly HashSet<string> NotWords = new(StringComparer.Ordinal)
    {
        "workstream",
        "source",
        "attendedBy",
        "outcomes",
        "progress",
        "signatories",
        "summary",
        "inReplyTo",
        "replies",
        "body",
        "letter",
    };

    public static async Task<byte[]> ReadAsync(HttpClient client, string path)
    {
        using var answer = await client.SeeAsync(path);
        Assert.Equal(MediaType, answer.EnsureSuccessStatusCode().Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>What Word would repair, and what a screen reader would miss.</summary>
    public static IReadOnlyList<string> Faults(byte[] document)
    {
        using var stream = new MemoryStream(document);
        using var word = WordprocessingDocument.Open(stream, isEditable: false);
        var main = word.MainDocumentPart!;
        List<string> faults =
        [
            .. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word).Select(e => $"{e.Path?.XPath}: {e.Description}"),
        ];
        if (string.IsNullOrWhiteSpace(word.PackageProperties.Title))
        {
            faults.Add("no title");
        }

        var language = main.StyleDefinitionsPart!.Styles!.Descendants<Languages>().SingleOrDefault()?.Val?.Value;
        if (language != "en-GB" || word.PackageProperties.Language != "en-GB")
        {
            faults.Add($"language {language}");
        }

        var styles = main.StyleDefinitionsPart.Styles.Elements<Style>().Select(s => s.StyleId!.Value).ToHashSet(StringComparer.Ordinal);
        var used = main.Document!.Descendants<ParagraphStyleId>().Select(s => s.Val!.Value).Distinct(StringComparer.Ordinal).ToList();
        faults.AddRange(used.Where(s => !styles.Contains(s)).Select(s => $"style {s} is nowhere"));
        if (!used.Contains("Heading1", StringComparer.Ordinal))
        {
            faults.Add("no headings");
        }

        faults.AddRange(
            main.Document.Descendants<Table>()
                .Where(t =>
                    t.Elements<TableRow>().First().Descendants<TableHeader>().Count() != 1
                    || t.Descendants<TableCaption>().Count() != 1
                    || t.Elements<TableRow>().Select(r => r.Elements<TableCell>().Count()).Distinct().Count() != 1
                )
                .Select(t => $"a table without header row or name: {t.InnerText[..Math.Min(40, t.InnerText.Length)]}")
        );
        return faults;
    }

    public static string Text(byte[] document)
    {
        using var stream = new MemoryStream(document);
        using var word = WordprocessingDocument.Open(stream, isEditable: false);
        return string.Join(
            '\n',
            word.MainDocumentPart!.Document!.Descendants<Paragraph>()
                .Select(p =>
                    string.Concat(
                        p.Descendants()
                            .Select(e =>
                                e is Text text ? text.Text
                                : e is Break ? "\n"
                                : ""
                            )
                    )
                )
        );
    }

    /// <summary>Words of the pack's JSON that the document does not hold.</summary>
    public static IReadOnlyList<string> Missing(byte[] document, PackView pack)
    {
        var text = Text(document);
        return
        [
            .. Words(JsonSerializer.SerializeToElement(pack, Json.Options), "").Where(w => !text.Contains(w, StringComparison.Ordinal)),
        ];
    }

    private static IEnumerable<string> Words(JsonElement element, string member) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().Where(p => !IsSkipped(p, member)).SelectMany(p => Words(p.Value, p.Name)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(e => Words(e, member)),
            JsonValueKind.String => Written(element.GetString()!),
            _ => [],
        };

    // Enumerations and dates are said in other words: only what people wrote is compared as it stands.
    private static string[] Written(string word) =>
        DateOnly.TryParseExact(word, "yyyy-MM-dd", out _)
        || Guid.TryParse(word, out _)
        || (word.Length < 24 && !word.Contains(' ') && char.IsLower(word[0]))
            ? []
            : word.Split('\n');

    private static bool IsSkipped(JsonProperty property, string within) =>
        (NotWords.Contains(property.Name) && property.Value.ValueKind != JsonValueKind.Object) || within == "body";
}

using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ChildQ.PoliceActionPlan.Packs;

/// <summary>
/// A Word document as a screen reader wants it: headings by style, tables with a header row that repeats and a name, lists as lists, language
/// en-GB, a title. Nothing in it knows what it is about.
/// </summary>
public sealed class WordDocument : IDisposable
{
    private readonly MemoryStream _stream = new();
    private readonly WordprocessingDocument _document;
    private readonly Body _body = new();

    /// <param name="title">The document's title property, and its first line.</param>
    /// <param name="made">Instant that the document says it was made.</param>
    public WordDocument(string title, DateTimeOffset made)
    {
        _document = WordprocessingDocument.Create(_stream, WordprocessingDocumentType.Document);
        var main = _document.AddMainDocumentPart();
        main.Document = new Document(_body);
        main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.All();
        main.AddNewPart<NumberingDefinitionsPart>().Numbering = WordStyles.Bullets();
        main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(
            new Compatibility(
                new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }
            ),
            new ThemeFontLanguages { Val = WordStyles.Language }
        );
        var properties = _document.PackageProperties;
        properties.Title = Clean(title);
        properties.Language = WordStyles.Language;
        properties.Created = made.UtcDateTime;
        properties.Modified = made.UtcDateTime;
        Add("Title", title);
    }

    /// <param name="level">1 to 3.</param>
    /// <param name="text">Of the heading.</param>
    /// <param name="onNewPage">Begins a page.</param>
    public void Heading(int level, string text, bool onNewPage = false)
    {
        var paragraph = Add(string.Create(CultureInfo.InvariantCulture, $"Heading{level}"), text);
        if (onNewPage)
        {
            paragraph.ParagraphProperties!.PageBreakBefore = new PageBreakBefore();
        }
    }

    public void Paragraph(string text) => Add(null, text);

    public void List(IEnumerable<string> items)
    {
        foreach (var item in items)
        {
            Add("ListBullet", item);
        }
    }

    /// <summary>A table with a caption above it and a header row; with no rows, the words that say so.</summary>
    public void Table(string caption, string empty, IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (rows.Count == 0)
        {
            Paragraph(empty);
            return;
        }

        Add("Caption", caption);
        var width = (WordStyles.TextWidth / headers.Count).ToString(CultureInfo.InvariantCulture);
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = "TableGrid" },
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableLook { Val = "0020", FirstRow = true },
                new TableCaption { Val = Clean(caption) }
            ),
            new TableGrid(headers.Select(_ => new GridColumn { Width = width }))
        );
        table.Append(Row(headers, isHeader: true));
        table.Append(rows.Select(row => Row(row, isHeader: false)));
        _body.Append(table);
        _body.Append(new Paragraph());
    }

    /// <summary>The document's bytes. Nothing more can be added.</summary>
    public byte[] Save()
    {
        _body.Append(
            new SectionProperties(
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin
                {
                    Top = 1134,
                    Bottom = 1134,
                    Left = 1134,
                    Right = 1134,
                    Header = 567,
                    Footer = 567,
                    Gutter = 0,
                }
            )
        );
        _document.Save();
        _document.Dispose();
        return _stream.ToArray();
    }

    public void Dispose()
    {
        _document.Dispose();
        _stream.Dispose();
    }

    private Paragraph Add(string? style, string text)
    {
        var paragraph = new Paragraph(
            new ParagraphProperties { ParagraphStyleId = style is null ? null : new ParagraphStyleId { Val = style } },
            Run(text)
        );
        _body.Append(paragraph);
        return paragraph;
    }

    private static TableRow Row(IReadOnlyList<string> cells, bool isHeader)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHeader)
        {
            properties.Append(new TableHeader());
        }

        return new(
            cells
                .Select(
                    OpenXmlElement (cell) =>
                        new TableCell(
                            new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Auto, Width = "0" }),
                            new Paragraph(
                                new ParagraphProperties { ParagraphStyleId = new() { Val = isHeader ? "TableHeading" : "TableText" } },
                                Run(cell)
                            )
                        )
                )
                .Prepend(properties)
        );
    }

    /// <summary>Line ends as people typed them stay line ends.</summary>
    private static Run Run(string text)
    {
        var run = new Run();
        foreach (var (line, number) in Clean(text).Split('\n').Select((l, n) => (l, n)))
        {
            if (number > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    /// <summary>What XML cannot hold is left out: a document that does not open helps nobody. Half a surrogate pair reads as U+FFFD.</summary>
    private static string Clean(string text) =>
        string.Concat(
            text.ReplaceLineEndings("\n")
                .Replace('\t', ' ')
                .EnumerateRunes()
                .Where(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value))
                .Select(r => r.ToString())
        );
}

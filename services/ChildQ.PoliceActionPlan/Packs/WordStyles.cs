using DocumentFormat.OpenXml.Wordprocessing;

namespace ChildQ.PoliceActionPlan.Packs;

/// <summary>The styles of our Word documents, by the names that Word and screen readers know.</summary>
internal static class WordStyles
{
    public const string Language = "en-GB";

    /// <summary>Between the margins of A4, in twentieths of a point.</summary>
    public const int TextWidth = 9638;

    private const string Green = "00664F";

    public static Styles All() =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts
                        {
                            Ascii = "Arial",
                            HighAnsi = "Arial",
                            ComplexScript = "Arial",
                        },
                        new FontSize { Val = "22" },
                        new Languages { Val = Language }
                    )
                ),
                new ParagraphPropertiesDefault(
                    new ParagraphPropertiesBaseStyle(
                        new SpacingBetweenLines
                        {
                            After = "120",
                            Line = "264",
                            LineRule = LineSpacingRuleValues.Auto,
                        }
                    )
                )
            ),
            Style("Normal", "Normal", null, null, null, isDefault: true),
            Style("Title", "Title", new() { After = "240" }, "44", null),
            Heading(1, "32"),
            Heading(2, "26"),
            Heading(3, "24"),
            Style("Caption", "caption", new() { Before = "120", After = "60" }, "20", null, keepNext: true),
            Style("TableHeading", "Table Heading", new() { After = "40" }, "20", null, keepNext: true),
            Plain("TableText", "Table Text"),
            ListBullet(),
            TableGrid()
        );

    public static Numbering Bullets() =>
        new(
            new AbstractNum(
                new MultiLevelType { Val = MultiLevelValues.SingleLevel },
                new Level(
                    new StartNumberingValue { Val = 1 },
                    new NumberingFormat { Val = NumberFormatValues.Bullet },
                    new LevelText { Val = "•" },
                    new LevelJustification { Val = LevelJustificationValues.Left },
                    new PreviousParagraphProperties(new Indentation { Left = "454", Hanging = "284" })
                )
                {
                    LevelIndex = 0,
                }
            )
            {
                AbstractNumberId = 1,
            },
            new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 }
        );

    private static Style Heading(int level, string size) =>
        Style($"Heading{level}", $"heading {level}", new() { Before = "280", After = "120" }, size, level - 1, keepNext: true);

    private static Style Style(
        string id,
        string name,
        SpacingBetweenLines? spacing,
        string? size,
        int? outline,
        bool isDefault = false,
        bool keepNext = false
    )
    {
        var style = new Style
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = isDefault ? true : null,
            StyleName = new() { Val = name },
            BasedOn = isDefault ? null : new() { Val = "Normal" },
            NextParagraphStyle = outline is null ? null : new() { Val = "Normal" },
            PrimaryStyle = new(),
        };
        if (isDefault)
        {
            return style;
        }

        style.StyleParagraphProperties = new()
        {
            KeepNext = keepNext ? new() : null,
            SpacingBetweenLines = spacing,
            OutlineLevel = outline is { } level ? new() { Val = level } : null,
        };
        style.StyleRunProperties = new(new Bold());
        if (outline is not null || id == "Title")
        {
            style.StyleRunProperties.Append(new Color { Val = Green });
        }

        style.StyleRunProperties.Append(new FontSize { Val = size });
        return style;
    }

    private static Style Plain(string id, string name) =>
        new()
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            StyleName = new() { Val = name },
            BasedOn = new() { Val = "Normal" },
            StyleParagraphProperties = new() { SpacingBetweenLines = new() { After = "40" } },
            StyleRunProperties = new(new FontSize { Val = "20" }),
        };

    private static Style ListBullet() =>
        new()
        {
            Type = StyleValues.Paragraph,
            StyleId = "ListBullet",
            StyleName = new() { Val = "List Bullet" },
            BasedOn = new() { Val = "Normal" },
            StyleParagraphProperties = new()
            {
                NumberingProperties = new(new NumberingId { Val = 1 }),
                SpacingBetweenLines = new() { After = "60" },
            },
        };

    private static Style TableGrid() =>
        new()
        {
            Type = StyleValues.Table,
            StyleId = "TableGrid",
            StyleName = new() { Val = "Table Grid" },
            StyleTableProperties = new(
                new TableBorders(
                    Line<TopBorder>(),
                    Line<LeftBorder>(),
                    Line<BottomBorder>(),
                    Line<RightBorder>(),
                    Line<InsideHorizontalBorder>(),
                    Line<InsideVerticalBorder>()
                )
            ),
        };

    private static T Line<T>()
        where T : BorderType, new() =>
        new()
        {
            Val = BorderValues.Single,
            Size = 4,
            Color = "8FB8AE",
        };
}

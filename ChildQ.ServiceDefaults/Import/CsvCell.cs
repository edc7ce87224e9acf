using System.Globalization;

namespace ChildQ.ServiceDefaults.Import;

/// <summary>Cells as values and values as cells, the same on every machine.</summary>
internal static class CsvCell
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "dd/MM/yyyy", "dd-MM-yyyy"];
    private static readonly string[] TimeFormats = ["HH:mm", "HH:mm:ss", "H:mm"];

    public static bool CanBe(Type type) =>
        type == typeof(string)
        || type == typeof(int)
        || type == typeof(long)
        || type == typeof(decimal)
        || type == typeof(bool)
        || type == typeof(DateOnly)
        || type == typeof(TimeOnly)
        || type == typeof(Guid)
        || type.IsEnum;

    /// <summary>The value, or null where the cell does not hold one of this type.</summary>
    public static object? Parse(Type type, string cell)
    {
        var invariant = CultureInfo.InvariantCulture;
        if (type == typeof(string))
            return cell;
        if (type == typeof(int))
            return int.TryParse(cell, NumberStyles.AllowLeadingSign, invariant, out var number) ? number : null;
        if (type == typeof(long))
            return long.TryParse(cell, NumberStyles.AllowLeadingSign, invariant, out var number) ? number : null;
        if (type == typeof(decimal))
            return decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, invariant, out var number)
                ? number
                : null;
        if (type == typeof(bool))
            return cell.ToUpperInvariant() switch
            {
                "TRUE" or "YES" => true,
                "FALSE" or "NO" => false,
                _ => null,
            };
        if (type == typeof(DateOnly))
            return DateOnly.TryParseExact(cell, DateFormats, invariant, DateTimeStyles.None, out var date) ? date : null;
        if (type == typeof(TimeOnly))
            return TimeOnly.TryParseExact(cell, TimeFormats, invariant, DateTimeStyles.None, out var time) ? time : null;
        if (type == typeof(Guid))
            return Guid.TryParse(cell, out var id) ? id : null;
        return CsvWords.Parse(type, cell);
    }

    public static string Expected(Type type) =>
        type switch
        {
            _ when type == typeof(int) || type == typeof(long) => "must be a whole number",
            _ when type == typeof(decimal) => "must be a number",
            _ when type == typeof(bool) => "must be true or false",
            _ when type == typeof(DateOnly) => "must be a date: yyyy-MM-dd, dd/MM/yyyy or dd-MM-yyyy",
            _ when type == typeof(TimeOnly) => "must be a time: HH:mm",
            _ when type == typeof(Guid) => "must be an id (UUID)",
            _ => $"must be one of: {string.Join(", ", CsvWords.AllOf(type))}",
        };

    public static string Write(object? value) =>
        value switch
        {
            null => "",
            string text => Neutralise(text),
            bool yes => yes ? "true" : "false",
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TimeOnly time => time.ToString(time.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture),
            DateTimeOffset instant => instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            Enum member => Neutralise(CsvWords.Of(member)),
            System.Collections.IEnumerable list => Neutralise(string.Join(';', list.Cast<object?>().Select(Plain))),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => Neutralise(value.ToString() ?? ""),
        };

    /// <summary>
    /// OWASP, <em>CSV injection</em>: a cell that a spreadsheet would take for a formula begins with an apostrophe instead. A cell that
    /// already begins with apostrophes before such a character gets one more, so that <see cref="Undo"/> always gives back what was written.
    /// </summary>
    public static string Neutralise(string text) => LooksLikeFormula(text, fromApostrophes: 0) ? "'" + text : text;

    /// <summary>Takes away the apostrophe that <see cref="Neutralise"/> put there.</summary>
    public static string Undo(string cell) => LooksLikeFormula(cell, fromApostrophes: 1) ? cell[1..] : cell;

    private static bool LooksLikeFormula(string text, int fromApostrophes)
    {
        var apostrophes = text.TakeWhile(character => character == '\'').Count();
        return apostrophes >= fromApostrophes
            && apostrophes < text.Length
            && text[apostrophes] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';
    }

    private static string Plain(object? value) => value is string text ? text : Write(value);
}

using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;

namespace ChildQ.ServiceDefaults.Import;

/// <summary>
/// Enumerations as people write them: <c>UnderWay</c> is "under way", and is read in any case, with spaces, hyphens or underscores.
/// <see cref="JsonStringEnumMemberNameAttribute"/> gives a member other words.
/// </summary>
internal static class CsvWords
{
    public static string Of(Enum value) => Of(value.GetType().GetField(value.ToString())!);

    public static IEnumerable<string> AllOf(Type type) => Members(type).Select(Of);

    public static object? Parse(Type type, string words) =>
        Members(type).FirstOrDefault(member => Same(Of(member), words) || Same(member.Name, words))?.GetValue(null);

    /// <summary>PascalCase as words with the given letter between them: <c>SourceSection</c> is <c>source_section</c>.</summary>
    public static string Split(string name, char between)
    {
        var words = new StringBuilder(name.Length + 4);
        for (var at = 0; at < name.Length; at++)
        {
            var startsWord =
                at > 0 && char.IsUpper(name[at]) && (!char.IsUpper(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1])));
            if (startsWord)
                words.Append(between);
            words.Append(char.ToLowerInvariant(name[at]));
        }
        return words.ToString();
    }

    private static FieldInfo[] Members(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static);

    private static string Of(FieldInfo member) =>
        member.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? Split(member.Name, ' ');

    private static bool Same(string left, string right) => string.Equals(Letters(left), Letters(right), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string words) => string.Concat(words.Where(char.IsLetterOrDigit));
}

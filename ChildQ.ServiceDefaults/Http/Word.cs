using System.Diagnostics.CodeAnalysis;

namespace ChildQ.ServiceDefaults.Http;

/// <summary>
/// A word of an enumeration in a query, written as everywhere else in the API: <c>notStarted</c>. By itself an enumeration in a
/// query is read in its own capitals only, and as a number.
/// </summary>
public readonly record struct Word<T>(T Value) : IParsable<Word<T>>
    where T : struct, Enum
{
    public static Word<T> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var word) ? word : throw new FormatException("Not one of the words.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Word<T> result)
    {
        var known = Array.Find(Enum.GetNames<T>(), name => name.Equals(s, StringComparison.OrdinalIgnoreCase));
        result = known is null ? default : new(Enum.Parse<T>(known));
        return known is not null;
    }
}

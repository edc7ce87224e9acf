namespace ChildQ.ServiceDefaults.Http;

/// <summary>Text a person searches for, made safe inside a LIKE pattern.</summary>
public static class Like
{
    public static string Escape(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal);
}

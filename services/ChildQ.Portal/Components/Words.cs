using System.Text;

namespace ChildQ.Portal.Components;

/// <summary>The services' keys and enumeration names as words: "UnderWay" and "under-way" are "Under way".</summary>
public static class Words
{
    public static string Of(string? key)
    {
        if (string.IsNullOrWhiteSpace(key))
            return "";
        var words = new StringBuilder(key.Length + 8);
        for (var i = 0; i < key.Length; i++)
        {
            var c = key[i];
            if (c is '-' or '_')
                words.Append(' ');
            else if (i > 0 && char.IsUpper(c) && char.IsLower(key[i - 1]))
                words.Append(' ').Append(char.ToLowerInvariant(c));
            else
                words.Append(i == 0 ? char.ToUpperInvariant(c) : c);
        }
        return words.ToString();
    }
}

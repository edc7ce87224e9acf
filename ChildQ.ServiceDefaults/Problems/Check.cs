namespace ChildQ.ServiceDefaults.Problems;

/// <summary>Gathers everything wrong with what was sent, so that the person hears of all of it at once.</summary>
public sealed class Check
{
    private readonly List<BrokenRule> _broken = [];

    public bool Failed => _broken.Count > 0;

    public Result Result => Failed ? Result.Refused(_broken) : Result.Ok;

    /// <summary>A text that must be there, within a length.</summary>
    public Check Text(string? value, string field, int max = 500)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return Add(new("input/required", $"Enter {Words(field)}.", field));
        }

        return OptionalText(value, field, max);
    }

    /// <summary>A text that may be left out, within a length.</summary>
    public Check OptionalText(string? value, string field, int max = 4000)
    {
        if (value?.Length > max)
        {
            Add(new("input/too-long", $"{Capital(Words(field))} must be {max} characters or fewer.", field));
        }

        if (value?.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) == true)
        {
            Add(new("input/control-character", $"{Capital(Words(field))} holds a character that cannot be kept.", field));
        }

        return this;
    }

    /// <summary>A rule of the field itself.</summary>
    public Check That(bool holds, string type, string message, string? field = null) => holds ? this : Add(new(type, message, field));

    public Check And(Result result)
    {
        _broken.AddRange(result.Broken);
        return this;
    }

    private Check Add(BrokenRule rule)
    {
        _broken.Add(rule);
        return this;
    }

    private static string Words(string field) =>
        string.Concat(field.Select(c => char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}

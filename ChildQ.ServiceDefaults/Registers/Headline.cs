namespace ChildQ.ServiceDefaults.Registers;

/// <summary>What happened, short enough for a line of a timeline.</summary>
public static class Headline
{
    private const int Longest = 300;

    public static string Of(string what, string text) =>
        $"{what}: {text}" is { Length: > Longest } longer ? $"{longer[..(Longest - 1)]}…" : $"{what}: {text}";
}

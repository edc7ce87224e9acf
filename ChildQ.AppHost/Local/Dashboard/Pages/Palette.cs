namespace ChildQ.AppHost.Local.Dashboard.Pages;

/// <summary>Gives each name on a page one of ten colours, by order of appearance. Colour never stands alone: the name is always there too.</summary>
internal sealed class Palette
{
    private const int Colours = 10;

    private readonly Dictionary<string, int> _given = new(StringComparer.Ordinal);

    /// <summary>The class of the name's colour: <c>c0</c> to <c>c9</c>.</summary>
    public string Of(string name)
    {
        if (!_given.TryGetValue(name, out var colour))
        {
            colour = _given.Count % Colours;
            _given.Add(name, colour);
        }
        return $"c{colour}";
    }

    public Html Swatch(string name) =>
        Html.Of(
            $"<svg class=\"swatch\" viewBox=\"0 0 18 10\" aria-hidden=\"true\"><rect class=\"{Of(name)}\" width=\"18\" height=\"10\" rx=\"2\"/></svg>"
        );
}

using ChildQ.Contracts;
using ChildQ.Contracts.CommunityEngagement;
using ChildQ.ServiceDefaults.Data;

namespace ChildQ.CommunityEngagement.Themes;

/// <summary>
/// What others were last told of a theme's evidence, for one audience: how many insights that are open to that audience are coded to it. The
/// restricted ones are in no such count.
/// </summary>
public sealed class ThemeEvidence : Entity
{
    private ThemeEvidence() { }

    public string Theme { get; private init; } = "";

    /// <summary><see cref="SharingLevel.Public"/> or <see cref="SharingLevel.Partners"/>.</summary>
    public SharingLevel Audience { get; private init; }

    /// <summary>The count last told; none where it is a small number.</summary>
    public int? Told { get; private set; }

    public static ThemeEvidence Of(string theme, SharingLevel audience) =>
        audience is SharingLevel.Public or SharingLevel.Partners
            ? new() { Theme = theme, Audience = audience }
            : throw new ArgumentOutOfRangeException(nameof(audience), audience, "No event is for a restricted audience.");

    /// <summary>
    /// Tells a count that has reached the threshold and is not what was told; and that one told earlier has sunk below it, without saying how far.
    /// </summary>
    /// <param name="theme">The theme.</param>
    /// <param name="count">How many insights at the audience's level or more open.</param>
    /// <param name="threshold">The smallest number that is shown.</param>
    /// <param name="today">In London.</param>
    public void Count(Theme theme, int count, int threshold, DateOnly today)
    {
        int? shown = count >= threshold ? count : null;
        if (shown == Told)
        {
            return;
        }

        Told = shown;
        Raise(new ThemeEvidenceCounted(theme.Id, theme.Reference, theme.Title, Audience, shown, today));
    }
}

namespace ChildQ.Portal.Components;

/// <summary>One option of radios, checkboxes or a select.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null)
{
    /// <summary>The services' keys, said in words.</summary>
    public static IReadOnlyList<Choice> Of(params IEnumerable<string> keys) => [.. keys.Select(k => new Choice(k, Words.Of(k)))];

    /// <summary>For something that may also be unknown.</summary>
    public static readonly IReadOnlyList<Choice> YesNoUnknown = [new("true", "Yes"), new("false", "No"), new("", "Not known")];

    public static readonly IReadOnlyList<Choice> Workstreams = Of(Contracts.Workstreams.All);

    /// <summary>What each sharing level means for the person who chooses it.</summary>
    public static readonly IReadOnlyList<Choice> SharingLevels =
    [
        new("public", "Public", "Anyone may read it, on this site and in reports."),
        new("partners", "Partners", "The council and its partners, police among them."),
        new("councilOnly", "Council only", "Never police, nor any count that police see."),
        new("safeSpace", "Safe space", "Only the team that ran the conversation. Others see it only inside a count of at least five."),
    ];

    /// <summary>For registers that police and partners may read.</summary>
    public static readonly IReadOnlyList<Choice> PublicOrPartners = [.. SharingLevels.Take(2)];
}

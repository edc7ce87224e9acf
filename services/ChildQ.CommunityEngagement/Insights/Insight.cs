using ChildQ.CommunityEngagement.Activities;
using ChildQ.CommunityEngagement.Registers;
using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;
using ChildQ.ServiceDefaults.Sharing;

namespace ChildQ.CommunityEngagement.Insights;

/// <summary>What was said, as written or rewritten.</summary>
/// <param name="Activity">Reference of the activity at which it was said; none where it was said elsewhere.</param>
/// <param name="Themes">RandomReferences of the themes that it is coded to; left out in a correction, they stay.</param>
/// <param name="Group">Who said it, as a group: never a person.</param>
/// <param name="Sharing">The level asked for; where the activity's is more restrictive, that one holds. Never left out.</param>
/// <param name="QuoteConsent">Those who said it agree that it is quoted in public. No, unless said.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record InsightText(
    string? Reference,
    string? Activity,
    IReadOnlyList<string>? Themes,
    [property: FreeText] string? Text,
    [property: FreeText] string? Group,
    SharingLevel? Sharing,
    bool? QuoteConsent,
    DateOnly? KnownOn,
    [property: FreeText] string? Source,
    bool Confirmed = false
) : IRegisteredText, IFreeText;

/// <summary>
/// What somebody said, with whom it may be shared, and the themes it is coded to. Never more open than the activity at which it was said. No event
/// carries it: it leaves this service only in an answer to a caller who may see it, or inside a count.
/// </summary>
public sealed class Insight : Registered, IFacilitated
{
    private Insight() { }

    public string? Activity { get; private set; }

    public List<string> Themes { get; private set; } = [];

    public string Text { get; private set; } = "";

    public string? Group { get; private set; }

    public SharingLevel Sharing { get; private set; }

    /// <summary>
    /// Whether those who said it agreed to be quoted in public. None where it is nobody's own words, but a summary that was published elsewhere
    /// (<see cref="Registered.Source"/>), for example in the report of June 2022.
    /// </summary>
    public bool? QuoteConsent { get; private set; }

    /// <summary>Whoever runs its activity.</summary>
    public string? FacilitatedBy { get; private set; }

    /// <summary>Puts on record what was said.</summary>
    /// <param name="text">What was said.</param>
    /// <param name="activity">Where it was said.</param>
    /// <param name="today">In London.</param>
    public static Result<Insight> Record(InsightText text, Activity? activity, DateOnly today) =>
        Make(text with { QuoteConsent = text.QuoteConsent ?? false }, activity, new Check(), today);

    /// <summary>Puts on record a row of a file, which without a word on consent is a summary published elsewhere, and says where.</summary>
    public static Result<Insight> FromFile(InsightText text, Activity? activity, DateOnly today) =>
        Make(text, activity, SaysWhere(text), today);

    /// <summary>Corrects what is on record. A summary that is put in other words is that of its source no longer.</summary>
    public Result Correct(InsightText text, Activity? activity)
    {
        var consent = text.QuoteConsent ?? (QuoteConsent is null && text.Text == Text ? null : false);
        return Rewrite(text with { QuoteConsent = consent }, activity, new Check());
    }

    /// <summary>Revises by a row of a file, which opens nothing that is restricted.</summary>
    public Result Revise(InsightText text, Activity? activity)
    {
        var level = Level(text.Sharing, activity);
        return Sharing.IsRestricted() && level < Sharing ? FileRules.NotOpenedByFile : Rewrite(text, activity, SaysWhere(text));
    }

    /// <summary>Codes it to these themes, in place of those before.</summary>
    public Result Code(IReadOnlyList<string>? themes)
    {
        var check = ThemesOf(new Check(), themes);
        if (!check.Failed)
        {
            Themes = [.. (themes ?? []).Order(StringComparer.Ordinal)];
        }

        return check.Result;
    }

    /// <summary>Keeps to its activity: closes as far as that is closed, and goes with it to whoever runs it. Opens nothing.</summary>
    public void Follow(SharingLevel activity, string? facilitatedBy) =>
        (Sharing, FacilitatedBy) = (SharingLevels.MostRestrictive(Sharing, activity), facilitatedBy);

    private static Result<Insight> Make(InsightText text, Activity? activity, Check check, DateOnly today)
    {
        var insight = new Insight();
        return insight
            .Write(text, activity, check.And(New(text, today).Form(text.Reference).Result))
            .With(() =>
            {
                insight.Enter(text, today);
                return insight;
            });
    }

    private Result Rewrite(InsightText text, Activity? activity, Check check)
    {
        var written = Write(text, activity, check.And(Corrected(text).Result));
        if (written.IsOk)
        {
            Reenter(text);
        }

        return written;
    }

    private Result Write(InsightText text, Activity? activity, Check check)
    {
        ThemesOf(check, text.Themes)
            .Text(text.Text, "text", 4000)
            .OptionalText(text.Group, "group", 200)
            .That(text.Sharing is not null, "input/required", "Choose a sharing level.", "sharing");
        if (check.Failed)
        {
            return check.Result;
        }

        (Activity, Text, Group, QuoteConsent) = (activity?.Reference, text.Text!, text.Group, text.QuoteConsent);
        (Sharing, FacilitatedBy) = (Level(text.Sharing, activity), activity?.FacilitatedBy);
        return text.Themes is null ? Result.Ok : Code(text.Themes);
    }

    private static Check ThemesOf(Check check, IReadOnlyList<string>? themes) =>
        check
            .That(themes is null || themes.Count <= 50, "list/too-long", "Give 50 or fewer.", "themes")
            .That(
                themes is null || themes.Distinct(StringComparer.Ordinal).Count() == themes.Count,
                "list/twice",
                "Each may be there once only.",
                "themes"
            );

    private static Check SaysWhere(InsightText text) =>
        new Check().That(
            text.QuoteConsent is not null || text.Source is not null,
            "insight/consent-unknown",
            "Say whether those quoted agreed (true or false), or where this was published.",
            "quoteConsent"
        );

    private static SharingLevel Level(SharingLevel? asked, Activity? activity) =>
        activity is null
            ? SharingLevels.MostRestrictive(asked ?? SharingLevel.SafeSpace)
            : SharingLevels.MostRestrictive(asked ?? SharingLevel.SafeSpace, activity.Sharing);
}

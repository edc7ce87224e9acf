using ChildQ.CommunityEngagement.Activities;
using ChildQ.CommunityEngagement.Insights;
using ChildQ.CommunityEngagement.Themes;
using ChildQ.Contracts;

namespace ChildQ.CommunityEngagement.Tests;

/// <summary>Examples of the field's things.</summary>
internal static class A
{
    public static readonly DateOnly Today = new(2022, 6, 14);

    public static ActivityText Activity(
        SharingLevel sharing = SharingLevel.Public,
        string? reference = null,
        string? facilitatedBy = null
    ) =>
        new(
            reference,
            ActivityKind.Workshop,
            "Workshop about the shared plan",
            new DateOnly(2022, 6, 1),
            ActivityStatus.Held,
            LedBy: "Hackney Council",
            ForWhom: "Residents of the borough",
            IndependentlyFacilitated: null,
            sharing,
            facilitatedBy,
            KnownOn: null,
            Source: null
        );

    public static ActivityText Planned(this ActivityText activity, DateOnly? on = null) =>
        activity with
        {
            Status = ActivityStatus.Planned,
            On = on,
        };

    public static InsightText Insight(SharingLevel sharing = SharingLevel.Public, string? activity = null, params string[] themes) =>
        new(
            Reference: null,
            activity,
            themes,
            "They said that trust must be earned.",
            "Residents",
            sharing,
            QuoteConsent: null,
            KnownOn: null,
            Source: null
        );

    public static ThemeText Theme(string? reference = null, string? parent = null) =>
        new(reference, parent, "Trust in policing", Description: null, KnownOn: null, Source: null);

    public static Activity Recorded(this ActivityText text) =>
        CommunityEngagement.Activities.Activity.Record(text with { Reference = text.Reference ?? "ENG-ACT-1" }, Today).Value;

    public static Insight Recorded(this InsightText text, Activity? activity = null) =>
        CommunityEngagement.Insights.Insight.Record(text with { Reference = text.Reference ?? "ENG-INS-1" }, activity, Today).Value;

    public static Theme Recorded(this ThemeText text) =>
        CommunityEngagement.Themes.Theme.Record(text with { Reference = text.Reference ?? "ENG-THE-1" }, Today).Value;
}

using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ChildQ.Portal.Pages.CommunityEngagement.Insights;

/// <summary>What somebody said. Kept: whoever is signed in may change it.</summary>
public sealed record InsightView(
    Guid Id,
    string Reference,
    string? Activity,
    IReadOnlyList<string> Themes,
    string Text,
    string? Group,
    string Sharing,
    bool? QuoteConsent,
    bool Kept,
    DateOnly KnownOn,
    string? Source
) : IEntry;

[AllowAnonymous]
public sealed class IndexModel(CommunityEngagementClient engagement)
    : RegisterPage<InsightView>(
        engagement,
        "insights",
        Filter.Search("Words"),
        new("theme", "Theme (reference)"),
        new("activity", "Activity (reference)"),
        Filter.Words("sharing", "Who may read it", Choice.SharingLevels)
    )
{
    public override bool OffersAsAt => true;
}

[AllowAnonymous]
public sealed class OneModel(CommunityEngagementClient engagement) : OnePage<InsightView>(engagement, "insights");

public sealed class InsightForm : RegisteredForm
{
    [Display(Name = "Said at")]
    public string? Activity { get; set; }

    [Display(
        Name = "What was said",
        Description = "In their own words as far as you can. No name, date of birth, address, school number or anything else that tells who it was."
    )]
    [Required(ErrorMessage = "Enter what was said")]
    public string? Text { get; set; }

    [Display(Name = "By whom", Description = "A group, never a person: parents, young people, black girls.")]
    public string? Group { get; set; }

    [Display(
        Name = "Who may read it",
        Description = "Choose what those who spoke were promised. Where the activity's own level is more closed, that one holds."
    )]
    [Required(ErrorMessage = "Choose who may read it")]
    public string? Sharing { get; set; }

    [Display(Name = "Do they agree to be quoted in public?")]
    public bool? QuoteConsent { get; set; }

    [Display(Name = "Themes")]
    public List<string> Themes { get; set; } = [];
}

[PageFor(Roles.EngagementLead, Roles.Facilitator)]
public sealed class EditModel(CommunityEngagementClient engagement) : EditPage<InsightForm, InsightView>(engagement, "insights")
{
    protected override string Address => "/community-engagement/insights";

    /// <summary>The activity it is added from.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Activity { get; set; }

    public IReadOnlyList<Choice> Activities { get; private set; } = [];

    public IReadOnlyList<Choice> Themes { get; private set; } = [];

    private sealed record Titled(string Reference, string Title);

    protected override async Task ReadChoicesAsync(CancellationToken cancel)
    {
        Activities = await Client.ReadAsync<Titled>("activities", x => (x.Reference, x.Title), cancel);
        Themes = await Client.ReadAsync<Titled>("themes", x => (x.Reference, x.Title), cancel);
        Form.Activity ??= Activity;
    }

    protected override InsightForm FormFrom(InsightView item) =>
        new()
        {
            Activity = item.Activity,
            Text = item.Text,
            Group = item.Group,
            Sharing = item.Sharing,
            QuoteConsent = item.QuoteConsent,
            Themes = [.. item.Themes],
            Source = item.Source,
        };

    protected override object ToSend() =>
        new
        {
            Form.Reference,
            Form.Activity,
            Form.Text,
            Form.Group,
            Form.Sharing,
            Form.QuoteConsent,
            Form.Themes,
            Form.KnownOn,
            Form.Source,
            Form.Confirmed,
        };
}

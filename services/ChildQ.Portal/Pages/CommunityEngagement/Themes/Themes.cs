using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Suppression;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.Portal.Pages.CommunityEngagement.Themes;

/// <summary>A theme of the coding frame, with how many insights are coded to it.</summary>
public sealed record ThemeView(
    Guid Id,
    string Reference,
    string? Parent,
    string Title,
    string? Description,
    SuppressedCount? Insights,
    DateOnly KnownOn,
    string? Source
) : IEntry;

[AllowAnonymous]
public sealed class IndexModel(CommunityEngagementClient engagement)
    : RegisterPage<ThemeView>(engagement, "themes", Filter.Search(), new("parent", "Part of (reference)"))
{
    public override bool OffersAsAt => true;
}

[AllowAnonymous]
public sealed class OneModel(CommunityEngagementClient engagement) : OnePage<ThemeView>(engagement, "themes");

public sealed class ThemeForm : RegisteredForm
{
    [Display(Name = "Title")]
    [Required(ErrorMessage = "Enter a title")]
    public string? Title { get; set; }

    [Display(Name = "Part of", Description = "The reference of another theme. Leave empty for one at the top.")]
    public string? Parent { get; set; }

    [Display(Name = "Description")]
    public string? Description { get; set; }
}

[PageFor(Roles.EngagementLead)]
public sealed class EditModel(CommunityEngagementClient engagement) : EditPage<ThemeForm, ThemeView>(engagement, "themes")
{
    protected override string Address => "/community-engagement/themes";

    protected override ThemeForm FormFrom(ThemeView item) =>
        new()
        {
            Title = item.Title,
            Parent = item.Parent,
            Description = item.Description,
            Source = item.Source,
        };

    protected override object ToSend() =>
        new
        {
            Form.Reference,
            Form.Title,
            Form.Parent,
            Form.Description,
            Form.KnownOn,
            Form.Source,
            Form.Confirmed,
        };
}

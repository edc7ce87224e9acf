using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.Portal.Pages.CommunityEngagement.Activities;

/// <summary>An engagement activity. Kept: whoever is signed in may change it.</summary>
public sealed record ActivityView(
    Guid Id,
    string Reference,
    string Kind,
    string Title,
    DateOnly? On,
    string Status,
    string? LedBy,
    string? ForWhom,
    bool? IndependentlyFacilitated,
    string Sharing,
    string? FacilitatedBy,
    bool Kept,
    DateOnly KnownOn,
    string? Source
) : IEntry;

[AllowAnonymous]
public sealed class IndexModel(CommunityEngagementClient engagement)
    : RegisterPage<ActivityView>(
        engagement,
        "activities",
        Filter.Search(),
        Filter.Words("kind", "Kind", ActivityForm.Kinds),
        Filter.Words("status", "Status", Choice.Of("planned", "held"))
    )
{
    public override bool OffersAsAt => true;
}

[AllowAnonymous]
public sealed class OneModel(CommunityEngagementClient engagement) : OnePage<ActivityView>(engagement, "activities");

public sealed class ActivityForm : RegisteredForm
{
    [Display(Name = "Title")]
    [Required(ErrorMessage = "Enter a title")]
    public string? Title { get; set; }

    [Display(Name = "Kind")]
    [Required(ErrorMessage = "Choose a kind")]
    public string? Kind { get; set; }

    [Display(Name = "Date")]
    public DateOnly? On { get; set; }

    [Display(Name = "Led by", Description = "A post, team or organisation.")]
    public string? LedBy { get; set; }

    [Display(Name = "For whom", Description = "A group, never a person.")]
    public string? ForWhom { get; set; }

    [Display(Name = "Independently facilitated")]
    public bool? IndependentlyFacilitated { get; set; }

    [Display(Name = "Who may read what is said there, at most", Description = "Nothing said there can ever be more open than this.")]
    [Required(ErrorMessage = "Choose who may read it")]
    public string? Sharing { get; set; }

    [Display(Name = "Account of whoever runs it", Description = "They then see and keep it and its insights. Leave empty if that is you.")]
    public string? FacilitatedBy { get; set; }

    public static IReadOnlyList<Choice> Kinds { get; } =
        Choice.Of("workshop", "session", "safeSpace", "thinkingSpaces", "conference", "briefing");
}

[PageFor(Roles.EngagementLead, Roles.Facilitator)]
public sealed class EditModel(CommunityEngagementClient engagement) : EditPage<ActivityForm, ActivityView>(engagement, "activities")
{
    protected override string Address => "/community-engagement/activities";

    protected override ActivityForm FormFrom(ActivityView item) =>
        new()
        {
            Title = item.Title,
            Kind = item.Kind,
            On = item.On,
            LedBy = item.LedBy,
            ForWhom = item.ForWhom,
            IndependentlyFacilitated = item.IndependentlyFacilitated,
            Sharing = item.Sharing,
            FacilitatedBy = item.FacilitatedBy,
            Source = item.Source,
        };

    protected override object ToSend() =>
        new
        {
            Form.Reference,
            Form.Title,
            Form.Kind,
            Form.On,
            Form.LedBy,
            Form.ForWhom,
            Form.IndependentlyFacilitated,
            Form.Sharing,
            Form.FacilitatedBy,
            Form.KnownOn,
            Form.Source,
            Form.Confirmed,
        };
}

public sealed class HeldForm
{
    [Display(Name = "Date it was held", Description = "Leave empty if it was held on the day it was planned for.")]
    public DateOnly? On { get; set; }

    [Display(Name = "Independently facilitated")]
    public bool? IndependentlyFacilitated { get; set; }
}

[PageFor(Roles.EngagementLead, Roles.Facilitator)]
public sealed class HeldModel(CommunityEngagementClient engagement) : ActPage<HeldForm, ActivityView>(engagement, "activities")
{
    protected override string Act => "held";
    protected override string Address => $"/community-engagement/activities/{Id}";
    protected override string Notice => "Recorded as held.";
}

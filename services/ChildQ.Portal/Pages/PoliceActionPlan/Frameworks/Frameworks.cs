using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Frameworks;

/// <summary>An item of a framework outside the plan, as the service shows it.</summary>
public sealed record FrameworkView(
    Guid Id,
    string Reference,
    string Title,
    string? Framework,
    DateOnly KnownOn,
    string? Source,
    string Sharing
) : IEntry;

[AllowAnonymous]
public sealed class IndexModel(PoliceActionPlanClient plan) : RegisterPage<FrameworkView>(plan, "frameworks", Filter.Search())
{
    public override bool OffersAsAt => true;
}

[AllowAnonymous]
public sealed class OneModel(PoliceActionPlanClient plan) : OnePage<FrameworkView>(plan, "frameworks");

public sealed class FrameworkForm : EntryForm
{
    [Display(Name = "Framework", Description = "As it calls itself.")]
    [Required(ErrorMessage = "Enter the framework")]
    public string? Framework { get; set; }

    [Display(Name = "What the item asks for", Description = "In the framework's own words.")]
    [Required(ErrorMessage = "Enter what the item asks for")]
    public string? Title { get; set; }
}

[PageFor(Roles.PolicePlanLead)]
public sealed class EditModel(PoliceActionPlanClient plan) : EditPage<FrameworkForm, FrameworkView>(plan, "frameworks")
{
    protected override string Address => "/police-action-plan/frameworks";

    protected override FrameworkForm FormFrom(FrameworkView item) =>
        new()
        {
            Framework = item.Framework,
            Title = item.Title,
            Source = item.Source,
            Sharing = item.Sharing,
        };
}

using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Priorities;

/// <summary>What the shared plan sets out to change; its actions stand under it.</summary>
public sealed record PriorityView(
    Guid Id,
    string Reference,
    string Title,
    string? Description,
    DateOnly KnownOn,
    string? Source,
    string Sharing
) : IEntry;

[AllowAnonymous]
public sealed class IndexModel(PoliceActionPlanClient plan) : RegisterPage<PriorityView>(plan, "priorities", Filter.Search())
{
    public override bool OffersAsAt => true;
}

[AllowAnonymous]
public sealed class OneModel(PoliceActionPlanClient plan) : OnePage<PriorityView>(plan, "priorities");

public sealed class PriorityForm : EntryForm
{
    [Display(Name = "Title")]
    [Required(ErrorMessage = "Enter a title")]
    public string? Title { get; set; }

    [Display(Name = "Description")]
    public string? Description { get; set; }
}

[PageFor(Roles.PolicePlanLead)]
public sealed class EditModel(PoliceActionPlanClient plan) : EditPage<PriorityForm, PriorityView>(plan, "priorities")
{
    protected override string Address => "/police-action-plan/priorities";

    protected override PriorityForm FormFrom(PriorityView item) =>
        new()
        {
            Title = item.Title,
            Description = item.Description,
            Source = item.Source,
            Sharing = item.Sharing,
        };

    protected override object ToSend() =>
        new
        {
            Form.Reference,
            Form.Title,
            Form.Description,
            Form.KnownOn,
            Form.Source,
            Form.Confirmed,
            Form.Sharing,
        };
}

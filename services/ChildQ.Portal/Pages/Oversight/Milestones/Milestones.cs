using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.Portal.Pages.Oversight.Milestones;

/// <summary>An act of the response that no other register holds.</summary>
public sealed record MilestoneView(
    Guid Id,
    string Reference,
    DateOnly? On,
    string Workstream,
    string Title,
    string? Detail,
    DateOnly KnownOn,
    string? Source
) : IEntry;

[AllowAnonymous]
public sealed class IndexModel(OversightClient oversight) : RegisterPage<MilestoneView>(oversight, "milestones", Filter.Search())
{
    public override bool OffersAsAt => true;
}

[AllowAnonymous]
public sealed class OneModel(OversightClient oversight) : OnePage<MilestoneView>(oversight, "milestones");

public sealed class MilestoneForm : RegisteredForm
{
    [Display(Name = "Title")]
    [Required(ErrorMessage = "Enter a title")]
    public string? Title { get; set; }

    [Display(Name = "Date")]
    public DateOnly? On { get; set; }

    [Display(Name = "Workstream")]
    [Required(ErrorMessage = "Choose a workstream")]
    public string? Workstream { get; set; }

    [Display(Name = "Detail")]
    public string? Detail { get; set; }
}

[PageFor(Roles.Oversight)]
public sealed class EditModel(OversightClient oversight) : EditPage<MilestoneForm, MilestoneView>(oversight, "milestones")
{
    protected override string Address => "/oversight/milestones";

    protected override MilestoneForm FormFrom(MilestoneView item) =>
        new()
        {
            Title = item.Title,
            On = item.On,
            Workstream = item.Workstream,
            Detail = item.Detail,
            Source = item.Source,
        };

    protected override object ToSend() =>
        new
        {
            Form.Reference,
            Form.Title,
            Form.On,
            Form.Workstream,
            Form.Detail,
            Form.KnownOn,
            Form.Source,
            Form.Confirmed,
        };
}

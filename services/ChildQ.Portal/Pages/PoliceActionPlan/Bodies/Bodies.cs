using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Bodies;

/// <summary>A board, partnership or group with a part in the response.</summary>
public sealed record BodyView(
    Guid Id,
    string Reference,
    string Name,
    string? Purpose,
    string? Chair,
    IReadOnlyList<string> Members,
    string Cadence,
    string? ReportsTo,
    DateOnly? EstablishedOn,
    DateOnly? EndedOn,
    bool Ended,
    string? Workstream,
    DateOnly KnownOn,
    string? Source,
    string Sharing
) : IEntry;

[AllowAnonymous]
public sealed class IndexModel(PoliceActionPlanClient plan)
    : RegisterPage<BodyView>(plan, "bodies", Filter.Search(), new("workstream", "Workstream", Choice.Workstreams))
{
    public override bool OffersAsAt => true;
}

[AllowAnonymous]
public sealed class OneModel(PoliceActionPlanClient plan) : OnePage<BodyView>(plan, "bodies");

public sealed class BodyForm : EntryForm
{
    [Display(Name = "Name")]
    [Required(ErrorMessage = "Enter a name")]
    public string? Name { get; set; }

    [Display(Name = "Purpose")]
    public string? Purpose { get; set; }

    [Display(Name = "Chair", Description = "The post, or the public office-holder.")]
    public string? Chair { get; set; }

    [Display(Name = "Members", Description = "One on each line: organisations, posts or public office-holders.")]
    public string? Members { get; set; }

    [Display(Name = "How often it meets")]
    [Required(ErrorMessage = "Choose how often it meets")]
    public string? Cadence { get; set; }

    [Display(Name = "Reports to", Description = "The reference of a body, for example PAP-BOD-001.")]
    public string? ReportsTo { get; set; }

    [Display(Name = "Established on")]
    public DateOnly? EstablishedOn { get; set; }

    [Display(Name = "Ended on")]
    public DateOnly? EndedOn { get; set; }

    [Display(Name = "Workstream")]
    public string? Workstream { get; set; }

    public static IReadOnlyList<Choice> Cadences { get; } = Choice.Of("weekly", "fortnightly", "monthly", "once", "asNeeded", "notStated");
}

[PageFor(Roles.PolicePlanLead)]
public sealed class EditModel(PoliceActionPlanClient plan) : EditPage<BodyForm, BodyView>(plan, "bodies")
{
    protected override string Address => "/police-action-plan/bodies";

    protected override BodyForm FormFrom(BodyView item) =>
        new()
        {
            Name = item.Name,
            Purpose = item.Purpose,
            Chair = item.Chair,
            Members = Lines.Of(item.Members),
            Cadence = item.Cadence,
            ReportsTo = item.ReportsTo,
            EstablishedOn = item.EstablishedOn,
            EndedOn = item.EndedOn,
            Workstream = item.Workstream,
            Source = item.Source,
            Sharing = item.Sharing,
        };

    protected override object ToSend() =>
        new
        {
            Form.Reference,
            Form.Name,
            Form.Purpose,
            Form.Chair,
            Members = Lines.In(Form.Members),
            Form.Cadence,
            Form.ReportsTo,
            Form.EstablishedOn,
            Form.EndedOn,
            Form.Workstream,
            Form.KnownOn,
            Form.Source,
            Form.Confirmed,
            Form.Sharing,
        };
}

using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.Portal.Pages.Oversight.Workstreams;

/// <summary>One of the six parts of the response.</summary>
public sealed record WorkstreamView(
    Guid Id,
    string Reference,
    string Name,
    string? StrategicObjective,
    string? PoliticalLead,
    IReadOnlyList<string> Bodies,
    DateOnly KnownOn,
    string? Source
) : IEntry;

[AllowAnonymous]
public sealed class IndexModel(OversightClient oversight) : RegisterPage<WorkstreamView>(oversight, "workstreams", Filter.Search())
{
    public override bool OffersAsAt => true;
}

[AllowAnonymous]
public sealed class OneModel(OversightClient oversight) : OnePage<WorkstreamView>(oversight, "workstreams");

public sealed class WorkstreamForm : RegisteredForm
{
    [Display(Name = "Name")]
    [Required(ErrorMessage = "Enter a name")]
    public string? Name { get; set; }

    [Display(Name = "Strategic objective")]
    public string? StrategicObjective { get; set; }

    [Display(Name = "Political lead")]
    public string? PoliticalLead { get; set; }

    [Display(Name = "Bodies", Description = "Their references, one on each line.")]
    public string? Bodies { get; set; }
}

[PageFor(Roles.Oversight)]
public sealed class EditModel(OversightClient oversight) : EditPage<WorkstreamForm, WorkstreamView>(oversight, "workstreams")
{
    protected override string Address => "/oversight/workstreams";

    protected override WorkstreamForm FormFrom(WorkstreamView item) =>
        new()
        {
            Name = item.Name,
            StrategicObjective = item.StrategicObjective,
            PoliticalLead = item.PoliticalLead,
            Bodies = Lines.Of(item.Bodies),
            Source = item.Source,
        };

    protected override object ToSend() =>
        new
        {
            Form.Reference,
            Form.Name,
            Form.StrategicObjective,
            Form.PoliticalLead,
            Bodies = Lines.In(Form.Bodies),
            Form.KnownOn,
            Form.Source,
            Form.Confirmed,
        };
}

using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.Portal.Pages.Oversight.PublicAffairs;

/// <summary>An ask of national or London government, and its answer.</summary>
public sealed record PublicAffairView(
    Guid Id,
    string Reference,
    string Kind,
    DateOnly? On,
    string? MadeBy,
    string? AddressedTo,
    string Ask,
    string? Answer,
    string? Status,
    DateOnly KnownOn,
    string? Source
) : IEntry;

[AllowAnonymous]
public sealed class IndexModel(OversightClient oversight) : RegisterPage<PublicAffairView>(oversight, "public-affairs", Filter.Search())
{
    public override bool OffersAsAt => true;
}

[AllowAnonymous]
public sealed class OneModel(OversightClient oversight) : OnePage<PublicAffairView>(oversight, "public-affairs");

public sealed class PublicAffairForm : RegisteredForm
{
    [Display(Name = "Kind")]
    [Required(ErrorMessage = "Choose a kind")]
    public string? Kind { get; set; }

    [Display(Name = "Date")]
    public DateOnly? On { get; set; }

    [Display(Name = "Made by")]
    public string? MadeBy { get; set; }

    [Display(Name = "Addressed to")]
    public string? AddressedTo { get; set; }

    [Display(Name = "What was asked, or what it was about")]
    [Required(ErrorMessage = "Enter what was asked")]
    public string? Ask { get; set; }

    [Display(Name = "Answer")]
    public string? Answer { get; set; }

    [Display(Name = "What became of it")]
    public string? Status { get; set; }

    public static IReadOnlyList<Choice> Kinds { get; } = Choice.Of("letter", "petition", "meeting", "briefing", "commitment");

    public static IReadOnlyList<Choice> Statuses { get; } = Choice.Of("open", "met", "partlyMet", "refused", "noAnswer");
}

[PageFor(Roles.Oversight)]
public sealed class EditModel(OversightClient oversight) : EditPage<PublicAffairForm, PublicAffairView>(oversight, "public-affairs")
{
    protected override string Address => "/oversight/public-affairs";

    protected override PublicAffairForm FormFrom(PublicAffairView item) =>
        new()
        {
            Kind = item.Kind,
            On = item.On,
            MadeBy = item.MadeBy,
            AddressedTo = item.AddressedTo,
            Ask = item.Ask,
            Answer = item.Answer,
            Status = item.Status,
            Source = item.Source,
        };

    protected override object ToSend() =>
        new
        {
            Form.Reference,
            Form.Kind,
            Form.On,
            Form.MadeBy,
            Form.AddressedTo,
            Form.Ask,
            Form.Answer,
            Form.Status,
            Form.KnownOn,
            Form.Source,
            Form.Confirmed,
        };
}

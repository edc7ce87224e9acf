using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.Portal.Pages.Oversight.Findings;

/// <summary>One of the findings of the review.</summary>
public sealed record FindingView(Guid Id, string Reference, int Number, string Summary, DateOnly KnownOn, string? Source) : IEntry;

[AllowAnonymous]
public sealed class IndexModel(OversightClient oversight) : RegisterPage<FindingView>(oversight, "findings", Filter.Search())
{
    public override bool OffersAsAt => true;
}

[AllowAnonymous]
public sealed class OneModel(OversightClient oversight) : OnePage<FindingView>(oversight, "findings");

public sealed class FindingForm : RegisteredForm
{
    [Display(Name = "Number")]
    [Required(ErrorMessage = "Enter the number it has in the review")]
    public int? Number { get; set; }

    [Display(Name = "Summary")]
    [Required(ErrorMessage = "Enter the summary")]
    public string? Summary { get; set; }
}

[PageFor(Roles.Oversight)]
public sealed class EditModel(OversightClient oversight) : EditPage<FindingForm, FindingView>(oversight, "findings")
{
    protected override string Address => "/oversight/findings";

    protected override FindingForm FormFrom(FindingView item) =>
        new()
        {
            Number = item.Number,
            Summary = item.Summary,
            Source = item.Source,
        };

    protected override object ToSend() =>
        new
        {
            Form.Reference,
            Form.Number,
            Form.Summary,
            Form.KnownOn,
            Form.Source,
            Form.Confirmed,
        };
}

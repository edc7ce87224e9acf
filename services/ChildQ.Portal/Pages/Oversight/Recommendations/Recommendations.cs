using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.Portal.Pages.Oversight.Recommendations;

/// <summary>One of the recommendations of the review.</summary>
public sealed record RecommendationView(
    Guid Id,
    string Reference,
    int Number,
    string Text,
    bool TextEntered,
    IReadOnlyList<string> ResponsibleAgencies,
    DateOnly KnownOn,
    string? Source
) : IEntry;

[AllowAnonymous]
public sealed class IndexModel(OversightClient oversight) : RegisterPage<RecommendationView>(oversight, "recommendations", Filter.Search())
{
    public override bool OffersAsAt => true;
}

[AllowAnonymous]
public sealed class OneModel(OversightClient oversight) : OnePage<RecommendationView>(oversight, "recommendations");

public sealed class RecommendationForm : RegisteredForm
{
    [Display(Name = "Number")]
    [Required(ErrorMessage = "Enter the number it has in the review")]
    public int? Number { get; set; }

    [Display(Name = "Text", Description = "As the published review has it, word for word.")]
    [Required(ErrorMessage = "Enter the text")]
    public string? Text { get; set; }

    [Display(Name = "Is this the text of the published review?")]
    public bool? TextEntered { get; set; }

    [Display(Name = "Responsible agencies", Description = "One on each line.")]
    public string? ResponsibleAgencies { get; set; }
}

[PageFor(Roles.Oversight)]
public sealed class EditModel(OversightClient oversight) : EditPage<RecommendationForm, RecommendationView>(oversight, "recommendations")
{
    protected override string Address => "/oversight/recommendations";

    protected override RecommendationForm FormFrom(RecommendationView item) =>
        new()
        {
            Number = item.Number,
            Text = item.Text,
            TextEntered = item.TextEntered,
            ResponsibleAgencies = Lines.Of(item.ResponsibleAgencies),
            Source = item.Source,
        };

    protected override object ToSend() =>
        new
        {
            Form.Reference,
            Form.Number,
            Form.Text,
            Form.TextEntered,
            ResponsibleAgencies = Lines.In(Form.ResponsibleAgencies),
            Form.KnownOn,
            Form.Source,
            Form.Confirmed,
        };
}

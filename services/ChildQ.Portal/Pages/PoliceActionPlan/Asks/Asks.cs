using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Asks;

/// <summary>Something a letter asks for, followed until it is met or refused.</summary>
public sealed record AskView(
    Guid Id,
    string Reference,
    string Letter,
    string Text,
    string AskedOf,
    string Status,
    IReadOnlyList<OutcomeView> Outcomes,
    DateOnly KnownOn,
    string? Source,
    string Sharing
) : IEntry;

[AllowAnonymous]
public sealed class IndexModel(PoliceActionPlanClient plan)
    : RegisterPage<AskView>(plan, "asks", Filter.Search(), Filter.Words("status", "What became of it", OutcomeForm.Statuses))
{
    public override bool OffersAsAt => true;
}

[AllowAnonymous]
public sealed class OneModel(PoliceActionPlanClient plan) : OnePage<AskView>(plan, "asks");

public sealed class AskForm : EntryForm
{
    [Display(Name = "Letter")]
    [Required(ErrorMessage = "Choose the letter")]
    public string? Letter { get; set; }

    [Display(Name = "What it asks for")]
    [Required(ErrorMessage = "Enter what it asks for")]
    public string? Text { get; set; }

    [Display(Name = "Asked of")]
    [Required(ErrorMessage = "Enter of whom it is asked")]
    public string? AskedOf { get; set; }
}

[PageFor(Roles.PolicePlanLead)]
public sealed class EditModel(PoliceActionPlanClient plan) : EditPage<AskForm, AskView>(plan, "asks")
{
    protected override string Address => "/police-action-plan/asks";

    /// <summary>The letter it is added from.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Letter { get; set; }

    public IReadOnlyList<Choice> Letters { get; private set; } = [];

    private sealed record LetterName(string Reference, string Subject);

    protected override async Task ReadChoicesAsync(CancellationToken cancel)
    {
        Letters = await Client.ReadAsync<LetterName>("letters", x => (x.Reference, x.Subject), cancel);
        Form.Letter ??= Letter;
    }

    protected override AskForm FormFrom(AskView item) =>
        new()
        {
            Letter = item.Letter,
            Text = item.Text,
            AskedOf = item.AskedOf,
            Source = item.Source,
            Sharing = item.Sharing,
        };

    protected override object ToSend() =>
        new
        {
            Form.Reference,
            Form.Letter,
            Form.Text,
            Form.AskedOf,
            Form.KnownOn,
            Form.Source,
            Form.Confirmed,
            Form.Sharing,
        };
}

[PageFor(Roles.PolicePlanLead)]
public sealed class OutcomeModel(PoliceActionPlanClient plan) : OutcomePage<AskView>(plan, "asks")
{
    protected override string Address => $"/police-action-plan/asks/{Id}";
}

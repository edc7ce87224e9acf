using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Suppression;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Actions;

/// <summary>What an outcome measure came to on a day, as the service shows it.</summary>
public sealed record MeasureView(
    Guid Id,
    DateOnly On,
    decimal? Number,
    string? Unit,
    string? Words,
    bool Suppressed,
    string Source,
    DateOnly KnownOn,
    string? AddedBy,
    WithdrawalView? Withdrawn
)
{
    /// <summary>As a table writes it: small counts of people as the symbol for confidential.</summary>
    public string Value =>
        Suppressed ? $"{SuppressedCount.Symbol} {Unit}"
        : Number is { } number ? $"{number.ToString("#,0.####", CultureInfo.InvariantCulture)} {Unit}"
        : Words ?? "";
}

public sealed class MeasureForm
{
    [Display(Name = "Date of which it speaks", Description = "For example, 1 6 2022.")]
    [Required(ErrorMessage = "Enter the date of which it speaks")]
    public DateOnly? On { get; set; }

    [Display(Name = "Number", Description = "Or leave it empty and give words below.")]
    public decimal? Number { get; set; }

    [Display(Name = "What the number counts", Description = "For example, per cent, or residents.")]
    public string? Unit { get; set; }

    [Display(Name = "Is it a count of people?", Description = "Counts from 1 to 4 are kept and never shown.")]
    [Required(ErrorMessage = "Say whether it is a count of people")]
    public string? CountsPeople { get; set; }

    [Display(Name = "In words", Description = "Where the outcome is not a number.")]
    public string? Words { get; set; }

    [Display(Name = "Source", Description = "Where the value comes from.")]
    [Required(ErrorMessage = "Say where the value comes from")]
    public string? Source { get; set; }

    /// <summary>The writer has seen what was found, and says that it stays.</summary>
    public bool Confirmed { get; set; }

    public static IReadOnlyList<Choice> YesNo { get; } = [new("true", "Yes"), new("false", "No")];
}

[PageFor(Roles.PolicePlanLead, Roles.PolicePartner)]
public sealed class MeasureModel(PoliceActionPlanClient plan) : ActPage<MeasureForm, ActionView>(plan, "actions")
{
    protected override string Act => "measures";
    protected override string Address => $"/police-action-plan/actions/{Id}";
    protected override string Notice => "Value added.";

    protected override object ToSend() =>
        new
        {
            Form.On,
            Form.Number,
            Form.Unit,
            Form.Words,
            CountsPeople = Form.CountsPeople == "true",
            Form.Source,
            Form.Confirmed,
        };
}

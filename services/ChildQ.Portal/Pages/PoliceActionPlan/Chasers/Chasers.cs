using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Chasers;

/// <summary>A chaser that the service proposes for a letter without its reply.</summary>
public sealed record ChaserView(
    Guid Id,
    string Reference,
    string Letter,
    DateOnly ReplyDue,
    string From,
    string To,
    string Subject,
    string Draft,
    string Status,
    DateOnly? ClosedOn,
    string? SentAs,
    string? DismissedBecause,
    DateOnly KnownOn
);

[PageFor(Roles.PolicePlanLead)]
public sealed class IndexModel(PoliceActionPlanClient plan)
    : RegisterPage<ChaserView>(plan, "chasers", Filter.Words("status", "Status", Choice.Of("proposed", "sent", "dismissed")))
{
    public override bool OffersAsAt => true;
    public override bool OffersCsv => false;
}

[PageFor(Roles.PolicePlanLead)]
public sealed class OneModel(PoliceActionPlanClient plan) : OnePage<ChaserView>(plan, "chasers");

public sealed class SentForm
{
    [Display(Name = "Date it was sent", Description = "Leave empty if it was sent today.")]
    public DateOnly? On { get; set; }

    [Display(Name = "Text as it was sent")]
    [Required(ErrorMessage = "Enter the text as it was sent")]
    public string? Text { get; set; }

    [Display(Name = "Reply due", Description = "The day by which it asks for the reply, if it names one.")]
    public DateOnly? ReplyDue { get; set; }

    public bool Confirmed { get; set; }
}

[PageFor(Roles.PolicePlanLead)]
public sealed class SentModel(PoliceActionPlanClient plan) : ActPage<SentForm, ChaserView>(plan, "chasers")
{
    protected override string Act => "sent";
    protected override string Address => "/police-action-plan/chasers";
    protected override string Notice => "Recorded as sent: it is a letter of the thread.";

    protected override void Fill(ChaserView item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Form.Text = item.Draft;
    }
}

public sealed class DismissForm
{
    [Display(Name = "Why no chaser is sent")]
    [Required(ErrorMessage = "Say why no chaser is sent")]
    public string? Reason { get; set; }

    public bool Confirmed { get; set; }
}

[PageFor(Roles.PolicePlanLead)]
public sealed class DismissModel(PoliceActionPlanClient plan) : ActPage<DismissForm, ChaserView>(plan, "chasers")
{
    protected override string Act => "dismissal";
    protected override string Address => "/police-action-plan/chasers";
    protected override string Notice => "Dismissed.";
}

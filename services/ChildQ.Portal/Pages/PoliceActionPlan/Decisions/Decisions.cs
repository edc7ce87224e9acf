using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Pages.PoliceActionPlan.Meetings;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Decisions;

[AllowAnonymous]
public sealed class IndexModel(PoliceActionPlanClient plan)
    : RegisterPage<DecisionView>(plan, "decisions", Filter.Search(), new("body", "Body (reference)"), new("meeting", "Meeting (reference)"))
{
    public override bool OffersAsAt => true;
}

[AllowAnonymous]
public sealed class OneModel(PoliceActionPlanClient plan) : OnePage<DecisionView>(plan, "decisions");

/// <summary>Nothing is filled in: sending it is the act.</summary>
public sealed class PublishForm;

[PageFor(Roles.PolicePlanLead)]
public sealed class PublishModel(PoliceActionPlanClient plan) : ActPage<PublishForm, DecisionView>(plan, "decisions")
{
    protected override string Act => "publication";
    protected override string Address => $"/police-action-plan/decisions/{Id}";
    protected override string Notice => "Made public.";

    protected override object? ToSend() => null;
}

using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Pages.PoliceActionPlan.Meetings;
using ChildQ.Portal.Promises;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.Portal.Pages.PoliceActionPlan.BodyActions;

[AllowAnonymous]
public sealed class OneModel(PoliceActionPlanClient plan) : OnePage<BodyActionView>(plan, "body-actions");

[PageFor(Roles.PolicePlanLead)]
public sealed class ProgressModel(PoliceActionPlanClient plan) : ProgressPage<BodyActionView>(plan, "body-actions")
{
    protected override string Address => $"/police-action-plan/body-actions/{Id}";
}

[PageFor(Roles.PolicePlanLead)]
public sealed class DueDateModel(PoliceActionPlanClient plan) : DueDatePage<BodyActionView>(plan, "body-actions")
{
    protected override string Address => $"/police-action-plan/body-actions/{Id}";
}

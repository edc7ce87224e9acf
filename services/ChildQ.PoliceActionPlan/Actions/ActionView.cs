using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Promises;

namespace ChildQ.PoliceActionPlan.Actions;

/// <summary>An action as shown, as at a date.</summary>
/// <param name="Priority">Reference of the priority it stands under.</param>
public sealed record ActionView(
    Guid Id,
    string Reference,
    string Priority,
    string Title,
    string Commitment,
    IReadOnlyList<string> OwnerOrganisations,
    string? OutcomeMeasure,
    string? Baseline,
    string? Target,
    DateOnly? Start,
    string Workstream,
    DateOnly KnownOn,
    string? Source,
    SharingLevel Sharing,
    PromiseView Promise
)
{
    public static ActionView Of(PlanAction action, DateOnly asAt) =>
        new(
            action.Id,
            action.Reference,
            action.Priority,
            action.Title,
            action.Commitment,
            action.OwnerOrganisations,
            action.OutcomeMeasure,
            action.Baseline,
            action.Target,
            action.Start,
            action.Workstream,
            action.KnownOn,
            action.Source,
            action.Sharing,
            PromiseView.Of(action, asAt)
        );
}

using ChildQ.CommunityEngagement.Registers;
using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.CommunityEngagement.Activities;

/// <summary>An activity as shown, as at a date.</summary>
/// <param name="FacilitatedBy">The account of whoever runs it; shown to those who keep it only.</param>
/// <param name="Kept">The caller may change it.</param>
public sealed record ActivityView(
    Guid Id,
    string Reference,
    ActivityKind Kind,
    string Title,
    DateOnly? On,
    ActivityStatus Status,
    string? LedBy,
    string? ForWhom,
    bool? IndependentlyFacilitated,
    SharingLevel Sharing,
    string? FacilitatedBy,
    bool Kept,
    DateOnly KnownOn,
    string? Source
)
{
    internal static ActivityView Of(Activity a, CurrentUser user, DateOnly asAt)
    {
        var kept = user.Keeps(a);
        return new(
            a.Id,
            a.Reference,
            a.Kind,
            a.Title,
            a.OnAsAt(asAt),
            a.WasHeld(asAt) ? ActivityStatus.Held : ActivityStatus.Planned,
            a.LedBy,
            a.ForWhom,
            a.IndependentlyFacilitated,
            a.Sharing,
            kept ? a.FacilitatedBy : null,
            kept,
            a.KnownOn,
            a.Source
        );
    }
}

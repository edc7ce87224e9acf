using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.PoliceActionPlan;

/// <summary>Who may do what in police action planning (ACCESS.md). Reading is open to all, of what is public; see <c>RegisterQueries</c>.</summary>
public static class Can
{
    /// <summary>Put on record, correct, answer, publish.</summary>
    public static AuthorizationPolicy KeepRegisters { get; } = Policy.For(Roles.PolicePlanLead);

    /// <summary>A police partner only on the actions that their organisation owns.</summary>
    public static AuthorizationPolicy RecordProgress { get; } = Policy.For(Roles.PolicePlanLead, Roles.PolicePartner);

    /// <summary>A community partner only for the classes that their organisation speaks for; the lead on behalf of any, with a note.</summary>
    public static AuthorizationPolicy Endorse { get; } = Policy.For(Roles.PolicePlanLead, Roles.CommunityPartner);

    public static AuthorizationPolicy Import { get; } = Policy.For(Roles.DataLoader, Roles.PolicePlanLead);
}

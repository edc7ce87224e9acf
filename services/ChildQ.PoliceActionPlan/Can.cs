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

    /// <summary>Approve a version of the plan, or send it back: each co-chair for themselves.</summary>
    public static AuthorizationPolicy Ratify { get; } = Policy.For(Roles.CoChairCouncil, Roles.CoChairPolice);

    /// <summary>Comment on a version while it is being shaped.</summary>
    public static AuthorizationPolicy Comment { get; } = Policy.For(Roles.CommunityPartner);

    /// <summary>Comment on a draft of a protocol; the lead on behalf of a class of stakeholder.</summary>
    public static AuthorizationPolicy CommentOnProtocols { get; } = Policy.For(Roles.PolicePlanLead, Roles.CommunityPartner);

    /// <summary>Read what is said of drafts: boards, partners, councillors.</summary>
    public static AuthorizationPolicy ReadDrafts { get; } = Policy.For(Roles.PartnerReaders);

    /// <summary>What is for boards and partners and says nothing to anyone else.</summary>
    public static AuthorizationPolicy ReadPartnerLevel { get; } = Policy.For(Roles.PartnerReaders);

    public static AuthorizationPolicy Import { get; } = Policy.For(Roles.DataLoader, Roles.PolicePlanLead);
}

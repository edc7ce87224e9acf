using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.StaffSupport;

/// <summary>Who may do what in this service (ACCESS.md). No policy here lets a lead, oversight or operations near a booking.</summary>
public static class Can
{
    /// <summary>Staff and those who answer for them. Not police, nor other partners: where and when staff meet is not theirs to know.</summary>
    public static AuthorizationPolicy ReadSessions { get; } =
        Policy.For(Roles.Staff, Roles.StaffLead, Roles.Facilitator, Roles.Oversight, Roles.Councillor, Roles.Scrutiny);

    public static AuthorizationPolicy KeepSessions { get; } = Policy.For(Roles.StaffLead);

    /// <summary>How many people took part, as <see cref="ServiceDefaults.Suppression"/> lets it be shown.</summary>
    public static AuthorizationPolicy ReadCounts { get; } = Policy.For(Roles.StaffLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny);

    /// <summary>Book, give back, and see what is one's own.</summary>
    public static AuthorizationPolicy Book { get; } = Policy.For(Roles.Staff);

    /// <summary>See who comes to a session: let in here, and then only to sessions that they run.</summary>
    public static AuthorizationPolicy RunSessions { get; } = Policy.For(Roles.Facilitator);

    public static AuthorizationPolicy KeepSteps { get; } = Policy.For(Roles.StaffLead);

    public static AuthorizationPolicy Import { get; } = Policy.For(Roles.StaffLead, Roles.DataLoader);
}

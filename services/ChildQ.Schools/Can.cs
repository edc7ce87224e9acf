using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Sharing;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.Schools;

/// <summary>Who may do what in this service (ACCESS.md). A <c>school</c> user is let in and then sees their own school only.</summary>
public static class Can
{
    /// <summary>Those who see every school. Whoever else is let in sees one: <see cref="CurrentUser.School"/>.</summary>
    public static IReadOnlyList<string> SeeEverySchool { get; } =
    [Roles.SchoolsLead, Roles.SafeguardingLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny];

    /// <summary>Those who see every school's receipts: the safeguarding lead's work does not need them.</summary>
    public static IReadOnlyList<string> SeeEveryReceipt { get; } = [Roles.SchoolsLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny];

    public static AuthorizationPolicy ReadSchools { get; } = Policy.For([.. SeeEverySchool, Roles.School]);

    public static AuthorizationPolicy KeepSchools { get; } = Policy.For(Roles.SchoolsLead);

    public static AuthorizationPolicy ReadReceipts { get; } = Policy.For([.. SeeEveryReceipt, Roles.School]);

    /// <summary>A receipt is the school's own act: nobody acknowledges for it.</summary>
    public static AuthorizationPolicy AcknowledgeGuidance { get; } = Policy.For(Roles.School);

    /// <summary>Those who see the whole register of police visits. A school sees and keeps its own.</summary>
    public static IReadOnlyList<string> SeeEveryVisit { get; } = [Roles.SchoolsLead, Roles.SafeguardingLead];

    public static AuthorizationPolicy ReadVisits { get; } = NeverPolice([.. SeeEveryVisit, Roles.School]);

    public static AuthorizationPolicy KeepVisits { get; } = NeverPolice(Roles.SchoolsLead, Roles.School);

    /// <summary>The schools lead sees where a concern stands; notes and handlers are for the safeguarding lead.</summary>
    public static AuthorizationPolicy ReadConcerns { get; } = NeverPolice(Roles.SafeguardingLead, Roles.SchoolsLead);

    public static AuthorizationPolicy HandleConcerns { get; } = NeverPolice(Roles.SafeguardingLead);

    /// <summary>Those who read what every school heard, as far as it is shared with them. A school reads its own.</summary>
    public static IReadOnlyList<string> SeeEveryVoice { get; } = [Roles.SchoolsLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny];

    public static AuthorizationPolicy ReadVoice { get; } = NeverPolice([.. SeeEveryVoice, Roles.School]);

    public static AuthorizationPolicy KeepVoice { get; } = NeverPolice(Roles.SchoolsLead, Roles.School);

    public static AuthorizationPolicy ReadBoards { get; } = NeverPolice([.. SeeEveryVoice, Roles.School]);

    public static AuthorizationPolicy KeepBoards { get; } = NeverPolice(Roles.SchoolsLead, Roles.School);

    /// <summary>Who is trained in what, by school. A school reads its own; bookings are for itself and the schools lead.</summary>
    public static AuthorizationPolicy ReadTraining { get; } = NeverPolice([.. SeeEveryReceipt, Roles.School]);

    public static AuthorizationPolicy BookTraining { get; } = NeverPolice(Roles.SchoolsLead, Roles.School);

    public static AuthorizationPolicy KeepAdvocacy { get; } = Policy.For(Roles.SchoolsLead);

    /// <summary>The borough's figures by group; a school's own are for itself and the schools lead.</summary>
    public static AuthorizationPolicy ReadDisproportionality { get; } = NeverPolice([.. SeeEverySchool, Roles.School]);

    /// <summary>What compares schools is not for a school.</summary>
    public static AuthorizationPolicy ReadEverySchoolsProgress { get; } = Policy.For(SeeEveryReceipt);

    /// <summary>A school records for itself; the schools lead may on its behalf.</summary>
    public static AuthorizationPolicy RecordForSchool { get; } = Policy.For(Roles.SchoolsLead, Roles.School);

    public static AuthorizationPolicy KeepSteps { get; } = Policy.For(Roles.SchoolsLead);

    public static AuthorizationPolicy Import { get; } = Policy.For(Roles.SchoolsLead, Roles.DataLoader);

    /// <summary>Whoever speaks for police sees nothing of it, whatever else they hold.</summary>
    private static AuthorizationPolicy NeverPolice(params IEnumerable<string> roles) =>
        new AuthorizationPolicyBuilder(Policy.For(roles)).RequireAssertion(context => !SharingRules.IsPolice(context.User)).Build();
}

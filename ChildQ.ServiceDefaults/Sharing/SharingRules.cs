using System.Linq.Expressions;
using System.Security.Claims;
using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.ServiceDefaults.Sharing;

/// <summary>
/// Who may see what by its sharing level (DOMAIN.md rule 2, ACCESS.md). Applied in the query, so that what may not be seen
/// does not leave the database: <c>db.Insights.Where(SharingRules.VisibleTo&lt;Insight&gt;(user.Principal))</c>. Police wins: whoever
/// holds a police role sees nothing restricted, whatever else they hold, and no activity of their own either.
/// </summary>
public static class SharingRules
{
    private static readonly SharingLevel[] Everything = Enum.GetValues<SharingLevel>();
    private static readonly SharingLevel[] UpToPartners = [SharingLevel.Public, SharingLevel.Partners];
    private static readonly SharingLevel[] PublicOnly = [SharingLevel.Public];

    private static readonly string[] PartnerReaders = [.. Roles.PartnerReaders, Roles.School, Roles.Staff];

    /// <summary>Council roles that see restricted things counted, never the things themselves. Police plan leads count what they may read.</summary>
    private static readonly string[] CountReaders =
    [
        Roles.EngagementLead,
        Roles.Oversight,
        Roles.SchoolsLead,
        Roles.SafeguardingLead,
        Roles.StaffLead,
        Roles.CoChairCouncil,
    ];

    /// <summary>The levels this person may read, leaving aside activities they run themselves.</summary>
    public static IReadOnlyList<SharingLevel> LevelsFor(ClaimsPrincipal user) =>
        IsPolice(user) ? UpToPartners
        : HasAny(user, [Roles.EngagementLead]) ? Everything
        : HasAny(user, PartnerReaders) ? UpToPartners
        : PublicOnly;

    /// <summary>
    /// The levels of things that may stand inside a count shown to this person. Such a count passes suppression too
    /// (<see cref="Suppression.SmallNumbers"/>).
    /// </summary>
    public static IReadOnlyList<SharingLevel> CountedLevelsFor(ClaimsPrincipal user) =>
        !IsPolice(user) && HasAny(user, CountReaders) ? Everything : LevelsFor(user);

    /// <summary>Whether this person may read this one thing.</summary>
    public static bool MaySee(ClaimsPrincipal user, IShared thing) =>
        LevelsFor(user).Contains(thing.Sharing)
        || (
            thing is IFacilitated { FacilitatedBy: { } facilitator }
            && FacilitatorId(user) is { } id
            && string.Equals(facilitator, id, StringComparison.Ordinal)
        );

    /// <summary>A query filter for the things this person may read; with <see cref="IFacilitated"/>, those of their own activities too.</summary>
    public static Expression<Func<T, bool>> VisibleTo<T>(ClaimsPrincipal user)
        where T : class, IShared
    {
        var thing = Expression.Parameter(typeof(T), "thing");
        var may = IsOneOf(thing, LevelsFor(user));
        if (typeof(IFacilitated).IsAssignableFrom(typeof(T)) && FacilitatorId(user) is { } id)
        {
            var facilitator = Expression.Property(thing, nameof(IFacilitated.FacilitatedBy));
            may = Expression.OrElse(may, Expression.Equal(facilitator, Expression.Constant(id, typeof(string))));
        }
        return Expression.Lambda<Func<T, bool>>(may, thing);
    }

    /// <summary>A query filter for the things that may stand inside a count shown to this person.</summary>
    public static Expression<Func<T, bool>> CountableFor<T>(ClaimsPrincipal user)
        where T : class, IShared
    {
        var thing = Expression.Parameter(typeof(T), "thing");
        return Expression.Lambda<Func<T, bool>>(IsOneOf(thing, CountedLevelsFor(user)), thing);
    }

    /// <summary>A police role, or a word for a police organisation whatever the role.</summary>
    public static bool IsPolice(ClaimsPrincipal user) =>
        HasAny(user, Roles.Police)
        || user.FindAll("organisation").Any(claim => claim.Value.Split('-').Contains("police", StringComparer.OrdinalIgnoreCase));

    private static string? FacilitatorId(ClaimsPrincipal user) =>
        !IsPolice(user) && HasAny(user, [Roles.Facilitator]) ? user.FindFirst("sub")?.Value : null;

    private static bool HasAny(ClaimsPrincipal user, IEnumerable<string> roles) =>
        user.Identities.Any(identity => identity.IsAuthenticated) && roles.Any(user.IsInRole);

    // Equality with each level rather than an order of levels: right however the level is stored.
    private static BinaryExpression IsOneOf(ParameterExpression thing, IReadOnlyList<SharingLevel> levels) =>
        levels
            .Select(level => Expression.Equal(Expression.Property(thing, nameof(IShared.Sharing)), Expression.Constant(level)))
            .Aggregate((either, or) => Expression.OrElse(either, or));
}

using ChildQ.Contracts;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Sharing;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Voice;

/// <summary>Which views are asked for.</summary>
/// <param name="School">URN of a school.</param>
/// <param name="Theme">Reference of the coding frame.</param>
/// <param name="Unanswered">Only those that wait for an answer, or only those that have one.</param>
/// <param name="AsAt">London date: what was known then, and nothing later. Today unless said.</param>
public sealed record ListeningFilter(int? School, Word<Whose>? Whose, string? Theme, bool? Unanswered, DateOnly? AsAt);

internal static class ListeningQueries
{
    /// <summary>
    /// What this caller may read, as at a date. A school reads all of its own. The schools lead reads every school's, but for what was said in a
    /// safe space: that is for those who were there (DOMAIN.md, rule 2). Others read what is public or for partners; police nothing.
    /// </summary>
    public static IQueryable<Listening> ReadableBy(this IQueryable<Listening> all, CurrentUser user, DateOnly asAt)
    {
        var own = user.OwnSchool();
        var every = user.HasAny(Can.SeeEveryVoice) && !SharingRules.IsPolice(user.Principal);
        var lead = every && user.Has(Roles.SchoolsLead);
        return all.KnownAsAt(asAt)
            .Where(l =>
                l.Urn == own
                || (
                    every
                    && (
                        l.Sharing == SharingLevel.Public
                        || l.Sharing == SharingLevel.Partners
                        || (lead && l.Sharing == SharingLevel.CouncilOnly)
                    )
                )
            );
    }

    /// <summary>What may stand inside a count shown to this caller: of their own school everything, of others by their role.</summary>
    public static IQueryable<Listening> CountableFor(this IQueryable<Listening> all, CurrentUser user, DateOnly asAt)
    {
        var own = user.OwnSchool();
        var every = user.HasAny(Can.SeeEveryVoice) && !SharingRules.IsPolice(user.Principal);
        var levels = SharingRules.CountedLevelsFor(user.Principal).ToArray();
        return all.KnownAsAt(asAt)
            .Where(l => l.WithdrawnOn == null || l.WithdrawnOn > asAt)
            .Where(l => l.Urn == own || (every && levels.Contains(l.Sharing)));
    }

    public static IQueryable<Listening> Matching(this IQueryable<Listening> listenings, ListeningFilter filter, DateOnly asAt)
    {
        if (filter.School is { } urn)
        {
            listenings = listenings.Where(l => l.Urn == urn);
        }

        if (filter.Whose is { Value: var whose })
        {
            listenings = listenings.Where(l => l.Whose == whose);
        }

        if (!string.IsNullOrWhiteSpace(filter.Theme))
        {
            listenings = listenings.Where(l => l.Themes.Contains(filter.Theme));
        }

        return filter.Unanswered switch
        {
            true => listenings.Where(l => (l.WithdrawnOn == null || l.WithdrawnOn > asAt) && !l.Answers.Any(a => a.KnownOn <= asAt)),
            false => listenings.Where(l => l.Answers.Any(a => a.KnownOn <= asAt)),
            null => listenings,
        };
    }

    private static IQueryable<Listening> KnownAsAt(this IQueryable<Listening> all, DateOnly asAt) =>
        all.AsNoTracking().AsSplitQuery().Where(l => l.KnownOn <= asAt);
}

using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Sharing;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Correspondence;

/// <summary>
/// What answers a letter. A chaser asks again for the reply to the same letter: what answers the one answers the other, but a reply older than
/// a chaser does not answer that chaser.
/// </summary>
internal static class LetterReplies
{
    private const int LongestThread = 500;

    /// <summary>The replies to these letters, whoever of the partners may read them.</summary>
    public static async Task<List<Reply>> ToAsync(PoliceActionPlanDb db, CurrentUser user, IReadOnlyCollection<Letter> letters)
    {
        string[] awaited = [.. letters.Select(l => l.Awaits).Distinct(StringComparer.Ordinal)];
        var askedIn = await db
            .Letters.Where(l => awaited.Contains(l.Reference) || awaited.Contains(l.Chases))
            .Select(l => new { l.Reference, Awaits = l.Chases ?? l.Reference })
            .ToDictionaryAsync(l => l.Reference, l => l.Awaits, StringComparer.Ordinal);
        string[] asked = [.. askedIn.Keys];
        var answers = await db
            .Letters.NotRestricted()
            .AsNoTracking()
            .Where(l => l.InReplyTo != null && asked.Contains(l.InReplyTo))
            .ToListAsync();
        return
        [
            .. letters.SelectMany(letter =>
                answers
                    .Where(r => askedIn[r.InReplyTo!] == letter.Awaits)
                    .Where(r => letter.Chases is null || (r.On ?? r.KnownOn) >= (letter.On ?? letter.KnownOn))
                    .Select(r => new Reply(letter.Reference, r.Reference, r.On, r.KnownOn, SharingRules.MaySee(user.Principal, r)))
            ),
        ];
    }

    /// <summary>Those to which no reply was known by a date: the same rule, in SQL.</summary>
    public static IQueryable<Letter> Unanswered(this IQueryable<Letter> letters, PoliceActionPlanDb db, DateOnly asAt) =>
        letters.Where(l =>
            !db.Letters.Any(r =>
                (r.Sharing == SharingLevel.Public || r.Sharing == SharingLevel.Partners)
                && r.KnownOn <= asAt
                && db.Letters.Any(q => q.Reference == r.InReplyTo && (q.Chases ?? q.Reference) == (l.Chases ?? l.Reference))
                && (l.Chases == null || (r.On ?? r.KnownOn) >= (l.On ?? l.KnownOn))
            )
        );

    /// <summary>References of everything in a letter's thread, from its first letter on.</summary>
    public static async Task<HashSet<string>> ThreadAsync(PoliceActionPlanDb db, Letter letter)
    {
        var thread = new HashSet<string>([letter.Reference], StringComparer.Ordinal);
        string[] edge = [letter.Reference];
        while (edge.Length > 0 && thread.Count < LongestThread)
        {
            var near = await db
                .Letters.Where(l =>
                    edge.Contains(l.InReplyTo)
                    || edge.Contains(l.Chases)
                    || db.Letters.Any(e => edge.Contains(e.Reference) && (e.InReplyTo == l.Reference || e.Chases == l.Reference))
                )
                .Select(l => l.Reference)
                .ToListAsync();
            edge = [.. near.Where(thread.Add)];
        }

        return thread;
    }
}

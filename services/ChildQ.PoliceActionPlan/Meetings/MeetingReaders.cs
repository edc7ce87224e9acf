using System.Text;
using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Registers;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Meetings;

/// <summary>Something that a body did in a meeting: who may read it depends on the body (ACCESS.md, <c>board-member</c>).</summary>
public interface IOfBody
{
    /// <summary>Reference of the body; none for a meeting of people.</summary>
    string? Body { get; }
}

/// <summary>Who reads what bodies did: a board member of partner-level minutes those of their own body only.</summary>
internal static class MeetingReaders
{
    private static readonly string[] ReadersOfEveryBody = [.. Roles.PartnerReaders.Where(r => r != Roles.BoardMember)];

    /// <summary>What this caller may read, as at a date.</summary>
    public static async Task<IQueryable<T>> ReadableOfBodiesAsync<T>(this PoliceActionPlanDb db, CurrentUser user, DateOnly asAt)
        where T : Entity, IEntry, IOfBody
    {
        var readable = db.Set<T>().ReadableBy(user, asAt);
        if (!user.IsOnlyOnBoards())
        {
            return readable;
        }

        var own = await db.BodiesOfAsync(user);
        return readable.Where(e => e.Sharing == SharingLevel.Public || (e.Body != null && own.Contains(e.Body)));
    }

    /// <summary>Whether the caller reads partner-level minutes for no other reason than a seat on a body.</summary>
    public static bool IsOnlyOnBoards(this CurrentUser user) => user.Has(Roles.BoardMember) && !user.HasAny(ReadersOfEveryBody);

    /// <summary>References of the bodies on which the caller sits: claim <c>body</c>, a reference or the name in small letters with hyphens.</summary>
    public static async Task<string[]> BodiesOfAsync(this PoliceActionPlanDb db, CurrentUser user)
    {
        var claims = user.Principal.FindAll("body").Select(c => c.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (claims.Count == 0)
        {
            return [];
        }

        var bodies = await db.Bodies.Select(b => new { b.Reference, b.Name }).ToListAsync();
        return [.. bodies.Where(b => claims.Contains(b.Reference) || claims.Contains(Key(b.Name))).Select(b => b.Reference)];
    }

    /// <summary><c>police-action-plan-board</c> for "Police Action Plan Board".</summary>
    internal static string Key(string name)
    {
        var key = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                key.Append(char.ToLowerInvariant(c));
            }
            else if (key.Length > 0 && key[^1] != '-')
            {
                key.Append('-');
            }
        }

        return key.ToString().TrimEnd('-');
    }
}

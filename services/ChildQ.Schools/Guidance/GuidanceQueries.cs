using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Guidance;

/// <summary>Which receipts are asked for.</summary>
/// <param name="Q">Part of the school's name.</param>
/// <param name="Protocol">The protocol's id in police action planning: all its versions.</param>
/// <param name="Guidance">One published version.</param>
/// <param name="School">The school's URN.</param>
/// <param name="InForce">Only those of the version now in force, or only those of earlier ones.</param>
/// <param name="AsAt">London date: what was known then, and nothing later. Today unless said.</param>
public sealed record ReceiptFilter(
    string? Q,
    Guid? Protocol,
    Guid? Guidance,
    int? School,
    Word<ReceiptState>? State,
    bool? InForce,
    DateOnly? AsAt
);

internal static class GuidanceQueries
{
    /// <summary>The receipts this person may see: everyone's, or those of the school their token names, or none.</summary>
    public static IQueryable<GuidanceReceipt> VisibleTo(this IQueryable<GuidanceReceipt> receipts, CurrentUser user)
    {
        var (all, own) = (user.HasAny(Can.SeeEveryReceipt), user.School);
        return all ? receipts : receipts.Where(r => r.School.Urn == own);
    }

    /// <summary>The receipts that a <c>school</c> user may acknowledge: their own school's, whatever else they may see.</summary>
    public static IQueryable<GuidanceReceipt> OwnedBy(this IQueryable<GuidanceReceipt> receipts, CurrentUser user)
    {
        var own = user.School;
        return receipts.Where(r => r.School.Urn == own);
    }

    public static IQueryable<GuidanceReceipt> WithNames(this IQueryable<GuidanceReceipt> receipts) =>
        receipts.Include(r => r.Guidance).Include(r => r.School);

    public static IQueryable<GuidanceReceipt> Matching(this IQueryable<GuidanceReceipt> receipts, ReceiptFilter filter, DateOnly asAt)
    {
        receipts = receipts.Where(r => r.AwaitingSince <= asAt);
        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            receipts = receipts.Where(r => EF.Functions.ILike(r.School.Details.Name, $"%{Like.Escape(filter.Q.Trim())}%", @"\"));
        }

        if (filter.Protocol is { } protocol)
        {
            receipts = receipts.Where(r => r.Guidance.ProtocolId == protocol);
        }

        if (filter.Guidance is { } guidance)
        {
            receipts = receipts.Where(r => r.GuidanceId == guidance);
        }

        if (filter.School is { } urn)
        {
            receipts = receipts.Where(r => r.School.Urn == urn);
        }

        if (filter.InForce is { } inForce)
        {
            receipts = receipts.Where(r => (r.Guidance.SupersededOn == null || r.Guidance.SupersededOn > asAt) == inForce);
        }

        return filter.State?.Value switch
        {
            ReceiptState.Adopted => receipts.Where(r => r.AdoptionKnownOn <= asAt),
            ReceiptState.Acknowledged => receipts.Where(r =>
                r.AcknowledgedOn <= asAt && (r.AdoptionKnownOn == null || r.AdoptionKnownOn > asAt)
            ),
            ReceiptState.Awaiting => receipts.Where(r => r.AcknowledgedOn == null || r.AcknowledgedOn > asAt),
            _ => receipts,
        };
    }
}

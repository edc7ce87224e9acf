using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.PoliceActionPlan.Plan;

/// <summary>What was done with a version, as shown.</summary>
/// <param name="Role">That did it; for a voided approval the co-chair whose it was.</param>
/// <param name="ContentHash">Of the content as it was then.</param>
/// <param name="Meeting">Reference of the meeting at which it was done.</param>
public sealed record PlanActView(
    int Position,
    PlanActKind Kind,
    PlanStage Stage,
    string Role,
    DateOnly On,
    DateOnly KnownOn,
    string ContentHash,
    string? Meeting,
    string? Note
)
{
    internal static PlanActView Of(PlanAct a) =>
        new(a.Position, a.Kind, a.Stage, a.Role, a.On, a.KnownOn, a.ContentHash, a.Meeting, a.Note);
}

/// <summary>A version of the plan as shown, as at a date. Its words have an address of their own: <c>content</c>.</summary>
/// <param name="ContentHash">SHA-256 of the content as it stood: what a co-chair sends to approve it.</param>
/// <param name="ApprovedBy">Roles of the co-chairs whose approval of this content counted.</param>
/// <param name="AwaitedCoChairs">Roles of those who have yet to approve it.</param>
/// <param name="NotPublic">References of what in it is not public, and so keeps it from being put to the partnership.</param>
/// <param name="RatifiedOn">London date.</param>
public sealed record PlanVersionView(
    Guid Id,
    string Reference,
    int Number,
    PlanStage Stage,
    string ContentHash,
    IReadOnlyList<string> ApprovedBy,
    IReadOnlyList<string> AwaitedCoChairs,
    IReadOnlyList<string> NotPublic,
    DateOnly? RatifiedOn,
    IReadOnlyList<PlanActView> Acts,
    DateOnly KnownOn,
    SharingLevel Sharing
)
{
    private static readonly string[] CoChairs = [Roles.CoChairCouncil, Roles.CoChairPolice];

    public static PlanVersionView Of(PlanVersion version, DateOnly asAt)
    {
        var latest = version.LatestAsAt(asAt);
        var approvedBy = version.Approvals(asAt).Select(a => a.Role).ToList();
        return new(
            version.Id,
            version.Reference,
            version.Number,
            latest?.Stage ?? PlanStage.Draft,
            latest?.ContentHash ?? version.ContentHash,
            approvedBy,
            [.. CoChairs.Except(approvedBy, StringComparer.Ordinal)],
            version.NotPublic,
            version.RatifiedOn <= asAt ? version.RatifiedOn : null,
            [.. version.Acts.Where(a => a.KnownOn <= asAt).OrderBy(a => a.Position).Select(PlanActView.Of)],
            version.KnownOn,
            version.RatifiedOn <= asAt ? version.Sharing : SharingLevel.Partners
        );
    }
}

/// <summary>A comment as shown, as at a date.</summary>
/// <param name="About">Reference of the action or priority; none where it is about the whole.</param>
public sealed record PlanCommentView(
    Guid Id,
    string? About,
    string Text,
    string? Organisation,
    string ContentHash,
    DateOnly On,
    string? Answer,
    DateOnly? AnsweredOn
)
{
    internal static PlanCommentView Of(PlanComment c, DateOnly asAt)
    {
        var answered = c.AnsweredOn <= asAt;
        return new(c.Id, c.About, c.Text, c.Organisation, c.ContentHash, c.On, answered ? c.Answer : null, answered ? c.AnsweredOn : null);
    }
}

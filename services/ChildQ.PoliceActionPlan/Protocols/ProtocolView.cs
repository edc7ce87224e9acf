using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Registers;

namespace ChildQ.PoliceActionPlan.Protocols;

/// <summary>A protocol as shown, as at a date.</summary>
/// <param name="VersionNumber">The version that was worked on, or published last.</param>
/// <param name="PublishedVersion">The version in force; none before the first is published.</param>
/// <param name="PublishedOn">When that was published; none where the day is not known.</param>
/// <param name="PublishedDraft">Number of the text in force; none where its words are not held.</param>
/// <param name="InterimDraft">Number of the text of the interim guidance that is in force beside it; none where there is none.</param>
/// <param name="CurrentDraft">Number of the draft that is open for comment and endorsement; none for those who do not read drafts.</param>
/// <param name="AwaitedClasses">Those that have yet to endorse the current draft of the version that is worked on.</param>
/// <param name="Audience">Which schools it is for.</param>
/// <param name="Overdue">Past its due date and not published.</param>
/// <param name="Review">By when the version in force is to be reviewed; none where no date is on record.</param>
/// <param name="WorkingGroup">Everyone who had joined by then, those who had left included.</param>
/// <param name="Drafts">Oldest first. For those who do not read drafts: what was issued.</param>
/// <param name="Asks">Endorsements asked for; none for those who do not read drafts.</param>
public sealed record ProtocolView(
    Guid Id,
    string Reference,
    string Title,
    ProtocolKind Kind,
    ProtocolStatus Status,
    int VersionNumber,
    int? PublishedVersion,
    DateOnly? PublishedOn,
    int? PublishedDraft,
    bool Interim,
    int? InterimDraft,
    int? CurrentDraft,
    string? Aim,
    Audience Audience,
    bool Overdue,
    DueView DueDate,
    ReviewView? Review,
    IReadOnlyList<StakeholderClass> StakeholderClasses,
    IReadOnlyList<StakeholderClass> AwaitedClasses,
    IReadOnlyList<WorkingGroupMemberView> WorkingGroup,
    IReadOnlyList<DraftView> Drafts,
    IReadOnlyList<EndorsementAskView> Asks,
    IReadOnlyList<EndorsementView> Endorsements,
    IReadOnlyList<ProtocolStageView> Stages,
    DateOnly KnownOn,
    string? Source,
    SharingLevel Sharing
)
{
    public static ProtocolView Of(Protocol p, DateOnly asAt, bool readsDrafts)
    {
        var stage = p.StageAsAt(asAt);
        var version = stage?.VersionNumber ?? 1;
        var stages = p.Stages.Where(s => s.KnownOn <= asAt).OrderBy(s => s.Position).ToList();
        var endorsements = p.Endorsements.Where(e => e.KnownOn <= asAt).OrderBy(e => e.RecordedAt).ToList();
        var current = p.CurrentDraftAsAt(asAt);
        var (inForce, interim) = (p.InForceAsAt(asAt), p.InterimAsAt(asAt));
        return new(
            p.Id,
            p.Reference,
            p.Title,
            p.Kind,
            stage?.Status ?? ProtocolStatus.Revising,
            version,
            inForce?.VersionNumber,
            inForce?.On,
            inForce?.Draft,
            interim is not null,
            interim?.Draft,
            readsDrafts && stage?.Status != ProtocolStatus.Published ? current?.Number : null,
            p.Aim,
            p.Audience,
            p.IsOverdue(asAt),
            DueView.Of(p, asAt),
            ReviewView.Of(p, asAt),
            p.StakeholderClasses,
            [
                .. p.StakeholderClasses.Where(c =>
                    stage?.Status != ProtocolStatus.Published
                    && (current is null || !endorsements.Exists(e => e.Class == c && e.Draft == current.Number))
                ),
            ],
            [
                .. p
                    .WorkingGroup.Where(m => m.KnownOn <= asAt)
                    .OrderBy(m => m.Class)
                    .ThenBy(m => m.JoinedOn)
                    .ThenBy(m => m.Organisation, StringComparer.Ordinal)
                    .Select(m => WorkingGroupMemberView.Of(m, asAt)),
            ],
            [
                .. p
                    .Drafts.Where(d => readsDrafts ? d.KnownOn <= asAt : p.IsIssuedAsAt(d.Number, asAt))
                    .OrderBy(d => d.Number)
                    .Select(d => DraftView.Of(p, d, asAt)),
            ],
            readsDrafts
                ? [.. p.Asks.Where(a => a.AskedOn <= asAt).OrderBy(a => a.RecordedAt).Select(a => EndorsementAskView.Of(p, a, asAt))]
                : [],
            endorsements.ConvertAll(e => EndorsementView.Of(p, e, asAt)),
            stages.ConvertAll(s => new ProtocolStageView(s.Status, s.VersionNumber, s.Draft, s.On, s.KnownOn)),
            p.KnownOn,
            p.Source,
            p.Sharing
        );
    }

    /// <summary>As whoever keeps it sees it.</summary>
    internal static ProtocolView ForLead(Protocol p, DateOnly today) => Of(p, today, readsDrafts: true);
}

internal static class DraftReaders
{
    /// <summary>Boards, partners and councillors read drafts before they are issued; everyone else what was issued.</summary>
    public static bool ReadsDrafts(this CurrentUser user) => user.HasAny(Roles.PartnerReaders);
}

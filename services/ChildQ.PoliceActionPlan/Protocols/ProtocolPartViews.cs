using ChildQ.ServiceDefaults.Promises;

namespace ChildQ.PoliceActionPlan.Protocols;

/// <summary>One numbered text, without its words: they have an address of their own.</summary>
/// <param name="Hash">SHA-256 of title, empty line and text: what a class of stakeholder sends to endorse it.</param>
/// <param name="Interim">Issued as interim guidance.</param>
/// <param name="Published">Published.</param>
/// <param name="InForce">It is what holds now: published, or interim guidance, and nothing later was issued in its place.</param>
/// <param name="EndorsedBy">Classes of stakeholder that endorsed this very text.</param>
public sealed record DraftView(
    int Number,
    int VersionNumber,
    string Title,
    string Hash,
    string? WhatChanged,
    DateOnly On,
    DateOnly KnownOn,
    bool Interim,
    bool Published,
    bool InForce,
    IReadOnlyList<StakeholderClass> EndorsedBy
)
{
    internal static DraftView Of(Protocol p, ProtocolDraft d, DateOnly asAt)
    {
        bool Issued(ProtocolStatus status) => p.Stages.Any(s => s.Draft == d.Number && s.Status == status && s.KnownOn <= asAt);
        return new(
            d.Number,
            d.VersionNumber,
            d.Title,
            d.Hash,
            d.WhatChanged,
            d.On,
            d.KnownOn,
            Issued(ProtocolStatus.Interim),
            Issued(ProtocolStatus.Published),
            p.InForceAsAt(asAt)?.Draft == d.Number || p.InterimAsAt(asAt)?.Draft == d.Number,
            [.. p.Endorsements.Where(e => e.Draft == d.Number && e.KnownOn <= asAt).Select(e => e.Class).Order()]
        );
    }
}

/// <summary>An endorsement as shown.</summary>
/// <param name="Draft">Number of the draft that was endorsed; 0 where it was before drafts were kept here.</param>
/// <param name="Organisation">Who endorsed for the class; none where the lead recorded it on their behalf.</param>
/// <param name="Counts">It is of the latest draft of the version; one of an older text stays in view and does not count.</param>
public sealed record EndorsementView(
    StakeholderClass Class,
    int VersionNumber,
    int Draft,
    string DraftHash,
    string? Organisation,
    string? Note,
    DateOnly On,
    bool Counts
)
{
    internal static EndorsementView Of(Protocol p, Endorsement e, DateOnly asAt)
    {
        var latest = p.Drafts.Where(d => d.VersionNumber == e.VersionNumber && d.KnownOn <= asAt).MaxBy(d => d.Number);
        return new(e.Class, e.VersionNumber, e.Draft, e.Hash, e.Organisation, e.Note, e.On, e.Draft == (latest?.Number ?? 0));
    }
}

/// <summary>That a class of stakeholder was asked to endorse a draft.</summary>
/// <param name="AnswerBy">London date.</param>
public sealed record EndorsementAskView(StakeholderClass Class, int Draft, DateOnly AskedOn, DateOnly AnswerBy, AskState State)
{
    internal static EndorsementAskView Of(Protocol p, EndorsementAsk a, DateOnly asAt) =>
        new(a.Class, a.Draft, a.AskedOn, a.AnswerBy, p.StateOf(a, asAt));
}

/// <summary>Where a version stood from a date on.</summary>
/// <param name="Draft">Number of the draft that was issued; none where none was, or its words are not held.</param>
public sealed record ProtocolStageView(ProtocolStatus Status, int VersionNumber, int? Draft, DateOnly? On, DateOnly KnownOn);

/// <summary>An organisation that speaks, or spoke, for a class of stakeholder in the working group.</summary>
/// <param name="LeftOn">London date; none while it is in the group.</param>
public sealed record WorkingGroupMemberView(Guid Id, StakeholderClass Class, string Organisation, DateOnly JoinedOn, DateOnly? LeftOn)
{
    internal static WorkingGroupMemberView Of(WorkingGroupMember m, DateOnly asAt) =>
        new(m.Id, m.Class, m.Organisation, m.JoinedOn, m.LeavingKnownOn <= asAt ? m.LeftOn : null);
}

/// <summary>By when the version in force is to be reviewed.</summary>
/// <param name="FirstOn">As set when it was published.</param>
/// <param name="Overdue">Past that date, and no later version begun.</param>
public sealed record ReviewView(int VersionNumber, DateOnly FirstOn, DateOnly On, bool Overdue, IReadOnlyList<DueDateMoveView> Moves)
{
    internal static ReviewView? Of(Protocol p, DateOnly asAt)
    {
        var version = p.InForceAsAt(asAt)?.VersionNumber;
        var dates = p.ReviewDates.Where(r => r.VersionNumber == version && r.KnownOn <= asAt).OrderBy(r => r.Position).ToList();
        return dates.Count == 0
            ? null
            : new(
                dates[0].VersionNumber,
                dates[0].On,
                dates[^1].On,
                p.IsReviewOverdue(asAt),
                [.. dates.Zip(dates.Skip(1), (was, now) => new DueDateMoveView(was.On, now.On, now.Reason!, now.KnownOn))]
            );
    }
}

using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Bodies;
using ChildQ.PoliceActionPlan.Correspondence;
using ChildQ.PoliceActionPlan.Meetings;
using ChildQ.PoliceActionPlan.Plan;
using ChildQ.PoliceActionPlan.Protocols;
using ChildQ.PoliceActionPlan.Tracker;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.ServiceDefaults.Registers;

namespace ChildQ.PoliceActionPlan.Packs;

/// <summary>
/// What a body needs before it on one go, as at a date: made from the registers, nothing typed for it and nothing later in it. A pack lies on a
/// table at which police sit: whoever asks for it, it holds nothing that only the council may read.
/// </summary>
/// <param name="AsAt">London date.</param>
/// <param name="Meeting">The next meeting known by then, with its agenda; none where none was planned.</param>
/// <param name="LastMeeting">The last that was known to have been held, with what it decided; none before the first.</param>
/// <param name="Since">What has moved is counted from the day of the last meeting on; none before the first.</param>
/// <param name="Arising">Actions arising from the body's meetings that are neither done nor stopped.</param>
/// <param name="DueDatesMoved">Of what is not done, the due dates that are not the first ones.</param>
/// <param name="Letters">Those whose reply is awaited or overdue.</param>
/// <param name="Commitments">What others have bound themselves to and not met.</param>
/// <param name="Protocols">Those that are being worked on.</param>
/// <param name="Version">The version of the plan that is before the body: the newest known by then.</param>
public sealed record PackView(
    DateOnly AsAt,
    BodyView Body,
    MeetingView? Meeting,
    PackMinutes? LastMeeting,
    DateOnly? Since,
    IReadOnlyList<PackArising> Arising,
    TrackerCounts Counts,
    IReadOnlyList<PackPriority> Priorities,
    IReadOnlyList<PackMovedDate> DueDatesMoved,
    IReadOnlyList<PackLetter> Letters,
    IReadOnlyList<CommitmentView> Commitments,
    IReadOnlyList<PackProtocol> Protocols,
    PlanVersionView? Version
);

/// <summary>A meeting that was held, and what it decided.</summary>
public sealed record PackMinutes(MeetingView Meeting, IReadOnlyList<DecisionView> Decisions);

/// <summary>An action arising. Where it is an action of the plan, status and due date are that action's.</summary>
/// <param name="Owner">Post or organisation; for an action of the plan its owners' keys.</param>
public sealed record PackArising(
    string Reference,
    string Meeting,
    string Title,
    string? Owner,
    string? PlanAction,
    PromiseStatus Status,
    string? StatusNote,
    DateOnly? FirstDue,
    DateOnly? Due,
    int DaysLate
);

/// <summary>A priority with its actions.</summary>
/// <param name="Reference">None for actions whose priority the reader may not see.</param>
public sealed record PackPriority(string? Reference, string? Title, TrackerCounts Counts, IReadOnlyList<PackAction> Actions);

/// <summary>An action of the plan, and what moved since the last meeting.</summary>
/// <param name="DaysLate">Days past its due date, neither done nor stopped; 0 where it is not late.</param>
/// <param name="Moved">Progress known since, oldest first.</param>
/// <param name="Evidence">Evidence known since, oldest first.</param>
public sealed record PackAction(
    string Reference,
    string Title,
    IReadOnlyList<string> Owners,
    PromiseStatus Status,
    DateOnly? StatusOn,
    string? StatusNote,
    DateOnly? FirstDue,
    DateOnly? Due,
    string? DueText,
    int DaysLate,
    IReadOnlyList<ProgressView> Moved,
    IReadOnlyList<EvidenceView> Evidence
);

/// <summary>A due date that is not the first one: both, and every move with its reason.</summary>
/// <param name="Kind">What it is of.</param>
public sealed record PackMovedDate(
    PackDated Kind,
    string Reference,
    string Title,
    DateOnly? FirstDue,
    DateOnly? Due,
    IReadOnlyList<DueDateMoveView> Moves
);

/// <summary>What a due date is of.</summary>
public enum PackDated
{
    Action,
    Arising,
    Commitment,
    Protocol,
}

/// <summary>A letter whose reply has not come, with what it asks and what it commits to.</summary>
public sealed record PackLetter(LetterView Letter, IReadOnlyList<AskView> Asks, IReadOnlyList<CommitmentView> Commitments);

/// <summary>A protocol that is being worked on.</summary>
/// <param name="AwaitedClasses">Classes of stakeholder that have yet to endorse the version.</param>
public sealed record PackProtocol(
    string Reference,
    string Title,
    ProtocolKind Kind,
    ProtocolStatus Status,
    int VersionNumber,
    IReadOnlyList<StakeholderClass> AwaitedClasses,
    DueView DueDate,
    int DaysLate
);

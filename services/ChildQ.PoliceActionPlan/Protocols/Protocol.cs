using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.PoliceActionPlan.Protocols;

/// <summary>What a protocol says of itself, as written or rewritten.</summary>
/// <param name="StakeholderClasses">Those whose endorsement it needs before it is published.</param>
/// <param name="Due">As first promised; afterwards it moves only with a reason.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
/// <param name="Audience">Which schools it is for. Every school unless said; left as it is where a correction says nothing of it.</param>
public sealed record ProtocolText(
    string? Reference,
    [property: FreeText] string? Title,
    ProtocolKind? Kind,
    [property: FreeText] string? Aim,
    DateOnly? Due,
    IReadOnlyList<StakeholderClass>? StakeholderClasses,
    DateOnly? KnownOn,
    [property: FreeText] string? Source,
    SharingLevel? Sharing,
    bool Confirmed = false,
    Audience? Audience = null
) : IEntryText, IFreeText;

/// <summary>
/// A protocol or guidance: drafted with a working group, each draft open for comment, endorsed by each class of stakeholder, published in
/// versions and reviewed. What is published stays as it is; work goes on in the next version. Interim guidance may be issued meanwhile,
/// without endorsement. Its parts: working group, drafting, endorsing, issuing.
/// </summary>
public sealed partial class Protocol : DatedEntry
{
    private Protocol() { }

    public string Title { get; private set; } = "";

    public ProtocolKind Kind { get; private set; }

    public string? Aim { get; private set; }

    /// <summary>Which schools it is for: they are sent what is issued of it.</summary>
    public Audience Audience { get; private set; }

    public List<StakeholderClass> StakeholderClasses { get; private set; } = [];

    /// <summary>The version that is worked on, or was published last; from 1.</summary>
    public int VersionNumber { get; private set; } = 1;

    /// <summary>The latest status: derived from <see cref="Stages"/>, kept beside it so that lists can filter by it.</summary>
    public ProtocolStatus Status { get; private set; }

    /// <summary>Puts the work on a protocol on record.</summary>
    public static Result<Protocol> Start(ProtocolText text, DateOnly today, DateTimeOffset now)
    {
        var protocol = new Protocol();
        return protocol
            .Write(text, new Check().ForNew(text, today))
            .With(() =>
            {
                protocol.Enter(text, today);
                protocol.FirstPromise(text.Due);
                protocol.Enters(ProtocolStatus.Revising, null, null, protocol.KnownOn, now);
                protocol.RaiseRecorded($"Work on {protocol.KindWord} begun: {protocol.Title}", null, protocol.KnownOn);
                return protocol;
            });
    }

    /// <summary>Corrects the words of a version that is not published. The due date is not among them: it moves with a reason.</summary>
    public Result Correct(ProtocolText text)
    {
        var dropped = StakeholderClasses.Except(text.StakeholderClasses ?? []).ToList();
        var check = new Check()
            .ForCorrection(text, this)
            .That(
                Status != ProtocolStatus.Published || Says(text),
                "protocol/published",
                "What is published stays as it is: start a new version."
            )
            // Else a class that does not endorse could be left out to publish without it.
            .That(
                !dropped.Exists(c => _asks.Exists(a => a.Class == c && IsOfThisVersion(a.Draft))),
                "protocol/class-asked",
                "A class of stakeholder that has been asked to endorse this version stays among those that must.",
                "stakeholderClasses"
            )
            // What was endorsed was endorsed for the schools that it was for.
            .That(
                SaysAudience(text) || CurrentDraft is not { } draft || !_endorsements.Exists(e => e.Draft == draft.Number),
                "protocol/audience-endorsed",
                "The latest draft has been endorsed for the schools that it is for. Write the next draft first, to be endorsed for others.",
                "audience"
            );
        var written = Write(text, check);
        if (written.IsOk && Reenter(text))
        {
            RaiseRecorded($"Work on {KindWord}: {Title}", null, KnownOn);
        }

        return written;
    }

    public bool IsOverdue(DateOnly asAt) => DueAsAt(asAt) < asAt && StageAsAt(asAt)?.Status != ProtocolStatus.Published;

    /// <summary>What a row of a file says of its due date: the one on record, or it needs a reason.</summary>
    internal Result HasDue(DateOnly? due) => SameDue(due);

    protected override bool IsSettled => Status == ProtocolStatus.Published;

    protected override void RaiseDueMoved(DateOnly on) => RaiseRecorded($"Due date moved: {Title}", on, on);

    private string Path => $"/police-action-plan/protocols/{Id}";

    private string KindWord => Kind == ProtocolKind.Guidance ? "guidance" : "a protocol";

    private bool IsOfThisVersion(int draft) => _drafts.Exists(d => d.Number == draft && d.VersionNumber == VersionNumber);

    private void RaiseRecorded(string headline, DateOnly? on, DateOnly knownOn) =>
        Raise(new ProtocolRecorded(Id, Reference, headline, on, knownOn, Workstreams.PoliceTrustAndConfidence, Sharing, Path));

    private bool Says(ProtocolText text) =>
        (Title, Kind, Aim) == (text.Title, text.Kind, text.Aim)
        && StakeholderClasses.SequenceEqual(text.StakeholderClasses ?? [])
        && SaysAudience(text);

    private bool SaysAudience(ProtocolText text) => (text.Audience ?? Audience) == Audience;

    private Result Write(ProtocolText text, Check check)
    {
        var classes = text.StakeholderClasses ?? [];
        check
            .Text(text.Title, "title", 250)
            .That(text.Kind is not null, "input/required", "Say whether it is a protocol or guidance.", "kind")
            .OptionalText(text.Aim, "aim")
            .That(classes.Distinct().Count() == classes.Count, "list/twice", "Each may be there once only.", "stakeholderClasses");
        if (check.Failed)
        {
            return check.Result;
        }

        (Title, Kind, Aim, StakeholderClasses) = (text.Title!, text.Kind!.Value, text.Aim, [.. classes]);
        Audience = text.Audience ?? Audience;
        return Result.Ok;
    }
}

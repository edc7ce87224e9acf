using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;

namespace ChildQ.PoliceActionPlan.Protocols;

/// <summary>What a protocol says of itself, as written or rewritten.</summary>
/// <param name="StakeholderClasses">Those whose endorsement it needs before it is published.</param>
/// <param name="Due">As first promised; afterwards it moves only with a reason.</param>
public sealed record ProtocolText(
    string? Reference,
    string? Title,
    ProtocolKind? Kind,
    string? Aim,
    DateOnly? Due,
    IReadOnlyList<StakeholderClass>? StakeholderClasses,
    DateOnly? KnownOn,
    string? Source,
    SharingLevel? Sharing
) : IEntryText;

/// <summary>
/// A protocol or guidance: revised by a working group, endorsed by each class of stakeholder, published in versions. What is published
/// stays as it is; work goes on in the next version. Interim guidance may be issued meanwhile, without endorsement.
/// </summary>
public sealed class Protocol : DatedEntry
{
    private readonly List<WorkingGroupMember> _workingGroup = [];
    private readonly List<Endorsement> _endorsements = [];
    private readonly List<ProtocolStage> _stages = [];

    private Protocol() { }

    public string Title { get; private set; } = "";

    public ProtocolKind Kind { get; private set; }

    public string? Aim { get; private set; }

    public List<StakeholderClass> StakeholderClasses { get; private set; } = [];

    /// <summary>The version that is worked on, or was published last; from 1.</summary>
    public int VersionNumber { get; private set; } = 1;

    /// <summary>The latest status: derived from <see cref="Stages"/>, kept beside it so that lists can filter by it.</summary>
    public ProtocolStatus Status { get; private set; }

    public IReadOnlyList<WorkingGroupMember> WorkingGroup => _workingGroup;

    public IReadOnlyList<Endorsement> Endorsements => _endorsements;

    public IReadOnlyList<ProtocolStage> Stages => _stages;

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
                protocol.Enters(ProtocolStatus.Revising, null, protocol.KnownOn, now);
                protocol.RaiseRecorded($"Work on {protocol.KindWord} begun: {protocol.Title}", null, protocol.KnownOn);
                return protocol;
            });
    }

    /// <summary>Corrects the words of a version that is not published. The due date is not among them: it moves with a reason.</summary>
    public Result Correct(ProtocolText text)
    {
        var check = new Check()
            .ForCorrection(text, this)
            .That(
                Status != ProtocolStatus.Published || Says(text),
                "protocol/published",
                "What is published stays as it is: start a new version."
            );
        var written = Write(text, check);
        if (written.IsOk && Reenter(text))
        {
            RaiseRecorded($"Work on {KindWord}: {Title}", null, KnownOn);
        }

        return written;
    }

    /// <summary>Says who speaks for which class in the working group.</summary>
    public Result Convene(IReadOnlyList<WorkingGroupMember> members, DateTimeOffset now)
    {
        var check = new Check()
            .Names([.. members.Select(m => $"{m.Class} {m.Organisation}")], "members")
            .That(
                members.All(m => !string.IsNullOrWhiteSpace(m.Organisation)),
                "input/required",
                "Name the organisation of each member of the working group.",
                "members"
            );
        if (check.Failed)
        {
            return check.Result;
        }

        _workingGroup.RemoveAll(m => !members.Any(m.IsSame));
        _workingGroup.AddRange(members.Where(m => !_workingGroup.Exists(m.IsSame)));
        AppendedAt = now;
        return Result.Ok;
    }

    /// <summary>Whether an organisation speaks for a class of stakeholder in the working group.</summary>
    public bool SpeaksFor(string? organisation, StakeholderClass stakeholder) =>
        organisation is not null && _workingGroup.Exists(m => m.Class == stakeholder && m.Organisation == organisation);

    /// <summary>A class of stakeholder endorses the version that is worked on.</summary>
    /// <param name="stakeholder">For whom.</param>
    /// <param name="organisation">The organisation that endorses for them; none where the lead records it on their behalf.</param>
    /// <param name="note">How it came about; needed on behalf.</param>
    /// <param name="on">London date; today unless said.</param>
    /// <param name="today">In London.</param>
    /// <param name="now">The instant.</param>
    public Result Endorse(
        StakeholderClass stakeholder,
        string? organisation,
        string? note,
        DateOnly? on,
        DateOnly today,
        DateTimeOffset now
    )
    {
        var check = new Check()
            .OptionalText(note, "note", 2000)
            .That(Status != ProtocolStatus.Published, "protocol/published", "This version is published: it needs no more endorsement.")
            .That(
                StakeholderClasses.Contains(stakeholder),
                "endorsement/not-asked",
                "The endorsement of this class of stakeholder is not asked for.",
                "class"
            )
            .That(!IsEndorsedBy(stakeholder), "endorsement/given-already", "This class of stakeholder has endorsed this version.", "class")
            .That(
                organisation is not null || !string.IsNullOrWhiteSpace(note),
                "endorsement/no-note",
                "Say how they endorsed it: you record it on their behalf.",
                "note"
            )
            .That(
                organisation is null || SpeaksFor(organisation, stakeholder),
                "endorsement/not-your-class",
                "Your organisation does not speak for this class of stakeholder in the working group.",
                "class"
            )
            .That(on is null || on <= today, "endorsement/in-the-future", "It cannot have been endorsed on a later day.", "on");
        if (check.Failed)
        {
            return check.Result;
        }

        _endorsements.Add(
            new()
            {
                Class = stakeholder,
                VersionNumber = VersionNumber,
                Organisation = organisation,
                Note = note,
                On = on ?? today,
                RecordedAt = now,
            }
        );
        AppendedAt = now;
        RaiseRecorded($"Endorsed by {stakeholder.InWords()}: {Title}", on ?? today, on ?? today);
        return Result.Ok;
    }

    /// <summary>Issues interim guidance while the version is being revised. It needs no endorsement.</summary>
    /// <param name="on">London date; none where it is not known.</param>
    /// <param name="today">In London.</param>
    /// <param name="now">The instant.</param>
    /// <param name="knownOn">From when it was known; <paramref name="on"/>, or today, unless said.</param>
    public Result IssueInterim(DateOnly? on, DateOnly today, DateTimeOffset now, DateOnly? knownOn = null)
    {
        var check = new Check()
            .That(Status != ProtocolStatus.Published, "protocol/published", "This version is published: interim guidance comes before.")
            .That(Status != ProtocolStatus.Interim, "protocol/interim-already", "Interim guidance has been issued for this version.")
            .And(NotInTheFuture(on, today));
        if (check.Failed)
        {
            return check.Result;
        }

        var stage = Enters(ProtocolStatus.Interim, on, knownOn ?? on ?? today, now);
        Raise(
            new InterimGuidanceIssued(
                Id,
                Reference,
                Headline.Of("Interim guidance issued", Title),
                on,
                stage.KnownOn,
                Workstreams.PoliceTrustAndConfidence,
                Sharing,
                Path
            )
        );
        return Result.Ok;
    }

    /// <summary>Publishes the version that is worked on, once every class of stakeholder has endorsed it. It is public from then on.</summary>
    /// <inheritdoc cref="IssueInterim" path="/param"/>
    public Result Publish(DateOnly? on, DateOnly today, DateTimeOffset now, DateOnly? knownOn = null)
    {
        var missing = StakeholderClasses.Where(c => !IsEndorsedBy(c)).Select(c => c.InWords()).ToList();
        var check = new Check()
            .That(Status != ProtocolStatus.Published, "protocol/published", "This version is published.")
            .That(
                Kind == ProtocolKind.Guidance || StakeholderClasses.Count > 0,
                "protocol/no-classes",
                "Say first which classes of stakeholder are to endorse the protocol.",
                "stakeholderClasses"
            )
            .That(missing.Count == 0, "protocol/not-endorsed", $"Not yet endorsed by: {string.Join(", ", missing)}.")
            .And(NotInTheFuture(on, today));
        if (check.Failed)
        {
            return check.Result;
        }

        var stage = Enters(ProtocolStatus.Published, on, knownOn ?? on ?? today, now);
        MakePublic();
        Raise(
            new ProtocolPublished(
                Id,
                Reference,
                Headline.Of("Published", VersionNumber == 1 ? Title : $"{Title}, version {VersionNumber}"),
                on,
                stage.KnownOn,
                Workstreams.PoliceTrustAndConfidence,
                Sharing,
                Path,
                Title,
                Kind.ToString(),
                VersionNumber
            )
        );
        return Result.Ok;
    }

    /// <summary>Starts the next version of what is published. Every class of stakeholder is asked again.</summary>
    /// <param name="due">By when it is promised.</param>
    /// <param name="today">In London.</param>
    /// <param name="now">The instant.</param>
    public Result StartNewVersion(DateOnly? due, DateOnly today, DateTimeOffset now)
    {
        if (Status != ProtocolStatus.Published)
        {
            return Rule.Broken("protocol/not-published", "The version that is worked on is not published yet.");
        }

        VersionNumber++;
        PromiseAnew(due, today, now);
        Enters(ProtocolStatus.Revising, today, today, now);
        RaiseRecorded($"Work on version {VersionNumber} begun: {Title}", today, today);
        return Result.Ok;
    }

    /// <summary>The stage known as at a date.</summary>
    public ProtocolStage? StageAsAt(DateOnly asAt) => _stages.Where(s => s.KnownOn <= asAt).MaxBy(s => s.Position);

    /// <summary>The number of the version that was in force, as known at a date; none before the first is published.</summary>
    public int? PublishedVersionAsAt(DateOnly asAt) =>
        _stages.Where(s => s.Status == ProtocolStatus.Published && s.KnownOn <= asAt).MaxBy(s => s.Position)?.VersionNumber;

    public bool IsOverdue(DateOnly asAt) => DueAsAt(asAt) < asAt && StageAsAt(asAt)?.Status != ProtocolStatus.Published;

    public bool IsEndorsedBy(StakeholderClass stakeholder) =>
        _endorsements.Exists(e => e.Class == stakeholder && e.VersionNumber == VersionNumber);

    /// <summary>What a row of a file says of its due date: the one on record, or it needs a reason.</summary>
    internal Result HasDue(DateOnly? due) => SameDue(due);

    protected override bool IsSettled => Status == ProtocolStatus.Published;

    protected override void RaiseDueMoved(DateOnly on) => RaiseRecorded($"Due date moved: {Title}", on, on);

    private string Path => $"/police-action-plan/protocols/{Id}";

    private string KindWord => Kind == ProtocolKind.Guidance ? "guidance" : "a protocol";

    private static Result NotInTheFuture(DateOnly? on, DateOnly today) =>
        on is null || on <= today
            ? Result.Ok
            : Rule.Broken("protocol/in-the-future", "It is put on record when it is issued: the date cannot be in the future.", "on");

    private ProtocolStage Enters(ProtocolStatus status, DateOnly? on, DateOnly knownOn, DateTimeOffset now)
    {
        var stage = new ProtocolStage
        {
            Position = _stages.Count + 1,
            Status = status,
            VersionNumber = VersionNumber,
            On = on,
            KnownOn = knownOn,
            RecordedAt = now,
        };
        _stages.Add(stage);
        (Status, AppendedAt) = (status, now);
        return stage;
    }

    private void RaiseRecorded(string headline, DateOnly? on, DateOnly knownOn) =>
        Raise(new ProtocolRecorded(Id, Reference, headline, on, knownOn, Workstreams.PoliceTrustAndConfidence, Sharing, Path));

    private bool Says(ProtocolText text) =>
        (Title, Kind, Aim) == (text.Title, text.Kind, text.Aim) && StakeholderClasses.SequenceEqual(text.StakeholderClasses ?? []);

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
        return Result.Ok;
    }
}

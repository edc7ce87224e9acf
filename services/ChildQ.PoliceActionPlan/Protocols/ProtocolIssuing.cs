using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;

namespace ChildQ.PoliceActionPlan.Protocols;

/// <summary>What is issued: interim guidance, publication, and on to the next version.</summary>
public sealed partial class Protocol
{
    private readonly List<ProtocolStage> _stages = [];

    public IReadOnlyList<ProtocolStage> Stages => _stages;

    /// <summary>Issues the current draft as interim guidance while the version is being revised. It needs no endorsement, and says so.</summary>
    /// <param name="on">London date; none where it is not known.</param>
    /// <param name="today">In London.</param>
    /// <param name="now">The instant.</param>
    public Result IssueInterim(DateOnly? on, DateOnly today, DateTimeOffset now)
    {
        var draft = CurrentDraft;
        var check = OfCurrentDraft(new(), draft?.Hash)
            .That(
                draft is null || !_stages.Exists(s => s.Draft == draft.Number),
                "protocol/interim-already",
                "This draft has been issued as interim guidance."
            )
            .And(MayBeIssued(draft, on, today));
        if (check.Failed)
        {
            return check.Result;
        }

        Issue(ProtocolStatus.Interim, draft, on, today, now);
        return Result.Ok;
    }

    /// <summary>Publishes the current draft, once every class of stakeholder has endorsed that very text. It is public from then on.</summary>
    /// <param name="on">London date; none where it is not known.</param>
    /// <param name="reviewOn">London date by which it is to be reviewed.</param>
    /// <param name="today">In London.</param>
    /// <param name="now">The instant.</param>
    public Result Publish(DateOnly? on, DateOnly? reviewOn, DateOnly today, DateTimeOffset now)
    {
        var draft = CurrentDraft;
        var missing = StakeholderClasses.Where(c => !IsEndorsedBy(c)).Select(c => c.InWords()).ToList();
        var check = new Check()
            .That(Status != ProtocolStatus.Published, "protocol/published", "This version is published.")
            .That(draft is not null, "protocol/no-draft", "There is no draft yet: write its text first.")
            .That(
                Kind == ProtocolKind.Guidance || StakeholderClasses.Count > 0,
                "protocol/no-classes",
                "Say first which classes of stakeholder are to endorse the protocol.",
                "stakeholderClasses"
            )
            .That(missing.Count == 0, "protocol/not-endorsed", $"This draft is not yet endorsed by: {string.Join(", ", missing)}.")
            .And(MayBeIssued(draft, on, today))
            .That(reviewOn is not null, "input/required", "Say by when it is to be reviewed.", "reviewOn")
            .That(
                reviewOn is null || reviewOn > (on ?? today),
                "protocol/review-date",
                "It is to be reviewed after the day on which it is published.",
                "reviewOn"
            );
        if (check.Failed)
        {
            return check.Result;
        }

        SetReview(reviewOn!.Value, null, today, now);
        Issue(ProtocolStatus.Published, draft, on, today, now);
        return Result.Ok;
    }

    /// <summary>
    /// Puts on record what was issued before texts were kept here: the first version only, in the words of a file that has none. Nothing that a
    /// class of stakeholder is to endorse is published so.
    /// </summary>
    public Result RecordIssuedBefore(ProtocolStatus status, DateOnly? on, DateOnly knownOn, DateOnly today, DateTimeOffset now)
    {
        var check = new Check()
            .That(
                VersionNumber == 1 && _drafts.Count == 0 && Status != ProtocolStatus.Published,
                "protocol/status",
                "Its text is kept here by now: it is issued there, not by a file.",
                "status"
            )
            .That(
                status != ProtocolStatus.Published || (Kind == ProtocolKind.Guidance && StakeholderClasses.Count == 0),
                "protocol/not-endorsed",
                "It needs endorsement: it is published with its text, not by a file.",
                "status"
            )
            .And(NotInTheFuture(on, today));
        if (check.Failed)
        {
            return check.Result;
        }

        Issue(status, null, on, knownOn, now);
        return Result.Ok;
    }

    /// <summary>Starts the next version of what is published, which stays in force meanwhile. Every class of stakeholder is asked again.</summary>
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
        Enters(ProtocolStatus.Revising, null, today, today, now);
        RaiseRecorded($"Work on version {VersionNumber} begun: {Title}", today, today);
        return Result.Ok;
    }

    /// <summary>The stage known as at a date.</summary>
    public ProtocolStage? StageAsAt(DateOnly asAt) => _stages.Where(s => s.KnownOn <= asAt).MaxBy(s => s.Position);

    /// <summary>What was published last, as known at a date: the version in force; none before the first is published.</summary>
    public ProtocolStage? InForceAsAt(DateOnly asAt) =>
        _stages.Where(s => s.Status == ProtocolStatus.Published && s.KnownOn <= asAt).MaxBy(s => s.Position);

    /// <summary>Interim guidance that was in force beside it: the latest since what was published last.</summary>
    public ProtocolStage? InterimAsAt(DateOnly asAt) =>
        _stages.Where(s => s.IsIssue && s.KnownOn <= asAt).MaxBy(s => s.Position) is { Status: ProtocolStatus.Interim } interim
            ? interim
            : null;

    private static Result NotInTheFuture(DateOnly? on, DateOnly today) =>
        on is null || on <= today
            ? Result.Ok
            : Rule.Broken("protocol/in-the-future", "It is put on record when it is issued: the date cannot be in the future.", "on");

    private Result MayBeIssued(ProtocolDraft? draft, DateOnly? on, DateOnly today) =>
        new Check()
            .And(NotInTheFuture(on, today))
            .That(
                draft is null || on is null || on >= draft.On,
                "protocol/before-draft",
                "It cannot be issued before it was written.",
                "on"
            )
            .That(
                draft is null || draft.Title == Title,
                "protocol/title-changed",
                "Its title was changed since the draft was written: write the draft again under it, to be endorsed as it is published."
            )
            .Result;

    private void Issue(ProtocolStatus status, ProtocolDraft? draft, DateOnly? on, DateOnly knownOn, DateTimeOffset now)
    {
        var stage = Enters(status, draft, on, knownOn, now);
        MakePublic();
        var titled = VersionNumber == 1 ? Title : $"{Title}, version {VersionNumber}";
        Raise(
            status == ProtocolStatus.Interim
                ? new InterimGuidanceIssued(
                    Id,
                    Reference,
                    Headline.Of("Interim guidance issued", titled),
                    on,
                    stage.KnownOn,
                    Workstreams.PoliceTrustAndConfidence,
                    Sharing,
                    Path,
                    Title,
                    Kind.ToString(),
                    VersionNumber,
                    draft?.Number,
                    draft?.Hash,
                    Audience
                )
                : new ProtocolPublished(
                    Id,
                    Reference,
                    Headline.Of("Published", titled),
                    on,
                    stage.KnownOn,
                    Workstreams.PoliceTrustAndConfidence,
                    Sharing,
                    Path,
                    Title,
                    Kind.ToString(),
                    VersionNumber,
                    draft?.Number,
                    draft?.Hash,
                    _reviewDates.FindLast(r => r.VersionNumber == VersionNumber)?.On,
                    Audience
                )
        );
    }

    private ProtocolStage Enters(ProtocolStatus status, ProtocolDraft? draft, DateOnly? on, DateOnly knownOn, DateTimeOffset now)
    {
        var stage = new ProtocolStage
        {
            Position = _stages.Count + 1,
            Status = status,
            VersionNumber = VersionNumber,
            Draft = draft?.Number,
            On = on,
            KnownOn = knownOn,
            RecordedAt = now,
        };
        _stages.Add(stage);
        (Status, AppendedAt) = (status, now);
        return stage;
    }
}

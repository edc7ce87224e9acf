using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;

namespace ChildQ.PoliceActionPlan.Plan;

/// <summary>
/// A version of the shared plan on its way from draft to ratification: shaped with the Community Resilience Partnership and community partners,
/// considered by the Police Action Plan Board, put to the Community Safety Partnership, ratified by both co-chairs on one content, or sent back.
/// What is ratified stays as it is; work goes on in the next version.
/// </summary>
public sealed class PlanVersion : Entity, IEntry
{
    private readonly List<PlanAct> _acts = [];

    private PlanVersion() { }

    public string Reference { get; private set; } = "";

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public DateOnly KnownOn { get; private set; }

    /// <summary>For partners until it is ratified; what is ratified is public.</summary>
    public SharingLevel Sharing { get; private set; } = SharingLevel.Partners;

    /// <summary>The latest stage: derived from <see cref="Acts"/>, kept beside it so that lists can filter by it.</summary>
    public PlanStage Stage { get; private set; }

    /// <summary>Hash of the content as it now stands; see <see cref="PlanText"/>.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>References of what in the content is not public.</summary>
    public List<string> NotPublic { get; private set; } = [];

    /// <summary>London date on which its ratification was recorded.</summary>
    public DateOnly? RatifiedOn { get; private set; }

    /// <summary>When something was last appended: the row, and with it the ETag, changes with each act.</summary>
    public DateTimeOffset AppendedAt { get; private set; }

    public IReadOnlyList<PlanAct> Acts => _acts;

    public bool IsClosed => Stage is PlanStage.Ratified or PlanStage.SentBack;

    /// <summary>Starts a version as a draft. One version is worked on at a time.</summary>
    public static Result<PlanVersion> Start(
        string reference,
        PlanVersion? previous,
        PlanContent content,
        string? note,
        PlanActor by,
        DateOnly today,
        DateTimeOffset now
    )
    {
        var check = new Check()
            .OptionalText(note, "note", 2000)
            .That(
                previous is null or { IsClosed: true },
                "plan/version-open",
                "A version is being worked on: it has to be ratified or sent back before the next is begun."
            )
            .That(content.Actions > 0, "plan/empty", "The live plan holds no action that could be promised.");
        if (check.Failed)
        {
            return check.Result;
        }

        var version = new PlanVersion
        {
            Reference = reference,
            Number = (previous?.Number ?? 0) + 1,
            KnownOn = today,
        };
        version.Takes(content);
        version.Append(PlanActKind.Drafted, PlanStage.Draft, by, new(today, null, note), today, now);
        return version;
    }

    /// <summary>Draws the content anew from the live plan. Approvals given to the content before no longer count.</summary>
    public Result Redraw(PlanContent content, string? why, PlanActor by, DateOnly today, DateTimeOffset now)
    {
        var check = Open(new Check())
            .Text(why, "why", 2000)
            .That(content.Actions > 0, "plan/empty", "The live plan holds no action that could be promised.")
            .That(content.Hash != ContentHash, "plan/nothing-changed", "The live plan says what this version says already.");
        if (Stage == PlanStage.PutToPartnership)
        {
            AllPublic(check, content.NotPublic);
        }

        if (check.Failed)
        {
            return check.Result;
        }

        var given = Approvals().ToList();
        Takes(content);
        Append(PlanActKind.Redrawn, Stage, by, new(today, null, why), today, now);
        foreach (var approval in given)
        {
            const string Why = "The content was changed after it was approved.";
            Append(PlanActKind.Voided, Stage, new(approval.Role, by.Person), new(today, null, Why), today, now);
        }

        if (Stage == PlanStage.PutToPartnership)
        {
            RaisePutForward(
                $"changed after it was put to the Community Safety Partnership; approvals given before: {given.Count}, now void",
                today,
                today
            );
        }

        return Result.Ok;
    }

    /// <summary>Opens it to the Community Resilience Partnership and community partners; again, after the Board has considered it.</summary>
    public Result OpenForShaping(PlanOccasion at, PlanActor by, DateOnly today, DateTimeOffset now) =>
        Step(
            PlanActKind.OpenedForShaping,
            PlanStage.Shaping,
            Stage is PlanStage.Draft or PlanStage.Considered,
            "open for shaping by the Community Resilience Partnership and community partners",
            at,
            by,
            today,
            now
        );

    /// <summary>The Police Action Plan Board has considered it.</summary>
    public Result Consider(PlanOccasion at, PlanActor by, DateOnly today, DateTimeOffset now) =>
        Step(
            PlanActKind.Considered,
            PlanStage.Considered,
            Stage == PlanStage.Shaping,
            "considered by the Police Action Plan Board",
            at,
            by,
            today,
            now
        );

    /// <summary>Puts it to the Community Safety Partnership. The Board has considered it before, and it holds nothing that is not public.</summary>
    public Result Put(PlanOccasion at, PlanActor by, DateOnly today, DateTimeOffset now) =>
        AllPublic(new Check(), NotPublic).Result is { IsOk: false } refused
            ? refused
            : Step(
                PlanActKind.Put,
                PlanStage.PutToPartnership,
                Stage is PlanStage.Shaping or PlanStage.Considered && _acts.Exists(a => a.Kind == PlanActKind.Considered),
                "put to the Community Safety Partnership for ratification",
                at,
                by,
                today,
                now
            );

    /// <summary>A co-chair approves exactly this content; with the second co-chair's approval it is ratified.</summary>
    /// <param name="contentHash">Of the content that the co-chair has read.</param>
    public Result Approve(string? contentHash, PlanActor by, DateOnly today, DateTimeOffset now)
    {
        var approvals = Approvals().ToList();
        var check = Open(new Check())
            .That(
                IsClosed || Stage == PlanStage.PutToPartnership,
                "plan/not-put",
                "It has not been put to the Community Safety Partnership."
            )
            .Text(contentHash, "contentHash", 64)
            .That(IsCoChair(by.Role), "plan/not-a-co-chair", "Only the two co-chairs approve.")
            .That(
                string.IsNullOrWhiteSpace(contentHash) || string.Equals(contentHash, ContentHash, StringComparison.Ordinal),
                "plan/not-this-content",
                "That is not the content that stands here now: it was changed. Read it again before you approve it.",
                "contentHash"
            )
            .That(!approvals.Exists(a => a.Role == by.Role), "plan/approved-already", "This co-chair has approved this content.")
            .That(
                !approvals.Exists(a => a.Role != by.Role && a.Person == by.Person),
                "plan/same-person",
                "You have approved this as the other co-chair: one person is not two."
            );
        if (check.Failed)
        {
            return check.Result;
        }

        Append(PlanActKind.Approved, Stage, by, new(today, null, null), today, now);
        if (approvals.Count > 0)
        {
            Ratify(by, today, now);
        }

        return Result.Ok;
    }

    /// <summary>A co-chair sends it back, with reasons. Work goes on in the next version.</summary>
    public Result SendBack(string? reasons, PlanActor by, DateOnly today, DateTimeOffset now)
    {
        var check = Open(new Check())
            .That(
                IsClosed || Stage == PlanStage.PutToPartnership,
                "plan/not-put",
                "It has not been put to the Community Safety Partnership."
            )
            .That(IsCoChair(by.Role), "plan/not-a-co-chair", "Only the two co-chairs send it back.")
            .That(!string.IsNullOrWhiteSpace(reasons), "plan/no-reasons", "Say why it goes back: the next draft answers that.", "reasons")
            .OptionalText(reasons, "reasons");
        if (check.Failed)
        {
            return check.Result;
        }

        Append(PlanActKind.SentBack, PlanStage.SentBack, by, new(today, null, reasons), today, now);
        Raise(
            new PlanVersionSentBack(
                Id,
                Reference,
                Headlined("sent back with reasons"),
                today,
                today,
                Workstream,
                Sharing,
                Path,
                Number,
                by.Role
            )
        );
        return Result.Ok;
    }

    /// <summary>Approvals of the content as it now stands that count.</summary>
    public IEnumerable<PlanAct> Approvals() => Approvals(DateOnly.MaxValue);

    /// <summary>Approvals that counted as at a date.</summary>
    public IEnumerable<PlanAct> Approvals(DateOnly asAt)
    {
        var known = _acts.Where(a => a.KnownOn <= asAt).ToList();
        var drawn = known.Where(a => a.Kind is PlanActKind.Drafted or PlanActKind.Redrawn).MaxBy(a => a.Position);
        return known
            .Where(a => a.Kind == PlanActKind.Approved && a.Position > drawn?.Position && a.ContentHash == drawn.ContentHash)
            .OrderBy(a => a.Position);
    }

    /// <summary>What was done last, as known at a date.</summary>
    public PlanAct? LatestAsAt(DateOnly asAt) => _acts.Where(a => a.KnownOn <= asAt).MaxBy(a => a.Position);

    internal static bool IsCoChair(string role) => role is Roles.CoChairCouncil or Roles.CoChairPolice;

    private const string Workstream = Workstreams.PoliceTrustAndConfidence;

    private string Path => $"/police-action-plan/plan/{Id}";

    private string Headlined(string what) => Headline.Of($"Version {Number} of the shared plan", what);

    private void Ratify(PlanActor by, DateOnly today, DateTimeOffset now)
    {
        Append(PlanActKind.Ratified, PlanStage.Ratified, by, new(today, null, null), today, now);
        (RatifiedOn, Sharing) = (today, SharingLevel.Public);
        Raise(
            new PlanVersionRatified(
                Id,
                Reference,
                Headlined("ratified by both co-chairs"),
                today,
                today,
                Workstream,
                Sharing,
                Path,
                Number,
                ContentHash
            )
        );
    }

    private Result Step(
        PlanActKind kind,
        PlanStage stage,
        bool follows,
        string words,
        PlanOccasion at,
        PlanActor by,
        DateOnly today,
        DateTimeOffset now
    )
    {
        var check = Open(new Check())
            .OptionalText(at.Note, "note", 2000)
            .That(IsClosed || follows, "plan/not-next", "That is not the next step from where this version stands.")
            .That(at.On is null || at.On <= today, "plan/in-the-future", "A step is recorded when it is taken: not on a later day.", "on")
            .That(at.On is null || at.On >= LastStepOn(), "plan/out-of-order", "That is before the step that came before it.", "on");
        if (check.Failed)
        {
            return check.Result;
        }

        Append(kind, stage, by, at, today, now);
        RaisePutForward(words, at.On ?? today, today);
        return Result.Ok;
    }

    // A version may be put on record after its first steps were taken elsewhere: only the steps themselves are in order.
    private DateOnly LastStepOn() =>
        _acts
            .Where(a => a.Kind is PlanActKind.OpenedForShaping or PlanActKind.Considered or PlanActKind.Put)
            .Select(a => a.On)
            .DefaultIfEmpty(DateOnly.MinValue)
            .Max();

    private Check Open(Check check) =>
        check
            .That(Stage != PlanStage.Ratified, "plan/ratified", "What is ratified stays as it is: work goes on in the next version.")
            .That(Stage != PlanStage.SentBack, "plan/sent-back", "This version was sent back: work goes on in the next version.");

    private static Check AllPublic(Check check, List<string> notPublic) =>
        check.That(
            notPublic.Count == 0,
            "plan/not-public",
            $"What is ratified is public, and these are not: {string.Join(", ", notPublic.Take(20))}. Make them public and draw the content anew."
        );

    private void Takes(PlanContent content)
    {
        content.BelongsTo(this);
        (ContentHash, NotPublic) = (content.Hash, [.. content.NotPublic]);
    }

    private void RaisePutForward(string words, DateOnly on, DateOnly knownOn) =>
        Raise(
            new PlanVersionPutForward(
                Id,
                Reference,
                Headlined(words),
                on,
                knownOn,
                Workstream,
                Sharing,
                Path,
                Number,
                Stage.ToString(),
                ContentHash
            )
        );

    private void Append(PlanActKind kind, PlanStage stage, PlanActor by, PlanOccasion at, DateOnly today, DateTimeOffset now)
    {
        _acts.Add(
            new()
            {
                Position = _acts.Count + 1,
                Kind = kind,
                Stage = stage,
                Role = by.Role,
                Person = by.Person,
                On = at.On ?? today,
                KnownOn = today,
                RecordedAt = now,
                ContentHash = ContentHash,
                Meeting = at.Meeting,
                Note = at.Note,
            }
        );
        (Stage, AppendedAt) = (stage, now);
    }
}

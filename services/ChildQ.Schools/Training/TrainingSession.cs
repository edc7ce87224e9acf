using ChildQ.Schools.Governors;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;

namespace ChildQ.Schools.Training;

/// <summary>
/// A training session or conference for schools: so many places, booked by schools for roles, and a waiting list that moves up by itself. On a
/// public register; its bookings are not.
/// </summary>
public sealed partial class TrainingSession : Registered
{
    private readonly List<TrainingPlan> _plans = [];

    private TrainingSession() { }

    public TrainingKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    public string? Detail { get; private set; }

    public List<Topic> Topics { get; private set; } = [];

    public List<Attendee> ForWhom { get; private set; } = [];

    /// <summary>For how many months from its day a certificate of it holds; none where it does not expire.</summary>
    public int? CertificateMonths { get; private set; }

    /// <summary>A team or organisation.</summary>
    public string? Provider { get; private set; }

    /// <summary>The London date of the plan as it stands, for the order of lists.</summary>
    public DateOnly? On { get; private set; }

    /// <summary>London date from which it was known to be under way.</summary>
    public DateOnly? UnderWayKnownOn { get; private set; }

    /// <summary>London date from which it was known to have been held.</summary>
    public DateOnly? HeldKnownOn { get; private set; }

    /// <summary>London date from which it was known to be cancelled.</summary>
    public DateOnly? CancelledKnownOn { get; private set; }

    public string? CancelledBecause { get; private set; }

    /// <summary>When something was last booked, moved or recorded: the row, and with it the version, changes with each.</summary>
    public DateTimeOffset? AppendedAt { get; private set; }

    public IReadOnlyList<TrainingPlan> Plans => _plans;

    /// <summary>When, where and with how many places, as it stands now.</summary>
    public TrainingPlan Plan => _plans.MaxBy(p => p.Sequence)!;

    public TrainingStatus Status => StatusAsAt(DateOnly.MaxValue);

    /// <summary>When, where and with how many places, as known at a date; none before it was on the register.</summary>
    public TrainingPlan? PlanAsAt(DateOnly asAt) => _plans.Where(p => p.KnownOn <= asAt).MaxBy(p => p.Sequence);

    public TrainingStatus StatusAsAt(DateOnly asAt) =>
        CancelledKnownOn <= asAt ? TrainingStatus.Cancelled
        : HeldKnownOn <= asAt ? TrainingStatus.Held
        : UnderWayKnownOn <= asAt ? TrainingStatus.UnderWay
        : TrainingStatus.Planned;

    /// <summary>Puts a session on the register.</summary>
    /// <param name="status">Planned, unless a file tells what has become of it.</param>
    public static Result<TrainingSession> Announce(
        TrainingText text,
        Moment moment,
        TrainingStatus status = TrainingStatus.Planned,
        string? cancelledBecause = null
    )
    {
        var session = new TrainingSession();
        return New(text, moment.Today)
            .And(Written(text).Result)
            .And(MayBecome(status, text.On, cancelledBecause, moment.Today))
            .Result.With(() =>
            {
                session.Enter(text, moment.Today);
                session.Take(text);
                session.Append(Planned(text), session.KnownOn, moment.Now);
                session.Become(status, cancelledBecause, session.KnownOn);
                return session;
            });
    }

    /// <summary>
    /// Corrects what is said of it. More places go to those who wait; whoever has places keeps them, also where there are now fewer. Problems:
    /// <c>training/cancelled</c>, <c>training/moved-without-reason</c>, <c>training/held</c>.
    /// </summary>
    public Result Correct(TrainingText text, Moment moment)
    {
        var check = Corrected(text)
            .And(Written(text).Result)
            .That(Status != TrainingStatus.Cancelled, "training/cancelled", "This was cancelled. Put a new one on the register.")
            .That(
                On is null || text.On == On,
                "training/moved-without-reason",
                "Move it to another day with the reason, not by rewriting it.",
                "on"
            )
            .That(
                Status != TrainingStatus.Held || text.On is null || text.On <= moment.Today,
                "training/not-yet",
                "What was held cannot lie in the future.",
                "on"
            )
            .That(
                Status != TrainingStatus.Held
                    || (text.CertificateMonths == CertificateMonths && (text.Topics ?? []).ToHashSet().SetEquals(Topics)),
                "training/held",
                "This was held: what it trained in, and for how long its certificates hold, stay as they are."
            );
        if (check.Failed)
        {
            return check.Result;
        }

        Reenter(text);
        Take(text);
        Append(Planned(text), moment.Today, moment.Now);
        MoveUp(moment);
        return Result.Ok;
    }

    /// <summary>
    /// Moves it to another day or other times: a date is a promise, so the reason and every earlier date stay in view. Problems:
    /// <c>training/no-reason</c>, <c>training/not-moved</c>, <c>training/moved-to-the-past</c>, <c>training/over</c>, <c>training/cancelled</c>.
    /// </summary>
    public Result Move(TrainingMove move, Moment moment)
    {
        var (from, check) = (Plan, new Check());
        check
            .That(Status != TrainingStatus.Cancelled, "training/cancelled", "This was cancelled.")
            .That(Status != TrainingStatus.Held, "training/over", "This was held.")
            .That(!string.IsNullOrWhiteSpace(move.Reason), "training/no-reason", "Say why it moves: a date is a promise.", "reason")
            .OptionalText(move.Reason, "reason", 1000)
            .That(
                (move.On, move.StartsAt, move.EndsAt) != (from.On, from.StartsAt, from.EndsAt),
                "training/not-moved",
                "That is when it is already.",
                "on"
            )
            .That(move.On is null || move.On >= moment.Today, "training/moved-to-the-past", "Move it to today or a later day.", "on")
            .And(Times(move.On, move.StartsAt, move.EndsAt).Result);
        if (check.Failed)
        {
            return check.Result;
        }

        Append(
            new()
            {
                Sequence = _plans.Count + 1,
                KnownOn = moment.Today,
                RecordedAt = moment.Now,
                On = move.On,
                OnText = move.On is null ? from.OnText : null,
                StartsAt = move.StartsAt,
                EndsAt = move.EndsAt,
                Place = from.Place,
                Capacity = from.Capacity,
                Reason = move.Reason,
            }
        );
        RaiseMoved(from, move, moment.Today);
        MoveUp(moment);
        return Result.Ok;
    }

    /// <summary>Calls it off, with the reason. Those who booked see it. Problems: <c>training/cancelled</c>, <c>training/over</c>.</summary>
    public Result Cancel(string? reason, Moment moment)
    {
        var check = new Check()
            .That(Status != TrainingStatus.Cancelled, "training/cancelled", "This is cancelled already.")
            .That(Status != TrainingStatus.Held, "training/over", "This was held: it can no longer be cancelled.")
            .And(MayBecome(TrainingStatus.Cancelled, On, reason, moment.Today));
        if (check.Failed)
        {
            return check.Result;
        }

        Become(TrainingStatus.Cancelled, reason, moment.Today);
        AppendedAt = moment.Now;
        return Result.Ok;
    }

    /// <summary>Takes what a file says has become of it, where that is news. What is behind it does not come back: <c>training/status</c>.</summary>
    public Result Reported(TrainingStatus status, string? cancelledBecause, Moment moment)
    {
        if (status == Status)
        {
            return Result.Ok;
        }

        var check = new Check()
            .That(status > Status && Status < TrainingStatus.Held, "training/status", $"It is on record as {StatusWord(Status)}.", "status")
            .And(MayBecome(status, On, cancelledBecause, moment.Today));
        if (!check.Failed)
        {
            Become(status, cancelledBecause, moment.Today);
        }

        return check.Result;
    }

    private static Result MayBecome(TrainingStatus status, DateOnly? on, string? cancelledBecause, DateOnly today) =>
        new Check()
            .That(
                status != TrainingStatus.Held || on is null || on <= today,
                "training/not-yet",
                "What was held cannot lie in the future.",
                "on"
            )
            .That(
                status != TrainingStatus.Cancelled || !string.IsNullOrWhiteSpace(cancelledBecause),
                "training/no-reason",
                "Say why it is cancelled.",
                "reason"
            )
            .OptionalText(cancelledBecause, "reason", 1000)
            .Result;

    private void Become(TrainingStatus status, string? cancelledBecause, DateOnly knownOn)
    {
        switch (status)
        {
            case TrainingStatus.UnderWay:
                UnderWayKnownOn = knownOn;
                RaisePlanned(knownOn);
                break;
            case TrainingStatus.Held:
                HeldKnownOn = knownOn;
                RaiseHeld(schools: null, knownOn);
                break;
            case TrainingStatus.Cancelled:
                (CancelledKnownOn, CancelledBecause) = (knownOn, cancelledBecause);
                RaiseCancelled(knownOn);
                break;
            default:
                RaisePlanned(knownOn);
                break;
        }
    }

    private void Take(TrainingText text)
    {
        (Kind, Title, Detail, Provider) = (text.Kind, text.Title!, text.Detail, text.Provider);
        (Topics, ForWhom, CertificateMonths) = ([.. text.Topics ?? []], [.. text.ForWhom ?? []], text.CertificateMonths);
    }

    private static Func<int, DateOnly, DateTimeOffset, TrainingPlan> Planned(TrainingText text) =>
        (sequence, knownOn, now) =>
            new()
            {
                Sequence = sequence,
                KnownOn = knownOn,
                RecordedAt = now,
                On = text.On,
                OnText = text.OnText,
                StartsAt = text.StartsAt,
                EndsAt = text.EndsAt,
                Place = text.Place,
                Capacity = text.Capacity,
            };

    private void Append(Func<int, DateOnly, DateTimeOffset, TrainingPlan> planned, DateOnly knownOn, DateTimeOffset now)
    {
        var last = _plans.MaxBy(p => p.Sequence);
        var plan = planned(_plans.Count + 1, knownOn, now);
        if (!plan.SaysTheSameAs(last))
        {
            Append(plan);
        }
    }

    private void Append(TrainingPlan plan)
    {
        _plans.Add(plan);
        (On, AppendedAt) = (plan.On, plan.RecordedAt);
    }
}

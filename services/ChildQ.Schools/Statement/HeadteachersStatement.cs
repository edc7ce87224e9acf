using ChildQ.Contracts;
using ChildQ.Contracts.Schools;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.Schools.Statement;

/// <summary>
/// Those who commit a school to the headteachers' statement together: "secondary academy heads, executive leads and chair of governors
/// to gain joint commitment to the headteacher statement" (report of June 2022, 2 > Working with schools > 2). Offices, never names.
/// </summary>
public enum StatementRole
{
    Headteacher,
    ExecutiveLead,
    ChairOfGovernors,
}

/// <summary>One of the three committed, or withdrew.</summary>
public sealed class StatementAct : SchoolAct
{
    public required StatementRole Role { get; init; }

    /// <summary>True for a commitment, false for its withdrawal.</summary>
    public required bool Commits { get; init; }

    /// <summary>How the lead knows, where recorded on the school's behalf; the reason of a withdrawal.</summary>
    public string? Note { get; init; }

    /// <summary>Recorded by the schools lead, not by the school itself.</summary>
    public required bool OnBehalf { get; init; }
}

/// <summary>The commitment of one of the three.</summary>
/// <param name="PupilVoice">With commitment to pupil voice, which the statement asks of each.</param>
/// <param name="ParentVoice">With commitment to parent voice, which the statement asks of each.</param>
public sealed record Commitment(
    StatementRole As,
    bool PupilVoice,
    bool ParentVoice,
    DateOnly? On,
    [property: FreeText] string? Note,
    bool Confirmed = false
) : IFreeText;

/// <summary>The withdrawal of one of the three.</summary>
public sealed record Withdrawal(StatementRole As, [property: FreeText] string? Reason, DateOnly? On, bool Confirmed = false) : IFreeText;

/// <summary>A school's part in the headteachers' statement. It stands once head, executive lead and chair of governors have all committed.</summary>
public sealed class HeadteachersStatement : OfSchool
{
    private readonly List<StatementAct> _acts = [];

    private HeadteachersStatement() { }

    public IReadOnlyList<StatementAct> Acts => _acts;

    public static IReadOnlyList<StatementRole> Roles { get; } = Enum.GetValues<StatementRole>();

    public static HeadteachersStatement Of(School school) => new() { SchoolId = school.Id, School = school };

    /// <summary>The act by which each of those now committed committed, as at a date.</summary>
    public IReadOnlyList<StatementAct> CommittedAsAt(DateOnly asAt) =>
        [.. _acts.AsAt(asAt).GroupBy(a => a.Role).Select(g => g.Last()).Where(a => a.Commits).OrderBy(a => a.Role)];

    /// <summary>London date since which the statement stands, as at a date: the day on which the last of the three committed.</summary>
    public DateOnly? StandsSince(DateOnly asAt) =>
        CommittedAsAt(asAt) is { Count: var count } acts && count == Roles.Count ? acts.Max(a => a.On) : null;

    /// <summary>
    /// One of the three commits. Problems: <c>statement/no-pupil-voice</c>, <c>statement/no-parent-voice</c>,
    /// <c>statement/already-committed</c>, <c>statement/on-behalf-without-note</c>, <c>statement/before-last-act</c>, <c>act/in-the-future</c>.
    /// </summary>
    public Result Commit(Commitment commitment, bool onBehalf, Recording at)
    {
        var check = Check(commitment.As, at)
            .That(commitment.PupilVoice, "statement/no-pupil-voice", "The statement includes commitment to pupil voice.", "pupilVoice")
            .That(commitment.ParentVoice, "statement/no-parent-voice", "The statement includes commitment to parent voice.", "parentVoice")
            .That(Latest(commitment.As)?.Commits != true, "statement/already-committed", "This office has committed already.", "as")
            .That(
                !onBehalf || !string.IsNullOrWhiteSpace(commitment.Note),
                "statement/on-behalf-without-note",
                "Say how you know: you record this on the school's behalf.",
                "note"
            )
            .OptionalText(commitment.Note, "note", 2000);
        return check.Failed ? check.Result : Append(commitment.As, commits: true, commitment.Note, onBehalf, at);
    }

    /// <summary>
    /// One of the three withdraws, and the statement no longer stands. Problems: <c>statement/not-committed</c>, <c>input/required</c> (the reason),
    /// <c>statement/before-last-act</c>, <c>act/in-the-future</c>.
    /// </summary>
    public Result Withdraw(Withdrawal withdrawal, bool onBehalf, Recording at)
    {
        var check = Check(withdrawal.As, at)
            .That(Latest(withdrawal.As)?.Commits == true, "statement/not-committed", "This office has not committed.", "as")
            .Text(withdrawal.Reason, "reason", 2000);
        return check.Failed ? check.Result : Append(withdrawal.As, commits: false, withdrawal.Reason, onBehalf, at);
    }

    private Check Check(StatementRole role, Recording at) =>
        at.Check()
            .That(
                Latest(role) is not { } latest || latest.On <= at.Day,
                "statement/before-last-act",
                "This is before what is on record of this office already.",
                "on"
            );

    private StatementAct? Latest(StatementRole role) => _acts.AsAt(DateOnly.MaxValue).LastOrDefault(a => a.Role == role);

    private Result Append(StatementRole role, bool commits, string? note, bool onBehalf, Recording at)
    {
        var stood = StandsSince(at.Today) is not null;
        _acts.Add(
            new()
            {
                Role = role,
                Commits = commits,
                Note = note,
                OnBehalf = onBehalf,
                On = at.Day,
                KnownOn = at.Today,
                RecordedAt = at.Now,
            }
        );
        AppendedAt = at.Now;
        var since = StandsSince(at.Today);
        if ((since is not null) != stood)
        {
            Raise(
                new StatementChanged(
                    SchoolId,
                    $"URN {School.Urn}",
                    stood ? "A school's headteachers' statement no longer stands" : "A school's headteachers' statement stands",
                    since ?? at.Day,
                    at.Today,
                    Workstreams.Schools,
                    SharingLevel.Partners,
                    $"/schools/statement/{SchoolId}",
                    !stood
                )
            );
        }

        return Result.Ok;
    }
}

using ChildQ.Contracts;
using ChildQ.Contracts.Schools;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;

namespace ChildQ.Schools.Charter;

/// <summary>A school's way to the Hackney inclusion charter: stages, the five voices, metrics; all dated and appended.</summary>
public sealed class InclusionCharter : OfSchool
{
    private readonly List<CharterStep> _steps = [];
    private readonly List<CharterInput> _inputs = [];
    private readonly List<CharterMetric> _metrics = [];

    private InclusionCharter() { }

    public IReadOnlyList<CharterStep> Steps => _steps;

    public IReadOnlyList<CharterInput> Inputs => _inputs;

    public IReadOnlyList<CharterMetric> Metrics => _metrics;

    public static IReadOnlyList<CharterVoice> Voices { get; } = Enum.GetValues<CharterVoice>();

    public static InclusionCharter Of(School school) => new() { SchoolId = school.Id, School = school };

    public CharterStage StageAsAt(DateOnly asAt) => _steps.AsAt(asAt).LastOrDefault()?.Stage ?? CharterStage.NotStarted;

    /// <summary>London date since which the school is at its stage, as at a date; none before the first one was recorded.</summary>
    public DateOnly? StageSince(DateOnly asAt) => _steps.AsAt(asAt).LastOrDefault()?.On;

    public IReadOnlyList<CharterVoice> HeardAsAt(DateOnly asAt) => [.. _inputs.AsAt(asAt).Select(i => i.Voice).Distinct().Order()];

    /// <summary>London date on which the school came to have the charter or work towards it, without leaving off since, as at a date.</summary>
    public DateOnly? ExpectationMetOn(DateOnly asAt)
    {
        DateOnly? met = null;
        foreach (var step in _steps.AsAt(asAt))
        {
            met = step.Stage == CharterStage.NotStarted ? null : met ?? step.On;
        }

        return met;
    }

    /// <summary>
    /// A stage was reached. Adopted needs input of all five voices on or before that day. Problems: <c>charter/voices-missing</c>,
    /// <c>charter/same-stage</c>, <c>charter/before-last-stage</c>, <c>charter/back-without-note</c>, <c>act/in-the-future</c>.
    /// </summary>
    public Result Reach(StageReached reached, Recording at)
    {
        var (stage, since) = (StageAsAt(at.Today), StageSince(at.Today));
        var missing = Voices.Except(_inputs.Where(i => i.On <= at.Day).Select(i => i.Voice)).ToList();
        var check = at.Check()
            .That(reached.Stage != stage, "charter/same-stage", "The school is at this stage already.", "stage")
            .That(
                since is null || since <= at.Day,
                "charter/before-last-stage",
                "This is before the stage that is on record already.",
                "on"
            )
            .That(
                reached.Stage != CharterStage.Adopted || missing.Count == 0,
                "charter/voices-missing",
                $"Before the charter is adopted, these must have had input: {Words(missing)}.",
                "stage"
            )
            .That(
                reached.Stage > stage || !string.IsNullOrWhiteSpace(reached.Note),
                "charter/back-without-note",
                "Say why the school goes back a stage.",
                "note"
            )
            .OptionalText(reached.Note, "note", 2000);
        if (check.Failed)
        {
            return check.Result;
        }

        _steps.Add(
            new()
            {
                Stage = reached.Stage,
                Note = reached.Note,
                On = at.Day,
                KnownOn = at.Today,
                RecordedAt = at.Now,
            }
        );
        AppendedAt = at.Now;
        if (reached.Stage == CharterStage.Adopted)
        {
            RaiseAdopted(at);
        }

        return Result.Ok;
    }

    /// <summary>One of the five voices had input. Problems: <c>input/required</c>, <c>act/in-the-future</c>.</summary>
    public Result Hear(InputGiven given, Recording at)
    {
        var check = at.Check().Text(given.Summary, "summary", 2000);
        if (check.Failed)
        {
            return check.Result;
        }

        _inputs.Add(
            new()
            {
                Voice = given.Voice,
                Summary = given.Summary!,
                On = at.Day,
                KnownOn = at.Today,
                RecordedAt = at.Now,
            }
        );
        AppendedAt = at.Now;
        return Result.Ok;
    }

    /// <summary>A metric was measured. Problems: <c>input/required</c>, <c>charter/metric-value</c>, <c>act/in-the-future</c>.</summary>
    public Result Measure(MetricMeasured measured, Recording at)
    {
        var check = at.Check()
            .Text(measured.Area, "area", 100)
            .Text(measured.Unit, "unit", 40)
            .That(
                measured.Value is >= -1_000_000_000 and <= 1_000_000_000,
                "charter/metric-value",
                "Enter the value: a number up to a thousand million.",
                "value"
            );
        if (check.Failed)
        {
            return check.Result;
        }

        _metrics.Add(
            new()
            {
                Area = measured.Area!,
                Value = measured.Value!.Value,
                Unit = measured.Unit!,
                On = at.Day,
                KnownOn = at.Today,
                RecordedAt = at.Now,
            }
        );
        AppendedAt = at.Now;
        return Result.Ok;
    }

    private static string Words(IEnumerable<CharterVoice> voices) => string.Join(", ", voices.Select(v => v.ToString().ToLowerInvariant()));

    private void RaiseAdopted(Recording at) =>
        Raise(
            new CharterAdopted(
                SchoolId,
                $"URN {School.Urn}",
                Headline.Of("Inclusion charter adopted", School.Details.Name),
                at.Day,
                at.Today,
                Workstreams.Schools,
                SharingLevel.Public,
                "/schools/charter-status",
                School.Urn
            )
        );
}

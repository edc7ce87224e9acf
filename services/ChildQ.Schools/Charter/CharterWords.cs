using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.Schools.Charter;

/// <summary>How far a school is with the inclusion charter.</summary>
public enum CharterStage
{
    NotStarted,
    WorkingTowards,
    Adopted,
}

/// <summary>
/// The five whose input it takes: "This will involve governor, school leader, school staff, children and parents input" (report of June 2022,
/// 2 > Working with schools > 6).
/// </summary>
public enum CharterVoice
{
    Governors,
    Leaders,
    Staff,
    Children,
    Parents,
}

/// <summary>Where a school stands against what is expected of it by the deadline.</summary>
public enum CharterExpectation
{
    /// <summary>It has the charter or is working towards it.</summary>
    Met,

    /// <summary>Not yet, and the deadline has not passed.</summary>
    Awaited,

    /// <summary>Not by the deadline.</summary>
    Missed,
}

/// <summary>
/// "We will expect every school to have or be working towards having this charter by April 2023" (report of June 2022, 2 > Working with
/// schools > 6). The report names a month and no day: the last day of that month is taken, the latest day on which the words still hold, so that no
/// school is called late while it is within them. Working towards it meets the expectation; adopting it is not asked for by then.
/// </summary>
public static class CharterDeadline
{
    public static DateOnly On { get; } = new(2023, 4, 30);
}

/// <summary>A stage was reached.</summary>
public sealed class CharterStep : SchoolAct
{
    public required CharterStage Stage { get; init; }

    public string? Note { get; init; }
}

/// <summary>One of the five voices had input.</summary>
public sealed class CharterInput : SchoolAct
{
    public required CharterVoice Voice { get; init; }

    /// <summary>What was said, in general words: screened, and about nobody in particular.</summary>
    public required string Summary { get; init; }
}

/// <summary>A metric on a key area, as measured on a day ("metrics on some key areas", same section).</summary>
public sealed class CharterMetric : SchoolAct
{
    public required string Area { get; init; }

    public required decimal Value { get; init; }

    public required string Unit { get; init; }
}

/// <summary>A stage as recorded. Going back a stage needs a note that says why.</summary>
public sealed record StageReached(CharterStage Stage, DateOnly? On, [property: FreeText] string? Note, bool Confirmed = false) : IFreeText;

/// <summary>Input as recorded.</summary>
public sealed record InputGiven(CharterVoice Voice, [property: FreeText] string? Summary, DateOnly? On, bool Confirmed = false) : IFreeText;

/// <summary>A metric as recorded.</summary>
/// <param name="Area">The key area in a few words: "Attendance", "Suspensions in the year".</param>
/// <param name="Unit">What the value counts: "%", "days", "pupils per 100".</param>
public sealed record MetricMeasured(
    [property: FreeText] string? Area,
    decimal? Value,
    [property: FreeText] string? Unit,
    DateOnly? On,
    bool Confirmed = false
) : IFreeText;

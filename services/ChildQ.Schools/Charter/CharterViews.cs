using ChildQ.Schools.Register;

namespace ChildQ.Schools.Charter;

/// <summary>How far a school is from what is expected by <see cref="CharterDeadline"/>, as at a date.</summary>
/// <param name="Deadline">London date.</param>
/// <param name="MetOn">London date since which the school has the charter or works towards it; none while it does neither.</param>
/// <param name="Days">
/// Days between the deadline and the day on which it was met or, while it is not, the as-at date: positive before the deadline, negative after it.
/// </param>
public sealed record CharterDistance(CharterExpectation Expectation, DateOnly Deadline, DateOnly? MetOn, int Days)
{
    public static CharterDistance Of(DateOnly? metOn, DateOnly asAt)
    {
        var days = CharterDeadline.On.DayNumber - (metOn ?? asAt).DayNumber;
        var expectation =
            metOn is not null ? CharterExpectation.Met
            : days < 0 ? CharterExpectation.Missed
            : CharterExpectation.Awaited;
        return new(expectation, CharterDeadline.On, metOn, days);
    }
}

public sealed record CharterStepView(CharterStage Stage, DateOnly On, DateOnly KnownOn, string? Note);

public sealed record CharterInputView(CharterVoice Voice, DateOnly On, DateOnly KnownOn, string Summary);

public sealed record CharterMetricView(string Area, decimal Value, string Unit, DateOnly On, DateOnly KnownOn);

/// <summary>A school's charter, as at a date.</summary>
/// <param name="Id">The school's.</param>
/// <param name="Missing">The voices that have yet to have input.</param>
public sealed record CharterView(
    Guid Id,
    int Urn,
    string School,
    CharterStage Stage,
    DateOnly? Since,
    CharterDistance Distance,
    IReadOnlyList<CharterVoice> Heard,
    IReadOnlyList<CharterVoice> Missing,
    IReadOnlyList<CharterStepView> Steps,
    IReadOnlyList<CharterInputView> Inputs,
    IReadOnlyList<CharterMetricView> Metrics
)
{
    public static CharterView Of(SchoolRecord school, InclusionCharter? charter, DateOnly asAt)
    {
        var heard = charter?.HeardAsAt(asAt) ?? [];
        return new(
            school.SchoolId,
            school.Urn,
            school.Details.Name,
            charter?.StageAsAt(asAt) ?? CharterStage.NotStarted,
            charter?.StageSince(asAt),
            CharterDistance.Of(charter?.ExpectationMetOn(asAt), asAt),
            heard,
            [.. InclusionCharter.Voices.Except(heard)],
            [.. (charter?.Steps ?? []).AsAt(asAt).Select(s => new CharterStepView(s.Stage, s.On, s.KnownOn, s.Note))],
            [.. (charter?.Inputs ?? []).AsAt(asAt).Select(i => new CharterInputView(i.Voice, i.On, i.KnownOn, i.Summary))],
            [.. (charter?.Metrics ?? []).AsAt(asAt).Select(m => new CharterMetricView(m.Area, m.Value, m.Unit, m.On, m.KnownOn))]
        );
    }
}

/// <summary>What everyone may read of a school's charter: its stage, and since when.</summary>
public sealed record PublishedCharter(
    int Urn,
    string School,
    string Phase,
    CharterStage Stage,
    DateOnly? Since,
    CharterExpectation Expectation
);

/// <summary>Charter status by open school, in order of name, and how many schools are at each stage, as at a date.</summary>
public sealed record CharterStatus(
    DateOnly AsAt,
    DateOnly Deadline,
    int Schools,
    int NotStarted,
    int WorkingTowards,
    int Adopted,
    IReadOnlyList<PublishedCharter> BySchool
);

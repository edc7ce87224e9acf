using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.PoliceActionPlan.Correspondence;

/// <summary>What became of an ask or a commitment.</summary>
public enum OutcomeStatus
{
    Open,
    Met,
    PartlyMet,
    Refused,
    NoAnswer,
}

/// <summary>What became of an ask or a commitment, from a date on. Appended, never changed.</summary>
public sealed class Outcome
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required OutcomeStatus Status { get; init; }

    /// <summary>London date on which it took effect; none where it is not known.</summary>
    public DateOnly? On { get; init; }

    /// <summary>London date from which it was known: a view as at an earlier date does not show it.</summary>
    public required DateOnly KnownOn { get; init; }

    public string? Note { get; init; }

    /// <summary>Where it can be seen: a reference of a register, or an address.</summary>
    public string? Evidence { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>What became of it, as told.</summary>
/// <param name="On">London date on which it took effect; none where it is not known.</param>
/// <param name="KnownOn">From when it was known; <paramref name="On"/>, or today, unless said.</param>
/// <param name="Evidence">Where it can be seen: a reference of a register, or an address.</param>
public sealed record OutcomeReport(OutcomeStatus Status, DateOnly? On, string? Note, DateOnly? KnownOn = null, string? Evidence = null);

/// <summary>Something of which it is on record, dated, what became of it.</summary>
public interface IAnswered
{
    IReadOnlyList<Outcome> Outcomes { get; }
}

/// <summary>What asks and commitments share.</summary>
internal static class Outcomes
{
    public static Result<Outcome> Of(OutcomeReport report, DateOnly today, DateTimeOffset now)
    {
        var check = new Check()
            .OptionalText(report.Note, "note")
            .OptionalText(report.Evidence, "evidence", 1000)
            .That(
                report.On is null || report.On <= today,
                "outcome/in-the-future",
                "What became of it lies in the past: its date cannot be in the future.",
                "on"
            );
        return check.Result.With(() =>
            new Outcome
            {
                Status = report.Status,
                On = report.On,
                KnownOn = report.KnownOn ?? report.On ?? today,
                Note = report.Note,
                Evidence = report.Evidence,
                RecordedAt = now,
            }
        );
    }

    /// <summary>The latest known as at a date; none where nothing was known yet.</summary>
    public static Outcome? AsAt(this IEnumerable<Outcome> outcomes, DateOnly asAt) => outcomes.Where(o => o.KnownOn <= asAt).Latest();

    public static Outcome? Latest(this IEnumerable<Outcome> outcomes) =>
        outcomes.OrderBy(o => o.On ?? o.KnownOn).ThenBy(o => o.RecordedAt).ThenBy(o => o.Id).LastOrDefault();

    /// <summary>Whether the report says nothing that is not on record: hearing it twice changes nothing.</summary>
    public static bool Hold(this IReadOnlyList<Outcome> outcomes, OutcomeReport report) =>
        (outcomes.Count == 0 && report is { Status: OutcomeStatus.Open, Note: null })
        || outcomes.Any(o => o.Status == report.Status && o.On == report.On && o.Note == report.Note);

    /// <summary>Those that stood so as at a date.</summary>
    public static IQueryable<T> WithStatus<T>(this IQueryable<T> entries, OutcomeStatus? status, DateOnly asAt)
        where T : Entry, IAnswered =>
        status is null
            ? entries
            : entries.Where(e =>
                (
                    e.Outcomes.Where(o => o.KnownOn <= asAt)
                        .OrderByDescending(o => o.On ?? o.KnownOn)
                        .ThenByDescending(o => o.RecordedAt)
                        .Select(o => (OutcomeStatus?)o.Status)
                        .FirstOrDefault()
                    ?? OutcomeStatus.Open
                ) == status
            );

    /// <summary>Commitments past their due date, neither met nor refused, all as at a date: as the entity says it, in SQL.</summary>
    public static IQueryable<Commitment> OverdueAsAt(this IQueryable<Commitment> commitments, DateOnly asAt) =>
        commitments.Where(c =>
            (
                c.DueDateMoves.Any(m => m.MovedOn > asAt)
                    ? c.DueDateMoves.Where(m => m.MovedOn > asAt).OrderBy(m => m.RecordedAt).Select(m => m.From).FirstOrDefault()
                    : c.Due
            ) < asAt
            && !c
                .Outcomes.Where(o => o.KnownOn <= asAt)
                .OrderByDescending(o => o.On ?? o.KnownOn)
                .ThenByDescending(o => o.RecordedAt)
                .Take(1)
                .Any(o => o.Status == OutcomeStatus.Met || o.Status == OutcomeStatus.Refused)
        );

    public static void MapOutcomes<T>(this EntityTypeBuilder<T> builder, string singular)
        where T : Entry, IAnswered
    {
        builder.OwnsMany(
            e => e.Outcomes,
            outcomes =>
            {
                outcomes.ToTable($"{singular}_outcomes");
                outcomes.WithOwner().HasForeignKey("EntryId");
                outcomes.HasKey(o => o.Id);
                outcomes.Property(o => o.Id).ValueGeneratedNever();
            }
        );
        builder.Navigation(e => e.Outcomes).HasField("_outcomes").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

/// <summary>A request to record what became of an ask or a commitment.</summary>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record RecordOutcome(
    OutcomeStatus Status,
    DateOnly? On,
    [property: FreeText] string? Note,
    bool Confirmed = false,
    [property: FreeText] string? Evidence = null
) : IFreeText
{
    internal OutcomeReport Report => new(Status, On, Note, null, Evidence);
}

/// <summary>What became of it, as shown.</summary>
public sealed record OutcomeView(OutcomeStatus Status, DateOnly? On, DateOnly KnownOn, string? Note, string? Evidence)
{
    internal static IReadOnlyList<OutcomeView> AllOf(IEnumerable<Outcome> outcomes, DateOnly asAt) =>
        [
            .. outcomes
                .Where(o => o.KnownOn <= asAt)
                .OrderBy(o => o.On ?? o.KnownOn)
                .ThenBy(o => o.RecordedAt)
                .Select(o => new OutcomeView(o.Status, o.On, o.KnownOn, o.Note, o.Evidence)),
        ];
}

using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.PoliceActionPlan.Actions;

/// <summary>A value of an action's outcome measure as written.</summary>
/// <param name="On">London date of which it speaks.</param>
/// <param name="Number">In <paramref name="Unit"/>; or else <paramref name="Words"/>.</param>
/// <param name="Unit">What the number counts: "per cent", "residents".</param>
/// <param name="Words">Where the outcome is not a number.</param>
/// <param name="CountsPeople">The number is a count of people: a small one is suppressed wherever it is shown.</param>
/// <param name="Source">Where the value comes from.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record MeasureText(
    DateOnly? On,
    decimal? Number = null,
    [property: FreeText] string? Unit = null,
    [property: FreeText] string? Words = null,
    bool CountsPeople = false,
    [property: FreeText] string? Source = null,
    bool Confirmed = false
) : IFreeText;

/// <summary>What the outcome measure of an action came to on a day.</summary>
public sealed class MeasureValue : Appended
{
    private MeasureValue() { }

    public DateOnly On { get; private init; }

    public decimal? Number { get; private init; }

    public string? Unit { get; private init; }

    public string? Words { get; private init; }

    public bool CountsPeople { get; private init; }

    public string Source { get; private init; } = "";

    public static Result<MeasureValue> Add(
        MeasureText text,
        ActionHead action,
        bool hasMeasure,
        string? addedBy,
        DateOnly today,
        DateTimeOffset now
    )
    {
        var inWords = !string.IsNullOrWhiteSpace(text.Words);
        return new Check()
            .That(hasMeasure, "measure/none", "Say first what the action's outcome measure is.")
            .That(text.On is not null, "input/required", "Enter the day of which it speaks.", "on")
            .That(text.On is null || text.On <= today, "measure/in-the-future", "A value is measured, not foreseen.", "on")
            .That(text.Number is not null ^ inWords, "measure/number-or-words", "Give a number, or words where there is none.", "number")
            .That(
                text.Number is null || !string.IsNullOrWhiteSpace(text.Unit),
                "measure/no-unit",
                "Say what the number counts: for example, per cent or residents.",
                "unit"
            )
            .That(
                text.Number is null || Math.Abs(text.Number.Value) < 1_000_000_000_000m,
                "measure/too-large",
                "This number is too large.",
                "number"
            )
            .That(
                !text.CountsPeople || (text.Number is >= 0 and <= int.MaxValue && decimal.IsInteger(text.Number.Value)),
                "measure/people-are-whole",
                "A count of people is a whole number, 0 or more.",
                "number"
            )
            .OptionalText(text.Unit, "unit", 100)
            .OptionalText(text.Words, "words", 1000)
            .Text(text.Source, "source", 500)
            .Result.With(() =>
            {
                var value = new MeasureValue
                {
                    ActionId = action.Id,
                    On = text.On!.Value,
                    Number = text.Number,
                    Unit = text.Number is null ? null : text.Unit,
                    Words = inWords ? text.Words : null,
                    CountsPeople = text.CountsPeople,
                    Source = text.Source!,
                    KnownOn = today,
                    RecordedAt = now,
                    AddedBy = addedBy,
                };
                value.RaiseMeasured(action, "Outcome measured", value.On, today);
                return value;
            });
    }

    protected override void RaiseWithdrawn(ActionHead action, DateOnly today) =>
        RaiseMeasured(action, "Measured value withdrawn", today, today);

    /// <summary>The value itself is not told: it is read here, where small counts of people are suppressed.</summary>
    private void RaiseMeasured(ActionHead action, string what, DateOnly on, DateOnly knownOn) =>
        Raise(
            new ActionMeasured(
                action.Id,
                action.Reference,
                Headline.Of(what, action.Title),
                on,
                knownOn,
                action.Workstream,
                action.Sharing,
                action.Path,
                Id,
                WithdrawnOn is null
            )
        );
}

internal sealed class MeasureValueMapping : IEntityTypeConfiguration<MeasureValue>
{
    public void Configure(EntityTypeBuilder<MeasureValue> builder)
    {
        builder.ToTable("action_measures");
        builder.Property(m => m.AddedBy).HasMaxLength(300);
        builder.HasOne<PlanAction>().WithMany().HasForeignKey(m => m.ActionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new
        {
            m.ActionId,
            m.On,
            m.Id,
        });
    }
}

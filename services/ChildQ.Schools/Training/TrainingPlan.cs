namespace ChildQ.Schools.Training;

/// <summary>When, where and with how many places a session is to be, as known from a date on. Appended, never changed.</summary>
public sealed class TrainingPlan
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>1 for the first of a session, and so on: the last is the plan as it stands.</summary>
    public required int Sequence { get; init; }

    /// <summary>London date from which it was known.</summary>
    public required DateOnly KnownOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>London date; none where the day is not known.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The date in the words of its source.</summary>
    public string? OnText { get; init; }

    /// <summary>London time.</summary>
    public TimeOnly? StartsAt { get; init; }

    /// <inheritdoc cref="StartsAt"/>
    public TimeOnly? EndsAt { get; init; }

    public string? Place { get; init; }

    public int? Capacity { get; init; }

    /// <summary>Why the day or the times moved; none where they did not.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it has begun, by London's clock. Where no time is known it begins with its day.</summary>
    public bool HasBegun(DateTime london) => On is { } day && day.ToDateTime(StartsAt ?? TimeOnly.MinValue) <= london;

    public bool SaysTheSameAs(TrainingPlan? other) =>
        other is not null
        && (On, OnText, StartsAt, EndsAt, Place, Capacity)
            == (other.On, other.OnText, other.StartsAt, other.EndsAt, other.Place, other.Capacity);
}

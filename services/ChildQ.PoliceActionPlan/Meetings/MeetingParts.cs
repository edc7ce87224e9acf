using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.PoliceActionPlan.Meetings;

/// <summary>One point of an agenda. An agenda is rewritten by taking points off and putting points on; both days stay on record.</summary>
public sealed class AgendaItem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>From 1, in the order of the meeting.</summary>
    public required int Position { get; init; }

    public required string Title { get; init; }

    /// <summary>A post or an organisation.</summary>
    public string? Presenter { get; init; }

    /// <summary>References of registers, or addresses where the papers stand.</summary>
    public List<string> Papers { get; init; } = [];

    /// <summary>London date on which it was put on the agenda.</summary>
    public required DateOnly KnownOn { get; init; }

    /// <summary>London date on which it was taken off; none while it stands.</summary>
    public DateOnly? TakenOffOn { get; private set; }

    internal void TakeOff(DateOnly on) => TakenOffOn = on;

    internal bool StoodOn(DateOnly asAt) => KnownOn <= asAt && (TakenOffOn is null || TakenOffOn > asAt);

    internal bool Says(AgendaItemText text, int position) =>
        (Position, Title, Presenter) == (position, text.Title, text.Presenter)
        && Papers.SequenceEqual(text.Papers ?? [], StringComparer.Ordinal);
}

/// <summary>A point of an agenda as written.</summary>
/// <param name="Presenter">A post or an organisation.</param>
/// <param name="Papers">References of registers, or addresses where the papers stand.</param>
public sealed record AgendaItemText([property: FreeText] string? Title, string? Presenter = null, IReadOnlyList<string>? Papers = null);

/// <summary>Whether somebody came.</summary>
public enum Presence
{
    Present,
    Apologies,
}

/// <summary>Who came, or sent apologies: an organisation and a post. Appended; what is said later of the same post stands in its place.</summary>
public sealed class Attendance
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Organisation { get; init; }

    /// <summary>The post held there; none where only the organisation is known.</summary>
    public string? Post { get; init; }

    /// <summary>Of a public official, only where the source of the minutes gives it. Never of a resident.</summary>
    public string? Official { get; init; }

    public required Presence Presence { get; init; }

    /// <summary>London date from which it was known.</summary>
    public required DateOnly KnownOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>Who came, as written.</summary>
/// <param name="Official">Name of a public official, only where the source of the minutes gives it.</param>
public sealed record AttendanceText(string? Organisation, string? Post, Presence Presence, string? Official = null);

/// <summary>A planned meeting that was put on another day: why, and from when to when.</summary>
public sealed class MeetingMove
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public required string Reason { get; init; }

    /// <summary>London date of the move.</summary>
    public required DateOnly MovedOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

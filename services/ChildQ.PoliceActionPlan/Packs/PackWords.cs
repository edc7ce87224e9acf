using System.Globalization;
using System.Text;
using ChildQ.PoliceActionPlan.Meetings;
using ChildQ.ServiceDefaults.Promises;

namespace ChildQ.PoliceActionPlan.Packs;

/// <summary>Dates, states and lateness as a board reads them.</summary>
internal static class PackWords
{
    public const string NotStated = "Not stated";

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static string Day(DateOnly? day) => day?.ToString("d MMMM yyyy", British) ?? NotStated;

    /// <summary>"Under way" for <c>UnderWay</c>.</summary>
    public static string Of<T>(T word)
        where T : struct, Enum
    {
        var words = new StringBuilder();
        foreach (var c in word.ToString())
        {
            words.Append(words.Length > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : c.ToString());
        }

        return words.ToString();
    }

    public static string When(MeetingView meeting) =>
        $"{Day(meeting.On)}{(meeting.StartsAt is { } starts ? $", {starts.ToString("HH:mm", British)}" : "")}{(meeting.Place is { } place ? $", {place}" : "")}.";

    /// <summary>As it stands, and the first date where that is another.</summary>
    public static string Due(DateOnly? first, DateOnly? due, string? inWords) =>
        (due is null ? inWords ?? NotStated : Day(due)) + (first is not null && first != due ? $"\nfirst promised for {Day(first)}" : "");

    public static string Late(int days) =>
        days switch
        {
            <= 0 => "",
            1 => ", 1 day late",
            _ => string.Create(CultureInfo.InvariantCulture, $", {days} days late"),
        };

    public static string Status(PromiseStatus status, int daysLate, string? note) =>
        $"{Of(status)}{Late(daysLate)}{(note is null ? "" : $"\n{note}")}";

    public static string Of(DueDateMoveView m) => $"{Day(m.MovedOn)}: from {Day(m.From)} to {Day(m.To)}: {m.Reason}";

    /// <summary>Progress and evidence known since the last meeting, line by line.</summary>
    public static string Moved(PackAction action) =>
        string.Join(
            '\n',
            action
                .Moved.Select(n => $"{Day(n.On ?? n.KnownOn)}: {Of(n.Status)}{(n.Note is null ? "" : $": {n.Note}")}")
                .Concat(action.Evidence.Select(e => $"Evidence: {e.What} ({e.Address ?? e.Document})"))
        );
}

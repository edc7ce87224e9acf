using ChildQ.Contracts;

namespace ChildQ.PoliceActionPlan.Correspondence;

/// <summary>A letter as shown, as at a date.</summary>
/// <param name="InReplyTo">Reference of the letter that it answers.</param>
/// <param name="Replies">References of the letters that had answered it by then.</param>
/// <param name="Overdue">Whether a reply was due before then and had not come.</param>
/// <param name="Chases">Reference of the letter whose reply it asks for again.</param>
/// <param name="Reply">Where its reply stood.</param>
/// <param name="DaysLate">Days after the due date: until the reply, or until then.</param>
public sealed record LetterView(
    Guid Id,
    string Reference,
    Direction Direction,
    DateOnly? On,
    string From,
    string To,
    IReadOnlyList<string> Signatories,
    string Subject,
    string? Summary,
    DateOnly? ReplyDue,
    string? InReplyTo,
    IReadOnlyList<string> Replies,
    bool Overdue,
    DateOnly KnownOn,
    string? Source,
    SharingLevel Sharing,
    string? Chases,
    ReplyState Reply,
    int DaysLate
)
{
    internal static LetterView Of(Letter l, DateOnly asAt, IEnumerable<Reply> replies)
    {
        var known = replies.Where(r => r.To == l.Reference && r.KnownOn <= asAt).ToList();
        var standing = l.ReplyAsAt(asAt, known.Min(r => (DateOnly?)(r.On ?? r.KnownOn)));
        return new(
            l.Id,
            l.Reference,
            l.Direction,
            l.On,
            l.From,
            l.To,
            l.Signatories,
            l.Subject,
            l.Summary,
            l.ReplyDue,
            l.InReplyTo,
            [.. known.Where(r => r.MaySee).Select(r => r.Reference).Order(StringComparer.Ordinal)],
            l.IsOverdue(asAt, known.Min(r => (DateOnly?)r.KnownOn)),
            l.KnownOn,
            l.Source,
            l.Sharing,
            l.Chases,
            standing.State,
            standing.DaysLate
        );
    }
}

/// <summary>A letter that answers another.</summary>
/// <param name="To">Reference of the letter that it answers.</param>
/// <param name="MaySee">Whether this caller may read it. That an answer came is no secret: without it the letter would look unanswered.</param>
internal sealed record Reply(string To, string Reference, DateOnly? On, DateOnly KnownOn, bool MaySee);

using System.Globalization;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.PoliceActionPlan.Correspondence;

/// <summary>What became of a proposed chaser.</summary>
public enum ChaserStatus
{
    Proposed,
    Sent,
    Dismissed,
}

/// <summary>
/// A chaser for a letter whose reply is overdue: proposed by the clock, addressed as the letter, sent by nobody but a person. One for each
/// letter and due date.
/// </summary>
public sealed class Chaser : Entry
{
    private Chaser() { }

    /// <summary>Reference of the letter whose reply is overdue.</summary>
    public string Letter { get; private set; } = "";

    /// <summary>The date by which the reply was due when this was proposed.</summary>
    public DateOnly ReplyDue { get; private set; }

    public string From { get; private set; } = "";

    public string To { get; private set; } = "";

    public string Subject { get; private set; } = "";

    /// <summary>The draft, as proposed.</summary>
    public string Draft { get; private set; } = "";

    public ChaserStatus Status { get; private set; }

    /// <summary>London date on which it was sent or dismissed.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Reference of the letter as which it was sent.</summary>
    public string? SentAs { get; private set; }

    public string? DismissedBecause { get; private set; }

    /// <param name="reference">The next of the register.</param>
    /// <param name="letter">A letter that went out, and asks for a reply by a day that has passed.</param>
    /// <param name="today">In London.</param>
    public static Chaser Propose(string reference, Letter letter, DateOnly today)
    {
        var chaser = new Chaser
        {
            Letter = letter.Reference,
            ReplyDue = letter.ReplyDue ?? throw new ArgumentException("No reply is due.", nameof(letter)),
            From = letter.From,
            To = letter.To,
            Subject = letter.Subject.StartsWith("Reminder: ", StringComparison.Ordinal)
                ? letter.Subject
                : Cut($"Reminder: {letter.Subject}"),
            Draft =
                $"{(letter.On is { } on ? $"On {InWords(on)} we" : "We")} wrote to you ({letter.Reference}) about \"{letter.Subject}\" and asked for your reply by "
                + $"{InWords(letter.ReplyDue.Value)}. We have had none.\n\nPlease reply, or tell us by which day you will.",
        };
        chaser.Enter(new ProposalText(reference, today, letter.Reference, letter.Sharing), today);
        return chaser;
    }

    /// <summary>It went out, as a letter on record.</summary>
    public Result Send(string letter, DateOnly today) => Close(ChaserStatus.Sent, today, () => SentAs = letter);

    /// <summary>It is not to be sent, and why.</summary>
    public Result Dismiss(string? reason, DateOnly today)
    {
        var check = new Check()
            .That(!string.IsNullOrWhiteSpace(reason), "chaser/no-reason", "Say why no chaser is sent.", "reason")
            .OptionalText(reason, "reason", 2000);
        return check.Failed ? check.Result : Close(ChaserStatus.Dismissed, today, () => DismissedBecause = reason);
    }

    public ChaserStatus StatusAsAt(DateOnly asAt) => ClosedOn <= asAt ? Status : ChaserStatus.Proposed;

    private Result Close(ChaserStatus status, DateOnly today, Action how)
    {
        if (Status != ChaserStatus.Proposed)
        {
            return Rule.Broken("chaser/closed", "This chaser was sent or dismissed already.");
        }

        (Status, ClosedOn) = (status, today);
        how();
        return Result.Ok;
    }

    private static string InWords(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Cut(string subject) => subject.Length <= 300 ? subject : subject[..300];

    private sealed record ProposalText(string? Reference, DateOnly? KnownOn, string? Source, Contracts.SharingLevel? Sharing) : IEntryText;
}

internal sealed class ChaserMapping : IEntityTypeConfiguration<Chaser>
{
    public void Configure(EntityTypeBuilder<Chaser> builder)
    {
        builder.MapEntry("chasers");
        builder.HasIndex(c => new { c.Letter, c.ReplyDue }).IsUnique();
        builder
            .HasOne<Letter>()
            .WithMany()
            .HasForeignKey(c => c.Letter)
            .HasPrincipalKey(l => l.Reference)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

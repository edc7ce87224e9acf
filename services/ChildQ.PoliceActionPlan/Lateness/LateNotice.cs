using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Correspondence;
using ChildQ.PoliceActionPlan.Meetings;
using ChildQ.PoliceActionPlan.Protocols;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.PoliceActionPlan.Lateness;

/// <summary>What was late.</summary>
public enum LateKind
{
    Reply,
    Commitment,
    Action,
    BodyAction,

    /// <summary>Of a published protocol or guidance.</summary>
    Review,
}

/// <summary>
/// That oversight was told of something late: once for each due date, whoever looks and however often. Overdue itself is always computed.
/// What the event says was late from the day after the due date; that it was late was known from the day of the notice.
/// </summary>
public sealed class LateNotice : Entity
{
    private LateNotice() { }

    public LateKind Kind { get; private init; }

    public string Reference { get; private init; } = "";

    public DateOnly Due { get; private init; }

    /// <summary>London date of the notice.</summary>
    public DateOnly On { get; private init; }

    public static LateNotice Of(Letter letter, DateOnly today) =>
        Of(
            LateKind.Reply,
            letter.Reference,
            letter.ReplyDue!.Value,
            today,
            due => new ReplyOverdue(
                letter.Id,
                letter.Reference,
                Headline.Of("Reply overdue", $"{letter.To}, to the letter \"{letter.Subject}\""),
                due.AddDays(1),
                today,
                Workstreams.PoliceTrustAndConfidence,
                letter.Sharing,
                $"/police-action-plan/letters/{letter.Id}",
                due
            )
        );

    public static LateNotice Of(Commitment commitment, DateOnly today) =>
        Of(
            LateKind.Commitment,
            commitment.Reference,
            commitment.Due!.Value,
            today,
            due => new CommitmentOverdue(
                commitment.Id,
                commitment.Reference,
                Headline.Of("Commitment overdue", commitment.Text),
                due.AddDays(1),
                today,
                Workstreams.PoliceTrustAndConfidence,
                commitment.Sharing,
                $"/police-action-plan/commitments/{commitment.Id}",
                due
            )
        );

    public static LateNotice Of(PlanAction action, DateOnly today) =>
        Of(
            LateKind.Action,
            action.Reference,
            action.Due!.Value,
            today,
            due => new ActionOverdue(
                action.Id,
                action.Reference,
                Headline.Of("Action overdue", action.Title),
                due.AddDays(1),
                today,
                action.Workstream,
                action.Sharing,
                $"/police-action-plan/actions/{action.Id}",
                due
            )
        );

    public static LateNotice Of(BodyAction action, DateOnly today) =>
        Of(
            LateKind.BodyAction,
            action.Reference,
            action.Due!.Value,
            today,
            due => new ActionOverdue(
                action.Id,
                action.Reference,
                Headline.Of("Action of a meeting overdue", action.Title),
                due.AddDays(1),
                today,
                action.Workstream,
                action.Sharing,
                $"/police-action-plan/body-actions/{action.Id}",
                due
            )
        );

    public static LateNotice Of(Protocol protocol, DateOnly today) =>
        Of(
            LateKind.Review,
            protocol.Reference,
            protocol.ReviewOnAsAt(today)!.Value,
            today,
            due => new ProtocolReviewOverdue(
                protocol.Id,
                protocol.Reference,
                Headline.Of("Review overdue", protocol.Title),
                due.AddDays(1),
                today,
                Workstreams.PoliceTrustAndConfidence,
                protocol.Sharing,
                $"/police-action-plan/protocols/{protocol.Id}",
                due,
                protocol.VersionNumber
            )
        );

    private static LateNotice Of(LateKind kind, string reference, DateOnly due, DateOnly today, Func<DateOnly, IReportable> happened)
    {
        var notice = new LateNotice
        {
            Kind = kind,
            Reference = reference,
            Due = due,
            On = today,
        };
        notice.Raise(happened(due));
        return notice;
    }
}

internal sealed class LateNoticeMapping : IEntityTypeConfiguration<LateNotice>
{
    public void Configure(EntityTypeBuilder<LateNotice> builder)
    {
        builder.ToTable("late_notices");
        builder.Property(n => n.Reference).HasMaxLength(40);
        builder
            .HasIndex(n => new
            {
                n.Kind,
                n.Reference,
                n.Due,
            })
            .IsUnique();
    }
}

using ChildQ.Contracts;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.PoliceActionPlan.Meetings;

/// <summary>
/// What a meeting asked to be done, as written: an action of the body itself (<paramref name="Owner"/>), or one of the shared plan, which is on
/// record already (<paramref name="PlanAction"/>) or is put into it now (<paramref name="NewAction"/>).
/// </summary>
/// <param name="Owner">Post or organisation.</param>
/// <param name="PlanAction">Reference of an action of the plan; it keeps its own owner, due date and progress.</param>
public sealed record ArisingText(
    [property: FreeText] string? Title,
    string? Owner = null,
    DateOnly? Due = null,
    string? PlanAction = null,
    [property: FreeText] ActionText? NewAction = null
);

/// <summary>An action arising from a meeting: the body's own, with owner, due date and progress, or a link to an action of the plan.</summary>
public sealed class BodyAction : Promise, IEntry, IOfBody
{
    private BodyAction() { }

    /// <summary>Reference of the meeting from which it arose.</summary>
    public string Meeting { get; private set; } = "";

    /// <summary>Reference of the body that met; none for a meeting of people.</summary>
    public string? Body { get; private set; }

    /// <summary>Post or organisation; none for a link to the plan.</summary>
    public string? Owner { get; private set; }

    /// <summary>Reference of the action of the plan that it is; none for the body's own.</summary>
    public string? PlanAction { get; private set; }

    /// <summary>That of the meeting.</summary>
    public SharingLevel Sharing { get; private set; }

    public DateTimeOffset? AppendedAt { get; private set; }

    public static Result<BodyAction> Arise(string reference, ArisingText text, Meeting meeting, DateOnly today)
    {
        var own = text.PlanAction is null;
        return new Check()
            .That(meeting.Status == MeetingStatus.Held, "meeting/not-held", "Actions arise from a meeting that was held.", "arising")
            .Text(text.Title, "title")
            .OptionalText(text.Owner, "owner", 300)
            .That(
                !own || !string.IsNullOrWhiteSpace(text.Owner),
                "arising/no-owner",
                "Say who does it: a post or an organisation.",
                "owner"
            )
            .That(
                own || (text.Owner is null && text.Due is null),
                "arising/plan-action-has-its-own",
                "An action of the plan has its own owner and due date.",
                "planAction"
            )
            .That(
                text.Due is null || meeting.On is null || text.Due >= meeting.On,
                "arising/due-before-meeting",
                "It cannot be due before the meeting.",
                "due"
            )
            .Result.With(() =>
                new BodyAction
                {
                    Reference = reference,
                    Title = text.Title!,
                    Meeting = meeting.Reference,
                    Body = meeting.Body,
                    Owner = text.Owner,
                    PlanAction = text.PlanAction,
                    Due = text.Due,
                    FirstDue = text.Due,
                    KnownOn = today,
                    Source = meeting.Source,
                    Sharing = meeting.Sharing,
                    Workstream = meeting.Workstream,
                }
            );
    }

    /// <summary>Whether it has progress of its own; what is an action of the plan has its progress there.</summary>
    public Result IsOwn() =>
        PlanAction is null ? Result.Ok : Rule.Broken("arising/in-the-plan", "This is an action of the plan: record it there.");

    protected override void RaiseProgressed(Progress progress) => AppendedAt = progress.RecordedAt;

    protected override void RaiseDueMoved(DueDateMove move) => AppendedAt = move.RecordedAt;
}

internal sealed class BodyActionMapping : IEntityTypeConfiguration<BodyAction>
{
    public void Configure(EntityTypeBuilder<BodyAction> builder)
    {
        builder.MapPromise("body_actions", "body_action");
        builder.HasIndex(a => a.Body);
        builder
            .HasOne<Meeting>()
            .WithMany()
            .HasForeignKey(a => a.Meeting)
            .HasPrincipalKey(m => m.Reference)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

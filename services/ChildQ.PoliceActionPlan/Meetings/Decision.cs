using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.PoliceActionPlan.Meetings;

/// <summary>A decision as written.</summary>
/// <param name="Sharing">For partners unless said. A decision may be public where the minutes are not.</param>
public sealed record DecisionText([property: FreeText] string? Text, SharingLevel? Sharing = null);

/// <summary>What a meeting decided. It is never rewritten: another decision takes its place.</summary>
public sealed class Decision : Entry, IOfBody
{
    private Decision() { }

    /// <summary>Reference of the meeting that took it.</summary>
    public string Meeting { get; private set; } = "";

    /// <summary>Reference of the body that met; none for a meeting of people.</summary>
    public string? Body { get; private set; }

    /// <summary>London date of the meeting; none where it is not known.</summary>
    public DateOnly? On { get; private set; }

    public string Text { get; private set; } = "";

    public string Workstream { get; private set; } = Workstreams.PoliceTrustAndConfidence;

    /// <param name="reference">The next of the register: <c>PAP-DEC-001</c>.</param>
    /// <param name="text">What was decided.</param>
    /// <param name="meeting">A meeting that was held.</param>
    /// <param name="today">In London.</param>
    public static Result<Decision> Take(string reference, DecisionText text, Meeting meeting, DateOnly today)
    {
        var entry = new EntryText(reference, today, meeting.Source, text.Sharing);
        return new Check()
            .ForNew(entry, today)
            .That(meeting.Status == MeetingStatus.Held, "meeting/not-held", "Only a meeting that was held has decided.", "decisions")
            .Text(text.Text, "text", 4000)
            .Result.With(() =>
            {
                var decision = new Decision
                {
                    Meeting = meeting.Reference,
                    Body = meeting.Body,
                    On = meeting.On,
                    Text = text.Text!,
                    Workstream = meeting.Workstream,
                };
                decision.Enter(entry, today);
                decision.RaiseTaken("Decided", decision.On, today);
                return decision;
            });
    }

    /// <summary>Makes it public, for good.</summary>
    public Result Publish(DateOnly today)
    {
        if (Sharing == SharingLevel.Public)
        {
            return Rule.Broken("decision/public-already", "This decision is public already.");
        }

        MakePublic();
        RaiseTaken("Decision made public", today, today);
        return Result.Ok;
    }

    private void RaiseTaken(string what, DateOnly? on, DateOnly knownOn) =>
        Raise(
            new DecisionTaken(
                Id,
                Reference,
                Headline.Of(what, Text),
                on,
                knownOn,
                Workstream,
                Sharing,
                $"/police-action-plan/decisions/{Id}",
                Meeting
            )
        );
}

/// <summary>What every entry carries, for those that are made in the course of another act.</summary>
internal sealed record EntryText(string? Reference, DateOnly? KnownOn, string? Source, SharingLevel? Sharing) : IEntryText;

internal sealed class DecisionMapping : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.MapEntry("decisions");
        builder
            .HasOne<Meeting>()
            .WithMany()
            .HasForeignKey(d => d.Meeting)
            .HasPrincipalKey(m => m.Reference)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => d.Body);
    }
}

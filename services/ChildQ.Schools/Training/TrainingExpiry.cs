using ChildQ.Contracts;
using ChildQ.Contracts.Schools;
using ChildQ.Schools.Governors;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.Schools.Training;

/// <summary>
/// That others were told of the end of a school's training in a topic, so that they are told once. Whether a school is trained is computed
/// (<see cref="Coverage"/>) and never read from here.
/// </summary>
public sealed class TrainingExpiry : Entity
{
    private TrainingExpiry() { }

    public Guid SchoolId { get; private init; }

    public CoveredPart Part { get; private init; }

    public Topic Topic { get; private init; }

    /// <summary>London date on which the last certificate ceased to hold.</summary>
    public DateOnly Until { get; private init; }

    internal static TrainingExpiry Tell(Guid schoolId, TopicStanding standing, DateOnly today)
    {
        var expiry = new TrainingExpiry
        {
            SchoolId = schoolId,
            Part = standing.Part,
            Topic = standing.Topic,
            Until = standing.Until!.Value,
        };
        expiry.Raise(
            new TrainingExpired(
                expiry.Id,
                "SCH-TRA",
                $"{(standing.Part == CoveredPart.Board ? "A governing board" : "A school")} is no longer trained in {Words(standing.Topic)}",
                expiry.Until,
                today,
                Workstreams.Schools,
                SharingLevel.Partners,
                "/schools/training/coverage?state=expired",
                $"{standing.Topic}",
                standing.Part == CoveredPart.Board
            )
        );
        return expiry;
    }

    private static string Words(Topic topic) =>
        topic switch
        {
            Topic.Safeguarding => "safeguarding",
            Topic.Adultification => "adultification",
            Topic.CulturalCompetence => "cultural competence",
            Topic.AntiRacismLeadership => "anti-racism leadership",
            Topic.Exclusions => "exclusions",
            Topic.EqualityDuties => "equality duties",
            _ => throw new ArgumentOutOfRangeException(nameof(topic)),
        };
}

internal sealed class TrainingExpiryMapping : IEntityTypeConfiguration<TrainingExpiry>
{
    public void Configure(EntityTypeBuilder<TrainingExpiry> builder)
    {
        builder.ToTable("training_expiries");
        builder
            .HasIndex(e => new
            {
                e.SchoolId,
                e.Part,
                e.Topic,
                e.Until,
            })
            .IsUnique();
        builder.HasOne<School>().WithMany().HasForeignKey(e => e.SchoolId).OnDelete(DeleteBehavior.Restrict);
    }
}

using ChildQ.Schools.Pupils;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.Schools.Governors;

/// <summary>What governors are trained in.</summary>
public enum Topic
{
    Safeguarding,
    Adultification,
    CulturalCompetence,
    AntiRacismLeadership,
    Exclusions,
    EqualityDuties,
}

/// <summary>How many governors have been trained in a topic.</summary>
public sealed record TrainedText(Topic Topic, int Governors);

/// <summary>A governing board on a day, as written.</summary>
/// <param name="Urn">The school; a <c>school</c> user's own where left out.</param>
/// <param name="Seats">Seats by the instrument of government.</param>
/// <param name="Filled">Seats with a governor.</param>
/// <param name="YoungGovernors">Pupils and young people who serve on the board or beside it (associate members, youth board).</param>
/// <param name="Groups">Governors by ethnic group and by sex.</param>
/// <param name="Trained">Of the governors, how many have been trained in each topic.</param>
public sealed record BoardText(
    int? Urn,
    DateOnly On,
    int Seats,
    int Filled,
    int YoungGovernors,
    IReadOnlyList<GroupText>? Groups,
    IReadOnlyList<TrainedText>? Trained
);

/// <summary>
/// A governing board as it was on a day. Counts only, never who. Appended, never changed: what was recorded wrongly is recorded again for the same
/// day, and the later record counts.
/// </summary>
public sealed class BoardSnapshot : Entity
{
    private const int MostSeats = 60;

    private BoardSnapshot() { }

    public Guid SchoolId { get; private init; }

    public int Urn { get; private init; }

    /// <summary>London date of which this is true.</summary>
    public DateOnly On { get; private init; }

    /// <summary>London date from which it was on record.</summary>
    public DateOnly KnownOn { get; private init; }

    public int Seats { get; private init; }

    public int Filled { get; private init; }

    public int YoungGovernors { get; private init; }

    public List<GroupCount> Groups { get; private init; } = [];

    public List<Trained> Trained { get; private init; } = [];

    public static Result<BoardSnapshot> Record(BoardText text, School school, DateOnly today)
    {
        var check = new Check()
            .That(text.On <= today, "board/in-the-future", "Say how the board was, not how it will be.", "on")
            .That(text.Seats is >= 1 and <= MostSeats, "board/seats", $"A board has from 1 to {MostSeats} seats.", "seats")
            .That(text.Filled >= 0 && text.Filled <= text.Seats, "board/more-than-seats", "No more governors than seats.", "filled")
            .That(text.YoungGovernors is >= 0 and <= MostSeats, "board/young", $"From 0 to {MostSeats}.", "youngGovernors")
            .That(
                text.Groups?.All(g => g.Dimension is Dimension.EthnicGroup or Dimension.Sex) != false,
                "board/dimension",
                "Governors are counted by ethnic group and by sex.",
                "groups"
            )
            .That(
                text.Trained?.All(t => Enum.IsDefined(t.Topic) && t.Governors >= 0 && t.Governors <= text.Filled) != false,
                "board/trained",
                "No more governors are trained in a topic than there are.",
                "trained"
            )
            .That(
                text.Trained?.DistinctBy(t => t.Topic).Count() == text.Trained?.Count,
                "list/twice",
                "Each may be there once only.",
                "trained"
            );
        GroupCount.Check(check, text.Groups, text.Filled);
        return check.Result.With(() =>
            new BoardSnapshot
            {
                SchoolId = school.Id,
                Urn = school.Urn,
                On = text.On,
                KnownOn = today,
                Seats = text.Seats,
                Filled = text.Filled,
                YoungGovernors = text.YoungGovernors,
                Groups = GroupCount.Of(text.Groups),
                Trained = [.. (text.Trained ?? []).Select(t => new Trained(t.Topic, t.Governors))],
            }
        );
    }
}

/// <summary>Governors trained in a topic.</summary>
public sealed class Trained
{
    private Trained() { }

    internal Trained(Topic topic, int governors) => (Topic, Governors) = (topic, governors);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Topic Topic { get; private init; }

    public int Governors { get; private init; }
}

internal sealed class BoardMapping : IEntityTypeConfiguration<BoardSnapshot>
{
    public void Configure(EntityTypeBuilder<BoardSnapshot> builder)
    {
        builder.ToTable("board_snapshots");
        builder.HasOne<School>().WithMany().HasForeignKey(b => b.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(b => new { b.Urn, b.On });
        builder.OwnsGroups(b => b.Groups, "board_groups", "BoardSnapshotId");
        builder.OwnsMany(
            b => b.Trained,
            trained =>
            {
                trained.ToTable("board_training");
                trained.WithOwner().HasForeignKey("BoardSnapshotId");
                trained.HasKey(t => t.Id);
                trained.Property(t => t.Id).ValueGeneratedNever();
            }
        );
    }
}

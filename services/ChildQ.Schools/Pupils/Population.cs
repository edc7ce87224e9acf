using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.Schools.Pupils;

/// <summary>How many pupils of a group a school has, by a census. Appended, never changed: a corrected number is a later record.</summary>
public sealed class PopulationCount : Entity
{
    private PopulationCount() { }

    internal PopulationCount(School school, PopulationRow row, string group, DateOnly knownOn) =>
        (SchoolId, Urn, On, Dimension, Group, Pupils, KnownOn) = (school.Id, school.Urn, row.On, row.Dimension, group, row.Pupils, knownOn);

    public Guid SchoolId { get; private init; }

    public int Urn { get; private init; }

    /// <summary>Day of the census.</summary>
    public DateOnly On { get; private init; }

    public Dimension Dimension { get; private init; }

    public string Group { get; private init; } = "";

    public int Pupils { get; private init; }

    /// <summary>London date from which the number was known here.</summary>
    public DateOnly KnownOn { get; private init; }
}

/// <summary>A row of the population register: pupils of one group at one school on the day of a census.</summary>
/// <param name="Group">A word of <see cref="Groups"/>.</param>
public sealed record PopulationRow(int Urn, DateOnly On, Dimension Dimension, string Group, int Pupils)
{
    private const int MostPupils = 20_000;

    internal static async Task Apply(ImportBatch<PopulationRow> batch, ServiceDb db, DateOnly today, CancellationToken ct)
    {
        var schools = await db.Set<School>().ToDictionaryAsync(s => s.Urn, ct);
        var latest = (await db.Set<PopulationCount>().AsNoTracking().ToListAsync(ct))
            .GroupBy(p => (p.Urn, p.On, p.Dimension, p.Group))
            .ToDictionary(p => p.Key, p => p.MaxBy(c => (c.KnownOn, c.Id))!.Pupils);
        var seen = new HashSet<(int, DateOnly, Dimension, string)>();
        foreach (var (line, row) in batch.Rows)
        {
            var group = Groups.Named(row.Dimension, row.Group);
            if (!schools.TryGetValue(row.Urn, out var school))
            {
                batch.Problem(line, "urn", "There is no school on the register with this URN.");
            }
            else if (group is null)
            {
                batch.Problem(line, "group", $"must be one of: {string.Join(", ", Groups.Of(row.Dimension))}");
            }
            else if (row.On > today)
            {
                batch.Problem(line, "on", "A census lies in the past.");
            }
            else if (row.Pupils is < 0 or > MostPupils)
            {
                batch.Problem(line, "pupils", $"The number of pupils is from 0 to {MostPupils}.");
            }
            else if (!seen.Add((row.Urn, row.On, row.Dimension, group)))
            {
                batch.Problem(line, "group", "This group is in the file twice for the same school and day.");
            }
            else
            {
                int? before = latest.TryGetValue((row.Urn, row.On, row.Dimension, group), out var known) ? known : null;
                batch.Count(isNew: before is null, isChanged: before != row.Pupils);
                if (before != row.Pupils)
                {
                    db.Add(new PopulationCount(school, row, group, today));
                }
            }
        }
    }
}

internal static class PopulationQueries
{
    /// <summary>The pupils of each group by the latest census known at a date, school by school (URN).</summary>
    public static async Task<ILookup<int, PopulationCount>> PopulationAsync(
        this SchoolsDb db,
        DateOnly asAt,
        int? urn,
        CancellationToken ct
    ) =>
        (
            await db.Set<PopulationCount>()
                .AsNoTracking()
                .Where(p => p.KnownOn <= asAt && p.On <= asAt && (urn == null || p.Urn == urn))
                .ToListAsync(ct)
        )
            .GroupBy(p => (p.Urn, p.Dimension))
            .SelectMany(d =>
                d.Where(p => p.On == d.Max(c => c.On))
                    .GroupBy(p => p.Group, StringComparer.Ordinal)
                    .Select(g => g.MaxBy(p => (p.KnownOn, p.Id))!)
            )
            .ToLookup(p => p.Urn);
}

internal sealed class PopulationMapping : IEntityTypeConfiguration<PopulationCount>
{
    public void Configure(EntityTypeBuilder<PopulationCount> builder)
    {
        builder.ToTable("population_counts");
        builder.Property(p => p.Group).HasMaxLength(60);
        builder.HasOne<School>().WithMany().HasForeignKey(p => p.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new
        {
            p.Urn,
            p.Dimension,
            p.On,
        });
    }
}

using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.Schools.Register;

/// <summary>How far one school is with one thing: its statement, its charter. Made of dated acts that are appended and never changed.</summary>
public abstract class OfSchool : Entity
{
    public Guid SchoolId { get; protected init; }

    public School School { get; protected init; } = null!;

    /// <summary>When an act was last appended: the row, and with it the version, changes with each of them.</summary>
    public DateTimeOffset? AppendedAt { get; protected set; }
}

/// <summary>Something that a school did, or had, on a day.</summary>
public abstract class SchoolAct
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>London date on which it took effect.</summary>
    public required DateOnly On { get; init; }

    /// <summary>London date on which it was put on record: a view as at an earlier date does not show it.</summary>
    public required DateOnly KnownOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>The circumstances under which an act is recorded.</summary>
/// <param name="On">London date on which it took effect; today where left out.</param>
/// <param name="Today">London date of the recording.</param>
public sealed record Recording(DateOnly? On, DateOnly Today, DateTimeOffset Now)
{
    public DateOnly Day => On ?? Today;

    /// <summary>What has not happened yet cannot be recorded: problem <c>act/in-the-future</c>.</summary>
    public Check Check() => new Check().That(Day <= Today, "act/in-the-future", "The date cannot be in the future.", "on");
}

internal static class SchoolActs
{
    /// <summary>What was known as at a date, in the order in which it took effect.</summary>
    public static IEnumerable<T> AsAt<T>(this IEnumerable<T> acts, DateOnly asAt)
        where T : SchoolAct => acts.Where(a => a.KnownOn <= asAt).OrderBy(a => a.On).ThenBy(a => a.RecordedAt).ThenBy(a => a.Id);

    /// <summary>The schools for which this person may record: every one for the schools lead, else the one that their token names.</summary>
    public static IQueryable<School> RecordedBy(this IQueryable<School> schools, CurrentUser user)
    {
        var (all, own) = (user.Has(Roles.SchoolsLead), user.OwnSchool());
        return all ? schools : schools.Where(s => s.Urn == own);
    }

    /// <summary>The schools whose progress this person may see, as they were known on a date.</summary>
    public static IQueryable<SchoolRecord> ProgressVisibleTo(this SchoolsDb db, CurrentUser user, DateOnly asAt)
    {
        var (all, own) = (user.HasAny(Can.SeeEveryReceipt), user.OwnSchool());
        var records = db.RecordsAsAt(asAt);
        return all ? records : records.Where(r => r.Urn == own);
    }

    /// <summary>
    /// Appends an act to what is on record of a school, or begins the record with it. Those who append to the same record queue, so that each
    /// sees what the one before did. 404 for a school that is not this person's; 422 <c>school/not-open</c> for one that is closed.
    /// </summary>
    public static async Task<IResult> AppendAsync<T>(
        this SchoolsDb db,
        CurrentUser user,
        Guid schoolId,
        Func<School, T> begin,
        Func<T, Result> append,
        Func<T, IResult> answer
    )
        where T : OfSchool
    {
        await using var own = await db.OwnTransactionAsync();
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({typeof(T).Name}), hashtext({schoolId.ToString()}))");
        if (await db.Schools.RecordedBy(user).FirstOrDefaultAsync(s => s.Id == schoolId) is not { } school)
        {
            return Problem.NotFound("school");
        }

        if (!school.IsOpen)
        {
            return Problem.Of(422, "school/not-open", "This school is not open.");
        }

        var record = await db.Set<T>().AsSplitQuery().FirstOrDefaultAsync(r => r.SchoolId == schoolId);
        if (record is null)
        {
            record = begin(school);
            db.Add(record);
        }

        var result = append(record);
        var answered = await db.SaveAfter(result, () => answer(record));
        if (own is not null && result.IsOk)
        {
            await own.CommitAsync();
        }

        return answered;
    }

    /// <summary>One record for each school at most, in a table of its own.</summary>
    public static void MapOfSchool<T>(this EntityTypeBuilder<T> builder, string table)
        where T : OfSchool
    {
        builder.ToTable(table);
        builder.HasIndex(r => r.SchoolId).IsUnique();
        builder.HasOne(r => r.School).WithMany().HasForeignKey(r => r.SchoolId).OnDelete(DeleteBehavior.Restrict);
    }

    /// <summary>Acts live in a table of their own beside the record they belong to.</summary>
    public static void MapActs<T, TAct>(
        this EntityTypeBuilder<T> builder,
        System.Linq.Expressions.Expression<Func<T, IEnumerable<TAct>?>> acts,
        string table
    )
        where T : OfSchool
        where TAct : SchoolAct
    {
        builder.OwnsMany(
            acts,
            act =>
            {
                act.ToTable(table);
                act.WithOwner().HasForeignKey("RecordId");
                act.HasKey(a => a.Id);
                act.Property(a => a.Id).ValueGeneratedNever();
            }
        );
        builder.Navigation(acts).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

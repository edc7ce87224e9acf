using ChildQ.Schools.Charter;
using ChildQ.Schools.Register;
using ChildQ.Schools.Statement;
using ChildQ.Schools.SupportOffer;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Matrix;

/// <summary>A step that a school may still be missing.</summary>
public enum MatrixStep
{
    /// <summary>The headteachers' statement does not stand.</summary>
    Statement,

    /// <summary>The charter has not been begun.</summary>
    Charter,

    /// <summary>The charter has not been adopted.</summary>
    CharterAdopted,

    /// <summary>Not all five voices have had input to the charter.</summary>
    Voices,

    /// <summary>Not every offer of support has been made.</summary>
    SupportOffer,
}

/// <summary>One row of the matrix: how far a school is with each step, as at a date.</summary>
/// <param name="Id">The school's.</param>
/// <param name="StatementMissing">The offices that have yet to commit.</param>
/// <param name="VoicesMissing">The voices that have yet to have input to the charter.</param>
/// <param name="Next">The steps still missing, in the order in which to take them.</param>
public sealed record MatrixRow(
    Guid Id,
    int Urn,
    string School,
    string Phase,
    DateOnly? StatementSince,
    IReadOnlyList<StatementRole> StatementMissing,
    CharterStage Charter,
    DateOnly? CharterSince,
    CharterDistance Distance,
    IReadOnlyList<CharterVoice> VoicesMissing,
    IReadOnlyList<SupportStanding> Support,
    IReadOnlyList<MatrixStep> Next
)
{
    internal static MatrixRow Of(SchoolRecord school, SchoolProgress progress, DateOnly asAt)
    {
        var statement = StatementView.Of(school, progress.Statements.GetValueOrDefault(school.SchoolId), asAt);
        var charter = CharterView.Of(school, progress.Charters.GetValueOrDefault(school.SchoolId), asAt);
        var support = SupportStanding.Of(progress.Support.GetValueOrDefault(school.SchoolId), asAt);
        return new(
            school.SchoolId,
            school.Urn,
            school.Details.Name,
            school.Details.Phase,
            statement.Since,
            statement.Missing,
            charter.Stage,
            charter.Since,
            charter.Distance,
            charter.Missing,
            support,
            [.. Enum.GetValues<MatrixStep>().Where(step => IsMissing(step, statement, charter, support))]
        );
    }

    private static bool IsMissing(MatrixStep step, StatementView statement, CharterView charter, IReadOnlyList<SupportStanding> support) =>
        step switch
        {
            MatrixStep.Statement => !statement.Stands,
            MatrixStep.Charter => charter.Stage == CharterStage.NotStarted,
            MatrixStep.CharterAdopted => charter.Stage != CharterStage.Adopted,
            MatrixStep.Voices => charter.Missing.Count > 0,
            MatrixStep.SupportOffer => support.Any(o => o.State == SupportState.NotOffered),
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        };
}

/// <summary>
/// What is on record of the schools' steps. Hackney has some hundred open schools: all of it is read, so that a rule is said once, in the
/// entities, and not again in SQL.
/// </summary>
internal sealed record SchoolProgress(
    IReadOnlyDictionary<Guid, HeadteachersStatement> Statements,
    IReadOnlyDictionary<Guid, InclusionCharter> Charters,
    IReadOnlyDictionary<Guid, SchoolSupport> Support
)
{
    public static async Task<SchoolProgress> ReadAsync(SchoolsDb db, IReadOnlyCollection<Guid> schools, CancellationToken ct) =>
        new(
            await OfAsync<HeadteachersStatement>(db, schools, ct),
            await OfAsync<InclusionCharter>(db, schools, ct),
            await OfAsync<SchoolSupport>(db, schools, ct)
        );

    private static Task<Dictionary<Guid, T>> OfAsync<T>(SchoolsDb db, IReadOnlyCollection<Guid> schools, CancellationToken ct)
        where T : OfSchool =>
        db.Set<T>().AsNoTracking().AsSplitQuery().Where(r => schools.Contains(r.SchoolId)).ToDictionaryAsync(r => r.SchoolId, ct);
}

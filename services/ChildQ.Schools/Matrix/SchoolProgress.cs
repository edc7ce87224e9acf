using ChildQ.Schools.Charter;
using ChildQ.Schools.Register;
using ChildQ.Schools.Statement;
using ChildQ.Schools.SupportOffer;
using ChildQ.Schools.Training;
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

    /// <summary>The school or its board is not trained in every topic: never, or not any more.</summary>
    Training,
}

/// <summary>How far a school is with training.</summary>
/// <param name="Topics">How many topics there are.</param>
/// <param name="School">In how many of them head or staff are trained.</param>
/// <param name="Board">In how many of them the governing board is.</param>
/// <param name="Expired">Certificates that hold no more, of the school and of its board.</param>
/// <param name="ExpiringSoon">Certificates that hold for no more than 60 days.</param>
public sealed record TrainingProgress(int Topics, int School, int Board, int Expired, int ExpiringSoon)
{
    internal static TrainingProgress Of(IReadOnlyList<TopicStanding> standings)
    {
        int Trained(CoveredPart part) => standings.Count(s => s.Part == part && !s.IsGap);
        return new(
            standings.Count(s => s.Part == CoveredPart.School),
            Trained(CoveredPart.School),
            Trained(CoveredPart.Board),
            standings.Count(s => s.State == CoverageState.Expired),
            standings.Count(s => s.ExpiresSoon)
        );
    }

    internal bool IsMissing => School < Topics || Board < Topics;
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
    TrainingProgress Training,
    IReadOnlyList<MatrixStep> Next
)
{
    internal static MatrixRow Of(SchoolRecord school, SchoolProgress progress, DateOnly asAt)
    {
        var statement = StatementView.Of(school, progress.Statements.GetValueOrDefault(school.SchoolId), asAt);
        var charter = CharterView.Of(school, progress.Charters.GetValueOrDefault(school.SchoolId), asAt);
        var support = SupportStanding.Of(progress.Support.GetValueOrDefault(school.SchoolId), asAt);
        var training = TrainingProgress.Of(progress.Training.Of(school.SchoolId));
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
            training,
            [.. Enum.GetValues<MatrixStep>().Where(step => IsMissing(step, statement, charter, support, training))]
        );
    }

    private static bool IsMissing(
        MatrixStep step,
        StatementView statement,
        CharterView charter,
        IReadOnlyList<SupportStanding> support,
        TrainingProgress training
    ) =>
        step switch
        {
            MatrixStep.Statement => !statement.Stands,
            MatrixStep.Charter => charter.Stage == CharterStage.NotStarted,
            MatrixStep.CharterAdopted => charter.Stage != CharterStage.Adopted,
            MatrixStep.Voices => charter.Missing.Count > 0,
            MatrixStep.SupportOffer => support.Any(o => o.State == SupportState.NotOffered),
            MatrixStep.Training => training.IsMissing,
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
    IReadOnlyDictionary<Guid, SchoolSupport> Support,
    Coverage Training
)
{
    public static async Task<SchoolProgress> ReadAsync(
        SchoolsDb db,
        IReadOnlyCollection<Guid> schools,
        DateOnly asAt,
        CancellationToken ct
    ) =>
        new(
            await OfAsync<HeadteachersStatement>(db, schools, ct),
            await OfAsync<InclusionCharter>(db, schools, ct),
            await OfAsync<SchoolSupport>(db, schools, ct),
            await db.CoverageAsync(asAt, ct)
        );

    private static Task<Dictionary<Guid, T>> OfAsync<T>(SchoolsDb db, IReadOnlyCollection<Guid> schools, CancellationToken ct)
        where T : OfSchool =>
        db.Set<T>().AsNoTracking().AsSplitQuery().Where(r => schools.Contains(r.SchoolId)).ToDictionaryAsync(r => r.SchoolId, ct);
}

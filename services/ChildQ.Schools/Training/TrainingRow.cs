using ChildQ.Schools.Governors;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Training;

/// <summary>A session as one row of CSV, in and out. Holds nothing of its bookings.</summary>
public sealed record TrainingRow(
    string Reference,
    TrainingKind Kind,
    string Title,
    string? Detail,
    Topic[] Topics,
    Attendee[] ForWhom,
    DateOnly? On,
    string? OnText,
    TimeOnly? StartsAt,
    TimeOnly? EndsAt,
    string? Place,
    int? Capacity,
    int? CertificateMonths,
    string? Provider,
    TrainingStatus Status,
    [CsvColumn(MayBeMissing = true)] string? CancelledBecause,
    DateOnly? KnownOn,
    string? SourceSection
)
{
    internal static TrainingRow Of(TrainingSession s, DateOnly asAt)
    {
        var (plan, status) = (s.PlanAsAt(asAt)!, s.StatusAsAt(asAt));
        return new(
            s.Reference,
            s.Kind,
            s.Title,
            s.Detail,
            [.. s.Topics],
            [.. s.ForWhom],
            plan.On,
            plan.OnText,
            plan.StartsAt,
            plan.EndsAt,
            plan.Place,
            plan.Capacity,
            s.CertificateMonths,
            s.Provider,
            status,
            status == TrainingStatus.Cancelled ? s.CancelledBecause : null,
            s.KnownOn,
            s.Source
        );
    }

    internal Result<TrainingSession> Make(Moment moment) => TrainingSession.Announce(Text, moment, Status, CancelledBecause);

    /// <summary>A row that says what is on record already changes nothing, also of what was cancelled.</summary>
    internal Result Revise(TrainingSession session, Moment moment)
    {
        if (Same(Of(session, DateOnly.MaxValue)))
        {
            return Result.Ok;
        }

        var corrected = session.Correct(Text, moment);
        return corrected.IsOk ? session.Reported(Status, CancelledBecause, moment) : corrected;
    }

    private TrainingText Text =>
        new(
            Reference,
            Kind,
            Title,
            Detail,
            Topics,
            ForWhom,
            On,
            OnText,
            StartsAt,
            EndsAt,
            Place,
            Capacity,
            CertificateMonths,
            Provider,
            KnownOn,
            SourceSection
        );

    private bool Same(TrainingRow other) =>
        Topics.SequenceEqual(other.Topics)
        && ForWhom.SequenceEqual(other.ForWhom)
        && this with
        {
            Topics = other.Topics,
            ForWhom = other.ForWhom,
            KnownOn = KnownOn ?? other.KnownOn,
        } == other with { KnownOn = KnownOn ?? other.KnownOn };
}

/// <summary>Loads the register in bulk. Sessions are held as for booking: more places go to the waiting list before anybody else can take them.</summary>
internal static class TrainingImport
{
    public static void MapTrainingImport(this RouteGroupBuilder group)
    {
        var clock = ((IEndpointRouteBuilder)group).ServiceProvider.GetRequiredService<TimeProvider>();
        group
            .MapImport<TrainingRow>(
                "training",
                (batch, db, _, ct) =>
                    batch.UpsertAsync(
                        ((SchoolsDb)db).Training(),
                        db,
                        row => row.Reference,
                        session => session.Reference,
                        row => row.Make(Moment.Of(clock)),
                        (session, row) => row.Revise(session, Moment.Of(clock)),
                        ct
                    ),
                hold: (db, ct) => db.Database.ExecuteSqlAsync($"SELECT 1 FROM training_sessions ORDER BY id FOR UPDATE", ct)
            )
            .RequireAuthorization(Can.Import);
    }
}

using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Time;
using ChildQ.StaffSupport.Bookings;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.StaffSupport.Sessions;

/// <summary>Loads sessions in bulk. A row says nothing of the facilitator's account or of a cancellation: those stay as they are.</summary>
public static class SessionImport
{
    public static void MapSessionImport(this RouteGroupBuilder group) =>
        group
            .MapPost("/import", Import)
            .RequireAuthorization(Can.Import)
            .Accepts<string>("text/csv")
            .Produces<ImportReport>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithMetadata(new BulkImport(CsvImportOptions.Default.MaxBytes))
            .WithSummary("Loads sessions from CSV by reference: all rows or none. With dryRun=true only says what it would do.");

    private static async Task<IResult> Import(
        HttpRequest request,
        StaffSupportDb db,
        CurrentUser user,
        TimeProvider clock,
        bool? dryRun,
        CancellationToken ct
    )
    {
        var file = await CsvImport.Read<SessionRow>(request.Body, cancellationToken: ct);
        return await db.InOneTransactionAsync(async () =>
        {
            // Locked as for booking: more places go to the waiting list before anybody else can take them.
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM sessions ORDER BY id FOR UPDATE", ct);
            var (batch, today) = (new ImportBatch<SessionRow>(file.Rows), clock.Today());
            await batch.UpsertAsync(
                db.Sessions,
                db,
                row => row.Reference,
                session => session.Reference,
                row => SupportSession.Schedule(row.ToText(facilitatorId: null), user.Id, today),
                (session, row) =>
                    row == SessionRow.Of(session) ? Result.Ok : session.Correct(row.ToText(session.FacilitatorId), user.Id, today),
                ct
            );
            var problems = file.Problems.Concat(batch.Problems).OrderBy(p => p.Line).ToList();
            if (problems.Count > 0)
            {
                return ImportReport.Refused(dryRun == true, file.RowCount, problems).ToHttpResult();
            }

            if (dryRun != true)
            {
                await MoveUpAsync(db, clock.London());
                await db.SaveChangesAsync(ct);
            }

            return (IResult)
                new ImportReport(dryRun == true, file.RowCount, batch.Created, batch.Updated, batch.Unchanged, []).ToHttpResult();
        });
    }

    private static async Task MoveUpAsync(StaffSupportDb db, DateTime london)
    {
        foreach (
            var changed in db
                .ChangeTracker.Entries<SupportSession>()
                .Where(e => e.State == EntityState.Modified)
                .Select(e => e.Entity)
                .ToList()
        )
        {
            (await db.BookingListAsync(changed)).MoveUp(london);
        }
    }
}

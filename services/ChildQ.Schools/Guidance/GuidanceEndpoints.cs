using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Screening;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Guidance;

/// <summary>A school acknowledges.</summary>
/// <param name="As">The office of whoever acknowledges: the headteacher's.</param>
public sealed record Acknowledgement(SchoolOffice As);

/// <summary>A school puts on record that its governing board has adopted it.</summary>
/// <param name="MeetingOn">London date of the board's meeting.</param>
/// <param name="MinuteReference">Where it stands in the board's minutes; no names.</param>
/// <param name="As">The office of whoever puts it on record.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data in the reference, and says that it belongs there.</param>
public sealed record Adoption(DateOnly? MeetingOn, [property: FreeText] string? MinuteReference, SchoolOffice As, bool Confirmed = false)
    : IFreeText;

/// <summary>Published guidance and its receipts: a school sees and acknowledges its own.</summary>
public static class GuidanceEndpoints
{
    public static void MapGuidance(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/guidance").WithTags("Guidance");
        group
            .MapGet("", Versions)
            .AllowAnonymous()
            .Produces<Page<GuidanceView>>()
            .WithSummary("Published versions, and how many schools have acknowledged and adopted each, as at a date. Public.");
        group.MapGet("/{id:guid}", Version).AllowAnonymous().Produces<GuidanceView>().ProducesProblem(404);

        var receipts = group.MapGroup("/receipts");
        receipts
            .MapGet("", List)
            .RequireAuthorization(Can.ReadReceipts)
            .Produces<Page<ReceiptView>>()
            .WithSummary("Receipts by school, as at a date.");
        receipts.MapGet("/{id:guid}", One).RequireAuthorization(Can.ReadReceipts).Produces<ReceiptView>().ProducesProblem(404);
        receipts.MapGet("/export.csv", Export).RequireAuthorization(Can.ReadReceipts);
        receipts
            .MapPost("/{id:guid}/acknowledgement", Acknowledge)
            .RequireAuthorization(Can.AcknowledgeGuidance)
            .Idempotent()
            .Produces<ReceiptView>()
            .ProducesProblem(404)
            .ProducesProblem(422)
            .WithSummary("The headteacher says that the school has read this version; not of one that a later one has superseded.");
        receipts
            .MapPost("/{id:guid}/adoption", Adopt)
            .RequireAuthorization(Can.AcknowledgeGuidance)
            .Idempotent()
            .Produces<ReceiptView>()
            .ProducesProblem(404)
            .ProducesProblem(422)
            .WithSummary("The school says that its governing board has adopted this version.");
    }

    private static async Task<IResult> Versions(
        SchoolsDb db,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        Guid? protocol,
        bool? inForce,
        DateOnly? asAt
    )
    {
        var at = asAt ?? clock.Today();
        var versions = db.Guidance.AsNoTracking().Where(g => g.KnownOn <= at);
        if (protocol is not null)
        {
            versions = versions.Where(g => g.ProtocolId == protocol);
        }

        if (inForce is not null)
        {
            versions = versions.Where(g => (g.SupersededOn == null || g.SupersededOn > at) == inForce);
        }

        var found = await versions.ToPageAsync(g => g.KnownOn, page, g => g, descending: true);
        var counts = await CountAsync(db, [.. found.Items.Select(g => g.Id)], at);
        return TypedResults.Ok(new Page<GuidanceView>([.. found.Items.Select(g => View(g, counts, at))], found.Next));
    }

    private static async Task<IResult> Version(Guid id, SchoolsDb db, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        return await db.Guidance.AsNoTracking().FirstOrDefaultAsync(g => g.Id == id && g.KnownOn <= at) is { } guidance
            ? EntityTags.Ok(View(guidance, await CountAsync(db, [id], at), at), guidance.Version)
            : Problem.NotFound("guidance");
    }

    private static async Task<IResult> List(
        SchoolsDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        [AsParameters] ReceiptFilter filter
    )
    {
        var at = filter.AsAt ?? clock.Today();
        var receipts = db.Receipts.AsNoTracking().VisibleTo(user).WithNames().Matching(filter, at);
        return TypedResults.Ok(await receipts.ToPageAsync(r => r.School.Details.Name, page, r => ReceiptView.Of(r, at)));
    }

    private static async Task<IResult> One(Guid id, SchoolsDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        return
            await db.Receipts.AsNoTracking().VisibleTo(user).WithNames().FirstOrDefaultAsync(r => r.Id == id && r.AwaitingSince <= at)
                is { } receipt
            ? EntityTags.Ok(ReceiptView.Of(receipt, at), receipt.Version)
            : Problem.NotFound("receipt");
    }

    private static CsvFile<ReceiptRow> Export(SchoolsDb db, CurrentUser user, TimeProvider clock, [AsParameters] ReceiptFilter filter)
    {
        var at = filter.AsAt ?? clock.Today();
        var receipts = db
            .Receipts.AsNoTracking()
            .VisibleTo(user)
            .WithNames()
            .Matching(filter, at)
            .OrderBy(r => r.School.Urn)
            .ThenBy(r => r.Guidance.Reference);
        return CsvExport.Of(receipts.AsAsyncEnumerable().Select(r => ReceiptRow.Of(ReceiptView.Of(r, at))), "guidance-receipts.csv");
    }

    private static async Task<IResult> Acknowledge(
        Guid id,
        Acknowledgement acknowledgement,
        SchoolsDb db,
        CurrentUser user,
        TimeProvider clock
    ) =>
        await db.Receipts.OwnedBy(user).WithNames().FirstOrDefaultAsync(r => r.Id == id) is not { } receipt ? Problem.NotFound("receipt")
        : await SupersededAsync(db, receipt) is { } superseded ? superseded
        : await db.SaveAfter(
            receipt.Acknowledge(acknowledgement.As, clock.Today(), clock.GetUtcNow()),
            () => EntityTags.Ok(ReceiptView.Of(receipt, clock.Today()), receipt.Version)
        );

    private static async Task<IResult> Adopt(Guid id, Adoption adoption, SchoolsDb db, CurrentUser user, TimeProvider clock) =>
        await db.Receipts.OwnedBy(user).WithNames().FirstOrDefaultAsync(r => r.Id == id) is not { } receipt ? Problem.NotFound("receipt")
        : await SupersededAsync(db, receipt) is { } superseded ? superseded
        : await db.SaveAfter(
            receipt.Adopt(adoption.MeetingOn, adoption.MinuteReference, adoption.As, clock.Today()),
            () => EntityTags.Ok(ReceiptView.Of(receipt, clock.Today()), receipt.Version)
        );

    /// <summary>422 that points to the school's receipt for what is in force, where a later version has taken the place of this one.</summary>
    private static async Task<IResult?> SupersededAsync(SchoolsDb db, GuidanceReceipt receipt)
    {
        if (receipt.Guidance.SupersededOn is null)
        {
            return null;
        }

        var current = await db
            .Receipts.Where(r => r.SchoolId == receipt.SchoolId && r.Guidance.ProtocolId == receipt.Guidance.ProtocolId)
            .Where(r => r.Guidance.SupersededOn == null)
            .OrderByDescending(r => !r.Guidance.Interim)
            .Select(r => new { r.Id, r.Guidance.ProtocolVersion })
            .FirstOrDefaultAsync();
        var problem = Problem.Details(
            StatusCodes.Status422UnprocessableEntity,
            "receipt/superseded",
            current is null
                ? "A later version has taken the place of this one."
                : $"Version {current.ProtocolVersion} has taken the place of this one: read and acknowledge that one."
        );
        problem.Extensions["currentReceipt"] = current?.Id;
        problem.Extensions["currentVersion"] = current?.ProtocolVersion;
        return TypedResults.Problem(problem);
    }

    private static async Task<Dictionary<Guid, Counts>> CountAsync(SchoolsDb db, IReadOnlyList<Guid> guidance, DateOnly asAt) =>
        await db
            .Receipts.Where(r => guidance.Contains(r.GuidanceId) && r.AwaitingSince <= asAt)
            .GroupBy(r => r.GuidanceId)
            .Select(g => new
            {
                g.Key,
                Of = new Counts(
                    g.Count(),
                    g.Count(r => r.AcknowledgedOn <= asAt),
                    g.Count(r => r.AdoptionKnownOn <= asAt),
                    g.Count(r => r.RemindedOn <= asAt),
                    g.Count(r => r.EscalatedOn <= asAt)
                ),
            })
            .ToDictionaryAsync(c => c.Key, c => c.Of);

    private static GuidanceView View(PublishedGuidance g, Dictionary<Guid, Counts> counts, DateOnly asAt)
    {
        var c = counts.GetValueOrDefault(g.Id) ?? new(0, 0, 0, 0, 0);
        return new(
            g.Id,
            g.ProtocolId,
            g.ProtocolVersion,
            g.Draft,
            g.ContentHash,
            g.Interim,
            g.Reference,
            g.Title,
            g.Kind,
            g.PublishedOn,
            g.ReviewOn,
            g.Audience,
            g.SupersededOn is null || g.SupersededOn > asAt,
            c.Schools,
            c.Acknowledged,
            c.Schools - c.Acknowledged,
            c.Adopted,
            c.Reminded,
            c.Escalated
        );
    }

    private sealed record Counts(int Schools, int Acknowledged, int Adopted, int Reminded, int Escalated);
}

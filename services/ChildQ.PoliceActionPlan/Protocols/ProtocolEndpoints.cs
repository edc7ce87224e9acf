using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Protocols;

/// <summary>The protocols and guidance on police in schools: the register itself. The acts on one are in <see cref="ProtocolActs"/>.</summary>
public static class ProtocolEndpoints
{
    public static void MapProtocols(this RouteGroupBuilder root)
    {
        var clock = ((IEndpointRouteBuilder)root).ServiceProvider.GetRequiredService<TimeProvider>();
        var group = root.MapGroup("/protocols").WithTags("Protocols");
        group
            .MapGet("", List)
            .AllowAnonymous()
            .Produces<Page<ProtocolView>>()
            .WithSummary("Protocols and guidance in order of reference, as at a date.");
        group.MapGet("/{id:guid}", One).AllowAnonymous().Produces<ProtocolView>();
        group
            .MapGet(
                "/export.csv",
                (PoliceActionPlanDb db, CurrentUser user, DateOnly? asAt) =>
                {
                    var at = asAt ?? clock.Today();
                    var protocols = db.Protocols.ReadableBy(user, at).OrderBy(p => p.Reference).AsAsyncEnumerable();
                    return CsvExport.Of(protocols.Select(p => ProtocolRow.Of(p, at)), "protocols.csv");
                }
            )
            .AllowAnonymous();
        group
            .MapPost(
                "",
                (ProtocolText text, PoliceActionPlanDb db, ServiceIdentity service) =>
                    db.EnterAsync(
                        text,
                        "PAP-PRO",
                        reference => Task.FromResult(Protocol.Start(text with { Reference = reference }, clock.Today(), clock.GetUtcNow())),
                        p => $"{service.Prefix}/protocols/{p.Id}",
                        p => ProtocolView.ForLead(p, clock.Today())
                    )
            )
            .RequireAuthorization(Can.KeepRegisters)
            .Idempotent()
            .Produces<ProtocolView>(201)
            .ProducesProblem(422);
        group
            .MapPut(
                "/{id:guid}",
                (Guid id, ProtocolText text, PoliceActionPlanDb db, HttpContext http) =>
                    db.ChangeAsync<Protocol, ProtocolView>(
                        http,
                        id,
                        p => p.Correct(text),
                        p => ProtocolView.ForLead(p, clock.Today()),
                        "protocol"
                    )
            )
            .RequireAuthorization(Can.KeepRegisters)
            .RequireIfMatch()
            .Produces<ProtocolView>()
            .ProducesProblem(422);
        group
            .MapImport<ProtocolRow>("protocols", (batch, db, today, ct) => ProtocolRow.Apply(batch, db, clock, today, ct))
            .RequireAuthorization(Can.Import);
        group.MapProtocolDrafts();
        group.MapDraftComments();
        group.MapEndorsements();
        group.MapProtocolActs(clock);
    }

    private static async Task<IResult> List(
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        string? q,
        Word<ProtocolKind>? kind,
        Word<ProtocolStatus>? status,
        bool? reviewOverdue,
        DateOnly? asAt
    )
    {
        var at = asAt ?? clock.Today();
        var protocols = db.Protocols.ReadableBy(user, at);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var like = $"%{Like.Escape(q)}%";
            protocols = protocols.Where(p => EF.Functions.ILike(p.Title, like, @"\") || EF.Functions.ILike(p.Reference, like, @"\"));
        }

        if (kind?.Value is { } ofKind)
        {
            protocols = protocols.Where(p => p.Kind == ofKind);
        }

        if (status?.Value is { } standing)
        {
            protocols = protocols.Where(p =>
                p.Stages.Where(s => s.KnownOn <= at).OrderByDescending(s => s.Position).Take(1).Any(s => s.Status == standing)
            );
        }

        if (reviewOverdue == true)
        {
            protocols = protocols.ReviewOverdueAsAt(at);
        }

        return TypedResults.Ok(await protocols.ToPageAsync(p => p.Reference, page, p => ProtocolView.Of(p, at, user.ReadsDrafts())));
    }

    private static Task<IResult> One(Guid id, PoliceActionPlanDb db, CurrentUser user, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        return db.Protocols.ReadableBy(user, at).OneAsync(id, p => ProtocolView.Of(p, at, user.ReadsDrafts()), "protocol");
    }
}

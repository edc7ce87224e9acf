using ChildQ.PoliceActionPlan.Meetings;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Packs;

/// <summary>What a body needs before it: as JSON, and as a Word document with the same words.</summary>
public static class PackEndpoints
{
    public static void MapPacks(this RouteGroupBuilder root)
    {
        var group = root.MapGroup("/bodies/{id:guid}").WithTags("Packs");
        group
            .MapGet("/pack", ([AsParameters] PackRequest request) => request.AnswerAsync(pack => TypedResults.Ok(pack)))
            .RequireAuthorization(Can.ReadPartnerLevel)
            .Produces<PackView>()
            .ProducesProblem(403)
            .WithSummary("The pack of a body, as at a date. A board member reads that of their own body only.");
        group
            .MapGet(
                "/pack.docx",
                ([AsParameters] PackRequest request) =>
                    request.AnswerAsync(pack =>
                        TypedResults.File(PackDocument.Of(pack), PackDocument.MediaType, PackDocument.FileName(pack))
                    )
            )
            .RequireAuthorization(Can.ReadPartnerLevel)
            .Produces<byte[]>(contentType: PackDocument.MediaType)
            .ProducesProblem(403)
            .WithSummary("The same pack as a Word document.");
    }
}

/// <summary>Whose pack is asked for, by whom, as at when.</summary>
/// <param name="Id">Of the body.</param>
/// <param name="AsAt">London date; today unless said.</param>
internal sealed record PackRequest(
    Guid Id,
    DateOnly? AsAt,
    PoliceActionPlanDb Db,
    CurrentUser User,
    TimeProvider Clock,
    CancellationToken Cancel
)
{
    public async Task<IResult> AnswerAsync(Func<PackView, IResult> answer)
    {
        var at = AsAt ?? Clock.Today();
        if (await Db.Bodies.ReadableBy(User, at).FirstOrDefaultAsync(b => b.Id == Id, Cancel) is not { } body)
        {
            return Problem.NotFound("body");
        }

        return User.IsOnlyOnBoards() && !(await Db.BodiesOfAsync(User)).Contains(body.Reference, StringComparer.Ordinal)
            ? Problem.Of(403, "pack/not-your-body", "You do not sit on this body.")
            : answer(await new Pack(Db, User, body, at, Cancel).DrawAsync());
    }
}

using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;
using ChildQ.ServiceDefaults.Time;

namespace ChildQ.PoliceActionPlan.Protocols;

/// <summary>A request to ask a class of stakeholder to endorse the current draft.</summary>
/// <param name="AnswerBy">London date by which they are to answer.</param>
public sealed record AskForEndorsement(StakeholderClass? Class, DateOnly? AnswerBy);

/// <summary>A request to endorse the current draft.</summary>
/// <param name="DraftHash">Of the draft that was read.</param>
/// <param name="Note">How it came about; needed where the lead records it on behalf.</param>
/// <param name="On">London date; today unless said.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data in the note, and says that it belongs there.</param>
public sealed record Endorse(
    StakeholderClass? Class,
    string? DraftHash,
    [property: FreeText] string? Note,
    DateOnly? On,
    bool Confirmed = false
) : IFreeText;

/// <summary>Endorsement of the current draft: the lead asks, each class of stakeholder gives.</summary>
internal static class Endorsements
{
    public static void MapEndorsements(this RouteGroupBuilder group)
    {
        group
            .MapPost("/{id:guid}/endorsement-asks", Ask)
            .RequireAuthorization(Can.KeepRegisters)
            .Idempotent()
            .Produces<ProtocolView>()
            .ProducesProblem(422)
            .WithSummary("Asks a class of stakeholder to endorse the current draft, by a date.");
        group
            .MapPost("/{id:guid}/endorsements", Give)
            .RequireAuthorization(Can.Endorse)
            .Idempotent()
            .Produces<ProtocolView>()
            .ProducesProblem(422)
            .WithSummary(
                "Endorses a draft for a class of stakeholder: a community partner for theirs, the lead on behalf of any with a note."
            );
    }

    private static Task<IResult> Ask(Guid id, AskForEndorsement ask, PoliceActionPlanDb db, TimeProvider clock) =>
        db.AppendAsync<Protocol, ProtocolView>(
            id,
            p => p.AskToEndorse(ask.Class, ask.AnswerBy, clock.Today(), clock.GetUtcNow()),
            p => ProtocolView.ForLead(p, clock.Today()),
            "protocol"
        );

    private static Task<IResult> Give(Guid id, Endorse endorse, PoliceActionPlanDb db, CurrentUser user, TimeProvider clock)
    {
        // The lead records it on behalf, whatever organisation their token names.
        var onBehalf = user.Has(Roles.PolicePlanLead);
        return db.AppendAsync<Protocol, ProtocolView>(
            id,
            p =>
                p.Endorse(
                    new(endorse.Class, endorse.DraftHash, onBehalf ? null : user.Organisation, endorse.Note, endorse.On),
                    clock.Today(),
                    clock.GetUtcNow()
                ),
            p => ProtocolView.Of(p, clock.Today(), user.ReadsDrafts()),
            "protocol",
            p =>
                onBehalf || endorse.Class is null || p.SpeaksFor(user.Organisation, endorse.Class.Value, clock.Today())
                    ? null
                    : Problem.Of(
                        403,
                        "endorsement/not-your-class",
                        "Your organisation does not speak for this class of stakeholder in the working group."
                    )
        );
    }
}

using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;
using ChildQ.ServiceDefaults.Time;

namespace ChildQ.PoliceActionPlan.Protocols;

/// <summary>A request to say who speaks for which class of stakeholder.</summary>
public sealed record ConveneWorkingGroup(IReadOnlyList<WorkingGroupMemberView>? Members);

/// <summary>A request to endorse the version that is worked on.</summary>
/// <param name="Note">How it came about; needed where the lead records it on behalf.</param>
/// <param name="On">London date; today unless said.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data in the note, and says that it belongs there.</param>
public sealed record Endorse(StakeholderClass Class, string? Note, DateOnly? On, bool Confirmed = false);

/// <summary>A request to put on record that it was issued or published.</summary>
/// <param name="On">London date; today unless said.</param>
public sealed record Issue(DateOnly? On);

/// <summary>A request to start the next version.</summary>
/// <param name="Due">London date by which it is promised.</param>
public sealed record NewVersion(DateOnly? Due);

/// <summary>What is done with a protocol: working group, endorsement, interim guidance, publication, next version.</summary>
internal static class ProtocolActs
{
    public static void MapProtocolActs(this RouteGroupBuilder group, TimeProvider clock)
    {
        group
            .MapPut(
                "/{id:guid}/working-group",
                (Guid id, ConveneWorkingGroup request, PoliceActionPlanDb db, HttpContext http) =>
                    Change(db, http, id, clock, p => p.Convene(Members(request), clock.GetUtcNow()))
            )
            .Changes()
            .WithSummary("Says which organisations speak for which class of stakeholder.");
        group
            .MapPost("/{id:guid}/endorsements", GiveEndorsement)
            .RequireAuthorization(Can.Endorse)
            .Idempotent()
            .Produces<ProtocolView>()
            .ProducesProblem(422)
            .WithSummary("Endorses for a class of stakeholder: a community partner for theirs, the lead on behalf of any with a note.");
        group
            .MapPost(
                "/{id:guid}/interim",
                (Guid id, Issue issue, PoliceActionPlanDb db, HttpContext http) =>
                    Change(db, http, id, clock, p => p.IssueInterim(issue.On ?? clock.Today(), clock.Today(), clock.GetUtcNow()))
            )
            .Changes()
            .WithSummary("Issues interim guidance while the version is being revised.");
        group
            .MapPost(
                "/{id:guid}/publication",
                (Guid id, Issue issue, PoliceActionPlanDb db, HttpContext http) =>
                    Change(db, http, id, clock, p => p.Publish(issue.On ?? clock.Today(), clock.Today(), clock.GetUtcNow()))
            )
            .Changes()
            .WithSummary("Publishes the version once every class of stakeholder has endorsed it; every school is sent it.");
        group
            .MapPost(
                "/{id:guid}/versions",
                (Guid id, NewVersion version, PoliceActionPlanDb db, HttpContext http) =>
                    Change(db, http, id, clock, p => p.StartNewVersion(version.Due, clock.Today(), clock.GetUtcNow()))
            )
            .Changes()
            .WithSummary("Starts the next version of what is published.");
        group
            .MapPost(
                "/{id:guid}/due-date",
                (Guid id, MoveDueDate move, PoliceActionPlanDb db, HttpContext http) =>
                    Change(db, http, id, clock, p => p.MoveDue(move.To, move.Reason, clock.Today(), clock.GetUtcNow()))
            )
            .Changes()
            .WithSummary("Moves the due date, with the reason; the first one stays in view.");
    }

    private static async Task<IResult> GiveEndorsement(
        Guid id,
        Endorse endorse,
        PoliceActionPlanDb db,
        CurrentUser user,
        TimeProvider clock
    )
    {
        if (PersonalDataScreen.Check(endorse.Note, endorse.Confirmed, "note") is { MayBeKept: false } screened)
        {
            return screened.ToProblem();
        }

        // The lead records it on behalf, whatever organisation their token names.
        var onBehalf = user.Has(Roles.PolicePlanLead);
        return await db.AppendAsync<Protocol, ProtocolView>(
            id,
            p => p.Endorse(endorse.Class, onBehalf ? null : user.Organisation, endorse.Note, endorse.On, clock.Today(), clock.GetUtcNow()),
            p => ProtocolView.Of(p, clock.Today()),
            "protocol",
            p =>
                onBehalf || p.SpeaksFor(user.Organisation, endorse.Class)
                    ? null
                    : Problem.Of(
                        403,
                        "endorsement/not-your-class",
                        "Your organisation does not speak for this class of stakeholder in the working group."
                    )
        );
    }

    private static List<WorkingGroupMember> Members(ConveneWorkingGroup request) =>
        [.. (request.Members ?? []).Select(m => new WorkingGroupMember(m?.Class ?? default, m?.Organisation ?? ""))];

    private static Task<IResult> Change(
        PoliceActionPlanDb db,
        HttpContext http,
        Guid id,
        TimeProvider clock,
        Func<Protocol, Result> change
    ) => db.ChangeAsync<Protocol, ProtocolView>(http, id, change, p => ProtocolView.Of(p, clock.Today()), "protocol");

    private static RouteHandlerBuilder Changes(this RouteHandlerBuilder route) =>
        route.RequireAuthorization(Can.KeepRegisters).RequireIfMatch().Produces<ProtocolView>().ProducesProblem(422);
}

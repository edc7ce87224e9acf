using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Bodies;
using ChildQ.PoliceActionPlan.Correspondence;
using ChildQ.PoliceActionPlan.Meetings;
using ChildQ.PoliceActionPlan.Plan;
using ChildQ.PoliceActionPlan.Protocols;
using ChildQ.PoliceActionPlan.Tracker;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.ServiceDefaults.Registers;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Packs;

/// <summary>Draws a body's pack from the registers, for one reader, as at a date.</summary>
internal sealed class Pack(PoliceActionPlanDb db, CurrentUser user, Body body, DateOnly at, CancellationToken ct)
{
    public async Task<PackView> DrawAsync()
    {
        var meetings = await (await db.ReadableOfBodiesAsync<Meeting>(user, at)).Where(m => m.Body == body.Reference).ToListAsync(ct);
        var last = meetings
            .Where(m => m.StatusAsAt(at) == MeetingStatus.Held)
            .OrderBy(m => m.OnAsAt(at) ?? m.KnownOn)
            .ThenBy(m => m.Reference, StringComparer.Ordinal)
            .LastOrDefault();
        var next = meetings
            .Where(m => m.StatusAsAt(at) == MeetingStatus.Planned && (m.OnAsAt(at) is not { } on || on >= at))
            .OrderBy(m => m.OnAsAt(at) ?? DateOnly.MaxValue)
            .ThenBy(m => m.Reference, StringComparer.Ordinal)
            .FirstOrDefault();
        var since = last is null ? null : last.OnAsAt(at) ?? last.HeldKnownOn;
        var actions = await new PackActions(db, user, at, since, ct).DrawAsync();
        var arising = await ArisingAsync();
        var commitments = await OpenCommitmentsAsync();
        var protocols = await ProtocolsAsync();
        return new(
            at,
            BodyView.Of(body, at),
            next is null ? null : MeetingView.Of(next, at),
            last is null ? null : new(MeetingView.Of(last, at), await DecisionsAsync(last)),
            since,
            Open(arising, actions.ByReference),
            TrackerCounts.Of([.. actions.ByReference.Values]),
            actions.Priorities,
            Moved(actions.ByReference.Values, arising, commitments, protocols),
            await LettersAsync(),
            commitments,
            protocols.ConvertAll(Shown),
            await VersionAsync()
        );
    }

    private async Task<IReadOnlyList<DecisionView>> DecisionsAsync(Meeting meeting)
    {
        var decisions = (await db.ReadableOfBodiesAsync<Decision>(user, at)).Where(d => d.Meeting == meeting.Reference);
        return (await decisions.OrderBy(d => d.Reference).ToListAsync(ct)).ConvertAll(DecisionView.Of);
    }

    private async Task<List<BodyActionView>> ArisingAsync()
    {
        var arising = (await db.ReadableOfBodiesAsync<BodyAction>(user, at)).Where(a => a.Body == body.Reference);
        return (await arising.OrderBy(a => a.Reference).ToListAsync(ct)).ConvertAll(a => BodyActionView.Of(a, at));
    }

    private IReadOnlyList<PackArising> Open(List<BodyActionView> arising, IReadOnlyDictionary<string, ActionView> plan) =>
        [
            .. arising
                .Select(a =>
                {
                    var inPlan = a.PlanAction is { } reference ? plan.GetValueOrDefault(reference) : null;
                    var promise = inPlan?.Promise ?? a.Promise;
                    return new PackArising(
                        a.Reference,
                        a.Meeting,
                        a.Title,
                        inPlan is null ? a.Owner : string.Join(", ", inPlan.OwnerOrganisations),
                        a.PlanAction,
                        promise.Status,
                        promise.StatusNote,
                        promise.FirstDue,
                        promise.Due,
                        Late.Days(promise, at)
                    );
                })
                .Where(a => a.Status is not (PromiseStatus.Done or PromiseStatus.Stopped)),
        ];

    private static IReadOnlyList<PackMovedDate> Moved(
        IEnumerable<ActionView> actions,
        IEnumerable<BodyActionView> arising,
        IEnumerable<CommitmentView> commitments,
        IEnumerable<ProtocolView> protocols
    ) =>
        [
            .. actions
                .Select(a => (a.Promise, Moved: Of(PackDated.Action, a.Reference, a.Title, a.Promise)))
                .Concat(arising.Select(a => (a.Promise, Moved: Of(PackDated.Arising, a.Reference, a.Title, a.Promise))))
                .Where(m => m.Promise.Status is not (PromiseStatus.Done or PromiseStatus.Stopped))
                .Select(m => m.Moved)
                .Concat(commitments.Select(c => Of(PackDated.Commitment, c.Reference, c.Text, c.DueDate)))
                .Concat(protocols.Select(p => Of(PackDated.Protocol, p.Reference, p.Title, p.DueDate)))
                .Where(m => m.Moves.Count > 0)
                .OrderBy(m => m.Kind)
                .ThenBy(m => m.Reference, StringComparer.Ordinal),
        ];

    private static PackMovedDate Of(PackDated kind, string reference, string title, PromiseView p) =>
        new(kind, reference, title, p.FirstDue, p.Due, p.DueDateMoves);

    private static PackMovedDate Of(PackDated kind, string reference, string title, DueView d) =>
        new(kind, reference, title, d.FirstDue, d.Due, d.Moves);

    private async Task<IReadOnlyList<PackLetter>> LettersAsync()
    {
        var letters = await db
            .Letters.ReadableBy(user, at)
            .Where(l => l.ReplyDue != null)
            .Unanswered(db, at)
            .OrderBy(l => l.ReplyDue)
            .ThenBy(l => l.Reference)
            .ToListAsync(ct);
        string[] references = [.. letters.Select(l => l.Reference)];
        var replies = await LetterReplies.ToAsync(db, user, letters);
        var asks = (
            await db.Asks.ReadableBy(user, at).Where(a => references.Contains(a.Letter)).OrderBy(a => a.Reference).ToListAsync(ct)
        ).ToLookup(a => a.Letter, a => AskView.Of(a, at), StringComparer.Ordinal);
        var commitments = (
            await db
                .Commitments.ReadableBy(user, at)
                .Where(c => c.Letter != null && references.Contains(c.Letter))
                .OrderBy(c => c.Reference)
                .ToListAsync(ct)
        ).ToLookup(c => c.Letter!, c => CommitmentView.Of(c, at), StringComparer.Ordinal);
        return
        [
            .. letters.Select(l => new PackLetter(LetterView.Of(l, at, replies), [.. asks[l.Reference]], [.. commitments[l.Reference]])),
        ];
    }

    private async Task<IReadOnlyList<CommitmentView>> OpenCommitmentsAsync() =>
        [
            .. (await db.Commitments.ReadableBy(user, at).OrderBy(c => c.Reference).ToListAsync(ct))
                .Select(c => CommitmentView.Of(c, at))
                .Where(c => c.Status is not (OutcomeStatus.Met or OutcomeStatus.Refused)),
        ];

    private async Task<List<ProtocolView>> ProtocolsAsync() =>
        [
            .. (await db.Protocols.ReadableBy(user, at).OrderBy(p => p.Reference).ToListAsync(ct))
                .Select(p => ProtocolView.Of(p, at, user.ReadsDrafts()))
                .Where(p => p.Status != ProtocolStatus.Published),
        ];

    private PackProtocol Shown(ProtocolView p) =>
        new(
            p.Reference,
            p.Title,
            p.Kind,
            p.Status,
            p.VersionNumber,
            p.AwaitedClasses,
            p.DueDate,
            p.Overdue ? Late.Days(p.DueDate.Due, at) : 0
        );

    private async Task<PlanVersionView?> VersionAsync() =>
        await db.VersionsReadableBy(user, at).OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct) is { } version
            ? PlanVersionView.Of(version, at)
            : null;
}

internal static class Late
{
    /// <summary>Days past the due date, where it is overdue.</summary>
    public static int Days(PromiseView promise, DateOnly at) => promise.Overdue ? Days(promise.Due, at) : 0;

    public static int Days(DateOnly? due, DateOnly at) => due is { } day ? at.DayNumber - day.DayNumber : 0;
}

using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Correspondence;
using ChildQ.PoliceActionPlan.Meetings;
using ChildQ.PoliceActionPlan.Protocols;
using ChildQ.ServiceDefaults.Promises;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Lateness;

/// <summary>
/// Looks for what has become overdue: tells oversight once for each due date, and proposes a chaser for a letter without its reply. It sends
/// nothing. Of several replicas one looks at a time, and what one has noticed the next finds noticed.
/// </summary>
public sealed class LatenessCheck(PoliceActionPlanDb db, TimeProvider clock)
{
    private const int Batch = 200;

    /// <summary>Returns how much was noticed; 0 too where another replica is looking.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var all = 0;
        while (true)
        {
            var noticed = await BatchAsync(cancel);
            all += noticed;
            if (noticed == 0)
            {
                return all;
            }
        }
    }

    private async Task<int> BatchAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var mine = await db
            .Database.SqlQuery<bool>($"""SELECT pg_try_advisory_xact_lock(hashtext('lateness'), 0) AS "Value" """)
            .SingleAsync(cancel);
        if (!mine)
        {
            return 0;
        }

        var today = clock.Today();
        var late = await LateLettersAsync(today, cancel);
        List<LateNotice> notices =
        [
            .. late.Select(l => LateNotice.Of(l, today)),
            .. (await LateCommitmentsAsync(today, cancel)).Select(c => LateNotice.Of(c, today)),
            .. (await LateActionsAsync(today, cancel)).Select(a => LateNotice.Of(a, today)),
            .. (await LateBodyActionsAsync(today, cancel)).Select(a => LateNotice.Of(a, today)),
            .. (await LateReviewsAsync(today, cancel)).Select(p => LateNotice.Of(p, today)),
        ];
        db.AddRange(notices);
        await ProposeChasersAsync(late, today, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return notices.Count;
    }

    private Task<List<Letter>> LateLettersAsync(DateOnly today, CancellationToken cancel) =>
        db
            .Letters.Where(l => l.ReplyDue < today)
            .Unanswered(db, today)
            .Where(l => !db.LateNotices.Any(n => n.Kind == LateKind.Reply && n.Reference == l.Reference && n.Due == l.ReplyDue))
            .OrderBy(l => l.Id)
            .Take(Batch)
            .ToListAsync(cancel);

    private Task<List<Commitment>> LateCommitmentsAsync(DateOnly today, CancellationToken cancel) =>
        db
            .Commitments.OverdueAsAt(today)
            .Where(c => !db.LateNotices.Any(n => n.Kind == LateKind.Commitment && n.Reference == c.Reference && n.Due == c.Due))
            .OrderBy(c => c.Id)
            .Take(Batch)
            .AsSplitQuery()
            .ToListAsync(cancel);

    private Task<List<PlanAction>> LateActionsAsync(DateOnly today, CancellationToken cancel) =>
        db
            .Actions.OverdueAsAt(today)
            .Where(a => !db.LateNotices.Any(n => n.Kind == LateKind.Action && n.Reference == a.Reference && n.Due == a.Due))
            .OrderBy(a => a.Id)
            .Take(Batch)
            .AsSplitQuery()
            .ToListAsync(cancel);

    /// <summary>Links to the plan have no due date of their own.</summary>
    private Task<List<BodyAction>> LateBodyActionsAsync(DateOnly today, CancellationToken cancel) =>
        db
            .BodyActions.OverdueAsAt(today)
            .Where(a => !db.LateNotices.Any(n => n.Kind == LateKind.BodyAction && n.Reference == a.Reference && n.Due == a.Due))
            .OrderBy(a => a.Id)
            .Take(Batch)
            .AsSplitQuery()
            .ToListAsync(cancel);

    private Task<List<Protocol>> LateReviewsAsync(DateOnly today, CancellationToken cancel) =>
        db
            .Protocols.ReviewOverdueAsAt(today)
            .Where(p =>
                !db.LateNotices.Any(n =>
                    n.Kind == LateKind.Review
                    && n.Reference == p.Reference
                    && n.Due == p.ReviewDates.OrderByDescending(r => r.Position).First().On
                )
            )
            .OrderBy(p => p.Id)
            .Take(Batch)
            .AsSplitQuery()
            .ToListAsync(cancel);

    /// <summary>For letters that went out; one at a time for a letter: while one is proposed, a later due date brings no second.</summary>
    private async Task ProposeChasersAsync(IEnumerable<Letter> late, DateOnly today, CancellationToken cancel)
    {
        foreach (var letter in late.Where(l => l.Direction == Direction.Out))
        {
            if (!await db.Chasers.AnyAsync(c => c.Letter == letter.Reference && c.Status == ChaserStatus.Proposed, cancel))
            {
                db.Add(Chaser.Propose(await db.NextReferenceAsync<Chaser>("PAP-CHA"), letter, today));
                await db.SaveChangesAsync(cancel);
            }
        }
    }
}

/// <summary>Looks every five minutes by the service's clock.</summary>
internal sealed class LatenessClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<LatenessClock> log)
    : RegularCheck(TimeSpan.FromMinutes(5), atStart: false, scopes, clock, log)
{
    protected override async Task CheckAsync(IServiceScopeFactory scopes, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LatenessCheck>().RunAsync(ct);
    }
}

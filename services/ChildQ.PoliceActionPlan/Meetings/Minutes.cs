using System.Globalization;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Priorities;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.PoliceActionPlan.Meetings;

/// <summary>What the minutes of a meeting add.</summary>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record MinutesText(
    IReadOnlyList<AttendanceText>? Attendance,
    [property: FreeText] IReadOnlyList<DecisionText>? Decisions,
    [property: FreeText] IReadOnlyList<ArisingText>? Arising,
    bool Confirmed = false
) : IFreeText;

/// <summary>Writes minutes: who came, what was decided, what is to be done. All of it is kept, or nothing.</summary>
internal static class Minutes
{
    private const int Most = 50;

    /// <summary>Within a transaction: the numbers of the registers are held until it ends.</summary>
    public static async Task<Result> WriteAsync(
        PoliceActionPlanDb db,
        Meeting meeting,
        MinutesText minutes,
        DateOnly today,
        DateTimeOffset now
    )
    {
        var (decisions, arising) = (minutes.Decisions ?? [], minutes.Arising ?? []);
        var check = new Check()
            .That(decisions.Count <= Most && arising.Count <= Most, "list/too-long", $"Give {Most} or fewer at a time.")
            .And(meeting.Attend(minutes.Attendance, today, now));
        if (check.Failed)
        {
            return check.Result;
        }

        if (decisions.Count > 0)
        {
            var number = new Numbers(await db.NextReferenceAsync<Decision>("PAP-DEC"));
            foreach (var text in decisions)
            {
                Keep(db, check, Decision.Take(number.Next(), text, meeting, today));
            }
        }

        if (arising.Count > 0)
        {
            var number = new Numbers(await db.NextReferenceAsync<BodyAction>("PAP-BAC"));
            var planned = new Numbers(await db.NextReferenceAsync<PlanAction>("PAP-ACT"));
            foreach (var text in arising)
            {
                check.And(await AriseAsync(db, check, text, meeting, number, planned, today));
            }
        }

        meeting.MinutesWritten(now);
        return check.Result;
    }

    private static async Task<Result> AriseAsync(
        PoliceActionPlanDb db,
        Check check,
        ArisingText text,
        Meeting meeting,
        Numbers number,
        Numbers planned,
        DateOnly today
    )
    {
        if (text.NewAction is { } action)
        {
            if (text.PlanAction is not null)
            {
                return Rule.Broken("arising/new-or-known", "It is a new action of the plan or one on record, not both.", "planAction");
            }

            if (await db.KnowsAsync<Priority>(action.Priority, "priority") is { IsOk: false } unknown)
            {
                return unknown;
            }

            var added = PlanAction.Add(action with { Reference = action.Reference ?? planned.Next() }, today);
            Keep(db, check, added);
            if (!added.IsOk)
            {
                return Result.Ok;
            }

            text = text with { Title = text.Title ?? action.Title, PlanAction = added.Value.Reference, NewAction = null };
        }
        else if (await db.KnowsAsync<PlanAction>(text.PlanAction, "planAction") is { IsOk: false } unknown)
        {
            return unknown;
        }

        Keep(db, check, BodyAction.Arise(number.Next(), text, meeting, today));
        return Result.Ok;
    }

    private static void Keep<T>(PoliceActionPlanDb db, Check check, Result<T> made)
        where T : Entity
    {
        check.And(made.Outcome);
        if (made.IsOk)
        {
            db.Add(made.Value);
        }
    }

    /// <summary>The numbers of a register, one after the other, from the next free one.</summary>
    private sealed class Numbers(string first)
    {
        private readonly string _prefix = first[..first.LastIndexOf('-')];
        private int _next = int.Parse(first[(first.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture);

        public string Next() => string.Create(CultureInfo.InvariantCulture, $"{_prefix}-{_next++:000}");
    }
}

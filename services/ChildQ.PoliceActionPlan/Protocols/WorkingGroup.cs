using ChildQ.ServiceDefaults.Problems;

namespace ChildQ.PoliceActionPlan.Protocols;

/// <summary>An organisation that speaks for a class of stakeholder, from the day it joined to the day it left.</summary>
public sealed class WorkingGroupMember
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required StakeholderClass Class { get; init; }

    /// <summary>Its key, as in the tokens of its people: <c>account-hackney</c>.</summary>
    public required string Organisation { get; init; }

    /// <summary>London date.</summary>
    public required DateOnly JoinedOn { get; init; }

    /// <summary>London date from which that was known.</summary>
    public required DateOnly KnownOn { get; init; }

    /// <summary>London date from which it speaks for nobody any more; none while it is in the group. Set once.</summary>
    public DateOnly? LeftOn { get; private set; }

    /// <summary>London date from which that was known.</summary>
    public DateOnly? LeavingKnownOn { get; private set; }

    /// <summary>Whether it was in the group on a date, as known on that date.</summary>
    public bool IsInAsAt(DateOnly asAt) => JoinedOn <= asAt && KnownOn <= asAt && !(LeftOn <= asAt && LeavingKnownOn <= asAt);

    internal void Leave(DateOnly on, DateOnly today) => (LeftOn, LeavingKnownOn) = (on, today);
}

/// <summary>Who speaks for whom in the working group, and since when.</summary>
public sealed partial class Protocol
{
    private readonly List<WorkingGroupMember> _workingGroup = [];

    /// <summary>Everyone who ever was in it.</summary>
    public IReadOnlyList<WorkingGroupMember> WorkingGroup => _workingGroup;

    /// <summary>An organisation joins for a class of stakeholder.</summary>
    /// <param name="stakeholder">For whom it speaks.</param>
    /// <param name="organisation">Its key, as in the tokens of its people.</param>
    /// <param name="on">London date; today unless said.</param>
    /// <param name="today">In London.</param>
    /// <param name="now">The instant.</param>
    public Result Join(StakeholderClass? stakeholder, string? organisation, DateOnly? on, DateOnly today, DateTimeOffset now)
    {
        var check = new Check()
            .That(stakeholder is not null, "input/required", "Say for which class of stakeholder it speaks.", "class")
            .Text(organisation, "organisation", 100)
            .That(on is null || on <= today, "working-group/in-the-future", "It cannot have joined on a later day.", "on")
            .That(
                !_workingGroup.Exists(m => m.Class == stakeholder && m.Organisation == organisation && m.LeftOn is null),
                "working-group/in-it-already",
                "This organisation is in the working group for this class of stakeholder.",
                "organisation"
            );
        if (check.Failed)
        {
            return check.Result;
        }

        _workingGroup.Add(
            new()
            {
                Class = stakeholder!.Value,
                Organisation = organisation!,
                JoinedOn = on ?? today,
                KnownOn = today,
            }
        );
        AppendedAt = now;
        return Result.Ok;
    }

    /// <summary>An organisation leaves. Who it was and what it endorsed meanwhile stays in view.</summary>
    /// <param name="member">Id of its membership.</param>
    /// <param name="on">London date from which it speaks for nobody; today unless said.</param>
    /// <param name="today">In London.</param>
    /// <param name="now">The instant.</param>
    public Result Leave(Guid member, DateOnly? on, DateOnly today, DateTimeOffset now)
    {
        var leaver = _workingGroup.Find(m => m.Id == member);
        var check = new Check()
            .That(leaver is not null, "working-group/not-in-it", "There is no such member of the working group.")
            .That(leaver?.LeftOn is null, "working-group/left-already", "It has left the working group.")
            .That(
                (on ?? today) <= today && (leaver is null || (on ?? today) >= leaver.JoinedOn),
                "working-group/leaving-date",
                "It left between the day on which it joined and today.",
                "on"
            );
        if (check.Failed)
        {
            return check.Result;
        }

        leaver!.Leave(on ?? today, today);
        AppendedAt = now;
        return Result.Ok;
    }

    /// <summary>Whether an organisation speaks for a class of stakeholder in the working group.</summary>
    public bool SpeaksFor(string? organisation, StakeholderClass stakeholder, DateOnly asAt) =>
        organisation is not null && _workingGroup.Exists(m => m.Class == stakeholder && m.Organisation == organisation && m.IsInAsAt(asAt));
}

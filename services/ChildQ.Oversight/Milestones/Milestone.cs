using ChildQ.Contracts;
using ChildQ.Contracts.Oversight;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.Oversight.Milestones;

/// <summary>What a milestone says, as written or rewritten.</summary>
/// <param name="On">London date on which it happened or will; none where it is not known.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record MilestoneText(
    string? Reference,
    DateOnly? On,
    string? Workstream,
    [property: FreeText] string? Title,
    [property: FreeText] string? Detail,
    DateOnly? KnownOn,
    [property: FreeText] string? Source,
    bool Confirmed = false
) : IRegisteredText, IFreeText;

/// <summary>An act of the response that no other register holds: the review's publication, a motion, a group that was set up.</summary>
public sealed class Milestone : Registered
{
    private Milestone() { }

    public DateOnly? On { get; private set; }

    public string Workstream { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string? Detail { get; private set; }

    public static Result<Milestone> Record(MilestoneText text, DateOnly today)
    {
        var milestone = new Milestone();
        return milestone
            .Write(text, New(text, today))
            .With(() =>
            {
                milestone.Enter(text, today);
                milestone.Raise(
                    new MilestoneRecorded(
                        milestone.Id,
                        milestone.Reference,
                        milestone.Title,
                        milestone.On,
                        milestone.KnownOn,
                        milestone.Workstream,
                        SharingLevel.Public,
                        $"/oversight/milestones/{milestone.Id}"
                    )
                );
                return milestone;
            });
    }

    public Result Correct(MilestoneText text)
    {
        var written = Write(text, Corrected(text));
        if (written.IsOk)
        {
            Reenter(text);
        }

        return written;
    }

    private Result Write(MilestoneText text, Check check)
    {
        check
            .Text(text.Title, "title", 300)
            .OptionalText(text.Detail, "detail")
            .That(
                Contracts.Workstreams.All.Contains(text.Workstream, StringComparer.Ordinal),
                "milestone/workstream",
                $"Choose a workstream: {string.Join(", ", Contracts.Workstreams.All)}.",
                "workstream"
            );
        if (!check.Failed)
        {
            (On, Workstream, Title, Detail) = (text.On, text.Workstream!, text.Title!, text.Detail);
        }

        return check.Result;
    }
}

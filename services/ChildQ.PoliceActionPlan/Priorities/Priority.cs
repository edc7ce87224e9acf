using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.PoliceActionPlan.Priorities;

/// <summary>What a priority says, as written or rewritten.</summary>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record PriorityText(
    string? Reference,
    [property: FreeText] string? Title,
    [property: FreeText] string? Description,
    DateOnly? KnownOn,
    [property: FreeText] string? Source,
    SharingLevel? Sharing,
    bool Confirmed = false
) : IEntryText, IFreeText;

/// <summary>What the shared plan sets out to change; its actions stand under it.</summary>
public sealed class Priority : Entry
{
    private Priority() { }

    public string Title { get; private set; } = "";

    public string? Description { get; private set; }

    public static Result<Priority> Set(PriorityText text, DateOnly today)
    {
        var priority = new Priority();
        return priority
            .Write(text, new Check().ForNew(text, today))
            .With(() =>
            {
                priority.Enter(text, today);
                return priority;
            });
    }

    public Result Correct(PriorityText text)
    {
        var written = Write(text, new Check().ForCorrection(text, this));
        if (written.IsOk)
        {
            Reenter(text);
        }

        return written;
    }

    private Result Write(PriorityText text, Check check)
    {
        if (check.Text(text.Title, "title").OptionalText(text.Description, "description").Failed)
        {
            return check.Result;
        }

        (Title, Description) = (text.Title!, text.Description);
        return Result.Ok;
    }
}

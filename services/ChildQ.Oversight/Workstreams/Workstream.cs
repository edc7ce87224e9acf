using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.Oversight.Workstreams;

/// <summary>What a workstream says, as written or rewritten.</summary>
/// <param name="Reference">One of <see cref="Contracts.Workstreams"/>.</param>
/// <param name="Bodies">References of the bodies that oversee it, in police action planning's register.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record WorkstreamText(
    string? Reference,
    [property: FreeText] string? Name,
    [property: FreeText] string? StrategicObjective,
    string? PoliticalLead,
    IReadOnlyList<string>? Bodies,
    DateOnly? KnownOn,
    [property: FreeText] string? Source,
    bool Confirmed = false
) : IRegisteredText, IFreeText;

/// <summary>One of the six parts of the council's response: its strategic objective, who leads it politically, which bodies oversee it.</summary>
public sealed class Workstream : Registered
{
    private Workstream() { }

    public string Name { get; private set; } = "";

    public string? StrategicObjective { get; private set; }

    public string? PoliticalLead { get; private set; }

    public List<string> Bodies { get; private set; } = [];

    public static Result<Workstream> Set(WorkstreamText text, DateOnly today)
    {
        var workstream = new Workstream();
        return workstream
            .Write(
                text,
                New(text, today)
                    .That(
                        Contracts.Workstreams.All.Contains(text.Reference, StringComparer.Ordinal),
                        "workstream/unknown",
                        $"Choose a workstream: {string.Join(", ", Contracts.Workstreams.All)}.",
                        "reference"
                    )
            )
            .With(() =>
            {
                workstream.Enter(text, today);
                return workstream;
            });
    }

    public Result Correct(WorkstreamText text)
    {
        var written = Write(text, Corrected(text));
        if (written.IsOk)
        {
            Reenter(text);
        }

        return written;
    }

    private Result Write(WorkstreamText text, Check check)
    {
        check
            .Text(text.Name, "name", 200)
            .OptionalText(text.StrategicObjective, "strategicObjective", 2000)
            .OptionalText(text.PoliticalLead, "politicalLead", 300);
        if (check.Failed)
        {
            return check.Result;
        }

        (Name, StrategicObjective, PoliticalLead) = (text.Name!, text.StrategicObjective, text.PoliticalLead);
        if (!Bodies.SequenceEqual(text.Bodies ?? [], StringComparer.Ordinal))
        {
            Bodies = [.. text.Bodies ?? []];
        }

        return Result.Ok;
    }
}

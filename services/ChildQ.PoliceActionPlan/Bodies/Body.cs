using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.PoliceActionPlan.Bodies;

/// <summary>How often a body meets.</summary>
public enum Cadence
{
    NotStated,
    Weekly,
    Fortnightly,
    Monthly,
    Once,
    AsNeeded,
}

/// <summary>What is on record of a body, as written or rewritten.</summary>
/// <param name="Chair">The post, or the public office-holder.</param>
/// <param name="ReportsTo">Reference of the body it reports to.</param>
/// <param name="Workstream">The one it belongs to; none where it stands over several.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record BodyText(
    string? Reference,
    [property: FreeText] string? Name,
    [property: FreeText] string? Purpose,
    string? Chair,
    IReadOnlyList<string>? Members,
    Cadence Cadence,
    [property: FreeText] string? ReportsTo,
    DateOnly? EstablishedOn,
    DateOnly? EndedOn,
    string? Workstream,
    DateOnly? KnownOn,
    [property: FreeText] string? Source,
    SharingLevel? Sharing,
    bool Confirmed = false
) : IEntryText, IFreeText;

/// <summary>A board, partnership or group with a part in the response: it meets, considers, decides or ratifies.</summary>
public sealed class Body : Entry
{
    private Body() { }

    public string Name { get; private set; } = "";

    public string? Purpose { get; private set; }

    public string? Chair { get; private set; }

    public List<string> Members { get; private set; } = [];

    public Cadence Cadence { get; private set; }

    public string? ReportsTo { get; private set; }

    public DateOnly? EstablishedOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public string? Workstream { get; private set; }

    public static Result<Body> Record(BodyText text, DateOnly today)
    {
        var body = new Body();
        return body.Write(text, new Check().ForNew(text, today))
            .With(() =>
            {
                body.Enter(text, today);
                body.RaiseRecorded();
                return body;
            });
    }

    public Result Correct(BodyText text)
    {
        var written = Write(text, new Check().ForCorrection(text, this));
        if (written.IsOk && Reenter(text))
        {
            RaiseRecorded();
        }

        return written;
    }

    /// <summary>Whether it had ended by a date.</summary>
    public bool HasEnded(DateOnly asAt) => EndedOn <= asAt;

    private void RaiseRecorded() =>
        Raise(
            new BodyRecorded(
                Id,
                Reference,
                Name,
                EstablishedOn,
                KnownOn,
                Workstream ?? Workstreams.PoliceTrustAndConfidence,
                Sharing,
                $"/police-action-plan/bodies/{Id}"
            )
        );

    private Result Write(BodyText text, Check check)
    {
        check
            .Text(text.Name, "name", 300)
            .OptionalText(text.Purpose, "purpose")
            .OptionalText(text.Chair, "chair", 300)
            .Names(text.Members, "members")
            .Days(text.EstablishedOn, text.EndedOn, "body/ended-before-established", "It cannot end before it was established.", "endedOn")
            .That(
                text.ReportsTo is null || text.ReportsTo != (text.Reference ?? Reference),
                "body/reports-to-itself",
                "A body does not report to itself.",
                "reportsTo"
            )
            .That(
                text.Workstream is null || Workstreams.All.Contains(text.Workstream, StringComparer.Ordinal),
                "body/workstream",
                $"Choose a workstream, or none: {string.Join(", ", Workstreams.All)}.",
                "workstream"
            );
        if (check.Failed)
        {
            return check.Result;
        }

        (Name, Purpose, Chair, Members, Cadence) = (text.Name!, text.Purpose, text.Chair, [.. text.Members ?? []], text.Cadence);
        (ReportsTo, EstablishedOn, EndedOn, Workstream) = (text.ReportsTo, text.EstablishedOn, text.EndedOn, text.Workstream);
        return Result.Ok;
    }
}

namespace ChildQ.PoliceActionPlan.Protocols;

public enum ProtocolKind
{
    Protocol,
    Guidance,
}

public enum ProtocolStatus
{
    Revising,

    /// <summary>Interim guidance was issued: it is not endorsed, and the version is still being revised.</summary>
    Interim,
    Published,
}

/// <summary>The classes of stakeholder in a working group.</summary>
public enum StakeholderClass
{
    SafeguardingPartnership,
    Police,
    Education,
    Headteachers,
    Councillors,
    Parents,
}

/// <summary>Where a version stood from a date on, and which text was issued. Appended, never changed.</summary>
public sealed class ProtocolStage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Its place in the order of the protocol's stages, from 1.</summary>
    public required int Position { get; init; }

    public required ProtocolStatus Status { get; init; }

    public required int VersionNumber { get; init; }

    /// <summary>Number of the draft that was issued or published; none while it is revised, or where its words are not held.</summary>
    public int? Draft { get; init; }

    /// <summary>London date on which it took effect; none where it is not known.</summary>
    public DateOnly? On { get; init; }

    /// <summary>London date from which it was known: a view as at an earlier date does not show it.</summary>
    public required DateOnly KnownOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public bool IsIssue => Status is ProtocolStatus.Interim or ProtocolStatus.Published;
}

internal static class StakeholderWords
{
    public static string InWords(this StakeholderClass stakeholder) =>
        stakeholder switch
        {
            StakeholderClass.SafeguardingPartnership => "the safeguarding partnership",
            StakeholderClass.Police => "the police",
            StakeholderClass.Education => "education",
            StakeholderClass.Headteachers => "headteachers",
            StakeholderClass.Councillors => "councillors",
            _ => "parents",
        };
}

namespace ChildQ.PoliceActionPlan.Protocols;

public enum ProtocolKind
{
    Protocol,
    Guidance,
}

public enum ProtocolStatus
{
    Revising,
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

/// <summary>An organisation that speaks for a class of stakeholder.</summary>
/// <param name="Organisation">Its key, as in the tokens of its people: <c>account-hackney</c>.</param>
public sealed record WorkingGroupMember(StakeholderClass Class, string Organisation)
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    internal bool IsSame(WorkingGroupMember other) => Class == other.Class && Organisation == other.Organisation;
}

/// <summary>A class of stakeholder has endorsed a version. Appended, never changed.</summary>
public sealed class Endorsement
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required StakeholderClass Class { get; init; }

    public required int VersionNumber { get; init; }

    /// <summary>The organisation that endorsed for them; none where the lead recorded it on their behalf.</summary>
    public string? Organisation { get; init; }

    public string? Note { get; init; }

    /// <summary>London date.</summary>
    public required DateOnly On { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>Where a version stood from a date on. Appended, never changed.</summary>
public sealed class ProtocolStage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Its place in the order of the protocol's stages, from 1.</summary>
    public required int Position { get; init; }

    public required ProtocolStatus Status { get; init; }

    public required int VersionNumber { get; init; }

    /// <summary>London date on which it took effect; none where it is not known.</summary>
    public DateOnly? On { get; init; }

    /// <summary>London date from which it was known: a view as at an earlier date does not show it.</summary>
    public required DateOnly KnownOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
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

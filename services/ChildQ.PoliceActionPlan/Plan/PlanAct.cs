namespace ChildQ.PoliceActionPlan.Plan;

/// <summary>Where a version of the plan stands on its way to ratification.</summary>
public enum PlanStage
{
    Draft,

    /// <summary>Open to the Community Resilience Partnership and community partners.</summary>
    Shaping,

    /// <summary>By the Police Action Plan Board.</summary>
    Considered,

    /// <summary>To the Community Safety Partnership, which owns the plan.</summary>
    PutToPartnership,
    Ratified,
    SentBack,
}

/// <summary>What was done with a version of the plan.</summary>
public enum PlanActKind
{
    Drafted,
    Redrawn,
    OpenedForShaping,
    Considered,
    Put,
    Approved,

    /// <summary>An approval given before no longer counts: the content it approved was changed.</summary>
    Voided,
    SentBack,
    Ratified,
}

/// <summary>What was done with a version, when and by whom. Appended, never changed.</summary>
public sealed class PlanAct
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>From 1, in the order in which things were recorded.</summary>
    public required int Position { get; init; }

    public required PlanActKind Kind { get; init; }

    /// <summary>Where the version stood from then on.</summary>
    public required PlanStage Stage { get; init; }

    /// <summary>The role that did it, as in the tokens; for <see cref="PlanActKind.Voided"/> the co-chair whose approval it was.</summary>
    public required string Role { get; init; }

    /// <summary>The token's subject, an opaque id: one person is not two co-chairs. Never shown.</summary>
    public required string Person { get; init; }

    /// <summary>London date on which it took effect.</summary>
    public required DateOnly On { get; init; }

    /// <summary>London date on which it was recorded: a view as at an earlier date does not show it.</summary>
    public required DateOnly KnownOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Hash of the content as it was then.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Reference of the meeting at which it was done; none where it was not at one, or the meeting is not on record.</summary>
    public string? Meeting { get; init; }

    /// <summary>Why, or what came of it.</summary>
    public string? Note { get; init; }
}

/// <summary>Who acts on a version of the plan.</summary>
/// <param name="Role">As in the tokens.</param>
/// <param name="Person">The token's subject.</param>
public sealed record PlanActor(string Role, string Person);

/// <summary>When and where a step was taken.</summary>
/// <param name="On">London date; today unless said.</param>
/// <param name="Meeting">Reference of the meeting.</param>
public sealed record PlanOccasion(DateOnly? On, string? Meeting, string? Note);

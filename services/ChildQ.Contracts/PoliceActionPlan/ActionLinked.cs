namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>
/// An action of the shared plan was linked to the theme or activity that shaped it, or to the recommendation or framework that it is aligned with;
/// or such a link was withdrawn.
/// </summary>
/// <param name="SourceId">Of the action.</param>
/// <param name="LinkedReference">Of what it is linked to, for example <c>ENG-ACT-001</c>.</param>
/// <param name="Kind">Theme, Activity, Recommendation or Framework.</param>
/// <param name="Standing">False where the link was withdrawn.</param>
public sealed record ActionLinked(
    Guid SourceId,
    string Reference,
    string Headline,
    DateOnly? On,
    DateOnly KnownOn,
    string Workstream,
    SharingLevel Sharing,
    string? Path,
    string LinkedReference,
    string Kind,
    bool Standing
) : IReportable;

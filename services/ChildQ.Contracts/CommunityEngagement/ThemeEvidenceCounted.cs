namespace ChildQ.Contracts.CommunityEngagement;

/// <summary>
/// How many insights now evidence a theme, counted for one audience: only insights at <see cref="Sharing"/> or more open are in
/// <see cref="Insights"/>. Restricted insights (council only, safe space) are never counted in an event.
/// </summary>
/// <param name="Insights">The count; <see langword="null"/> where it is suppressed as a small number.</param>
/// <param name="CountedOn">London calendar date of the count.</param>
public sealed record ThemeEvidenceCounted(
    Guid ThemeId,
    string Reference,
    string Title,
    SharingLevel Sharing,
    int? Insights,
    DateOnly CountedOn
);

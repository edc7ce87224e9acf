namespace ChildQ.StaffSupport.Sessions;

/// <summary>A session as one row of CSV, in and out. Holds nothing of its bookings, and nobody's account.</summary>
public sealed record SessionRow(
    string Reference,
    SessionKind Kind,
    string Title,
    DateOnly? StartsOn,
    TimeOnly? StartsAt,
    TimeOnly? EndsAt,
    string? Place,
    int? Capacity,
    string? Facilitator,
    string? Audience,
    DateOnly? KnownOn,
    string? SourceSection
)
{
    internal static SessionRow Of(SupportSession s) =>
        new(
            s.Reference,
            s.Kind,
            s.Title,
            s.StartsOn,
            s.StartsAt,
            s.EndsAt,
            s.Place,
            s.Capacity,
            s.Facilitator,
            s.Audience,
            s.KnownOn,
            s.Source
        );

    internal SessionText ToText(string? facilitatorId) =>
        new(
            Reference,
            Kind,
            Title,
            StartsOn,
            StartsAt,
            EndsAt,
            Place,
            Capacity,
            Facilitator,
            facilitatorId,
            Audience,
            KnownOn,
            SourceSection
        );
}

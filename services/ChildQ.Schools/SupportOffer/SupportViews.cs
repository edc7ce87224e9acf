using ChildQ.Schools.Register;

namespace ChildQ.Schools.SupportOffer;

/// <summary>Where one offer to a school stands.</summary>
/// <param name="Since">London date; none where it was never made.</param>
public sealed record SupportStanding(Support Support, SupportState State, DateOnly? Since)
{
    public static IReadOnlyList<SupportStanding> Of(SchoolSupport? support, DateOnly asAt) =>
        [
            .. SchoolSupport.Offers.Select(offer =>
                support?.LatestAsAt(offer, asAt) is { } act
                    ? new(offer, act.State, act.On)
                    : new SupportStanding(offer, SupportState.NotOffered, null)
            ),
        ];
}

public sealed record SupportActView(Support Support, SupportState State, DateOnly On, DateOnly KnownOn, string? Note);

/// <summary>What a school was offered, as at a date.</summary>
/// <param name="Id">The school's.</param>
public sealed record SupportView(Guid Id, int Urn, string School, IReadOnlyList<SupportStanding> Offers, IReadOnlyList<SupportActView> Acts)
{
    public static SupportView Of(SchoolRecord school, SchoolSupport? support, DateOnly asAt) =>
        new(
            school.SchoolId,
            school.Urn,
            school.Details.Name,
            SupportStanding.Of(support, asAt),
            [.. (support?.Acts ?? []).AsAt(asAt).Select(a => new SupportActView(a.Support, a.State, a.On, a.KnownOn, a.Note))]
        );
}

public sealed record SchoolName(Guid Id, int Urn, string School);

/// <summary>One offer's gap in the consistent offer: "Work is underway to ensure that there has been a consistent offer across all schools".</summary>
/// <param name="Schools">How many schools are open.</param>
/// <param name="NotOffered">The open schools to which it was never made, in order of name.</param>
public sealed record SupportGap(Support Support, int Schools, int Offered, int TakenUp, IReadOnlyList<SchoolName> NotOffered);

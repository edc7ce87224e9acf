using ChildQ.StaffSupport.Sessions;

namespace ChildQ.StaffSupport.Tests;

/// <summary>Examples of the field's things.</summary>
internal static class A
{
    /// <summary>The day after which the test hosts' clock stands: 14 June 2022, 10:00 in London.</summary>
    public static readonly DateOnly Today = new(2022, 6, 14);

    public static SessionText Session(string reference = "STF-SES-101") =>
        new(
            reference,
            SessionKind.PeerListening,
            "Peer listening circle",
            new DateOnly(2022, 6, 20),
            new TimeOnly(14, 0),
            new TimeOnly(15, 30),
            "Room 101",
            Capacity: 5,
            "Peer support team",
            FacilitatorId: "facilitator-1",
            "Staff",
            KnownOn: null,
            Source: null
        );
}

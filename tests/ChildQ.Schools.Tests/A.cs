using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.Schools.Register;

namespace ChildQ.Schools.Tests;

/// <summary>Examples of the field's things.</summary>
internal static class A
{
    public static SchoolText School(int urn = 100_001) =>
        new(
            urn,
            $"Sample School {urn}",
            "Community school",
            "Secondary",
            SchoolStatus.Open,
            Trust: null,
            "Ms",
            "Sample",
            "Headteacher",
            ChairOfGovernors: null,
            LocalAuthorityCode: null,
            EstablishmentNumber: 4001,
            "E8 1EA",
            Pupils: 900,
            new DateOnly(2006, 9, 1),
            ClosedOn: null
        );

    public static SchoolText Closed(this SchoolText school) =>
        school with
        {
            Status = SchoolStatus.Closed,
            ClosedOn = new DateOnly(2019, 8, 31),
        };

    public static ProtocolPublished Protocol(Guid? id = null, int version = 1) =>
        new(
            id ?? Guid.CreateVersion7(),
            "PAP-PRO-001",
            "Protocol published: Safer Schools Officers",
            new DateOnly(2022, 6, 14),
            new DateOnly(2022, 6, 14),
            Workstreams.PoliceTrustAndConfidence,
            SharingLevel.Public,
            Path: null,
            "Safer Schools Officers",
            "protocol",
            version
        );
}

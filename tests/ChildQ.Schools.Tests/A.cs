using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.Schools.Governors;
using ChildQ.Schools.Guidance;
using ChildQ.Schools.PoliceVisits;
using ChildQ.Schools.Pupils;
using ChildQ.Schools.Register;
using ChildQ.Schools.Training;
using ChildQ.Schools.Voice;

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

    public static ListeningText Listening(int? urn = null) =>
        new(
            urn,
            Whose.Child,
            new DateOnly(2022, 6, 14),
            Way.Survey,
            TookPart: 30,
            Groups: null,
            Themes: ["ENG-THE-001"],
            Said: "We want adults to listen before they search.",
            SharingLevel.Partners
        );

    public static BoardText Board(int? urn = null) =>
        new(
            urn,
            new DateOnly(2022, 6, 14),
            Seats: 16,
            Filled: 14,
            YoungGovernors: 0,
            Groups: [new(Dimension.Sex, "female", 7), new(Dimension.Sex, "male", 7)],
            Trained: [new(Topic.Safeguarding, 9), new(Topic.Exclusions, 5)]
        );

    /// <summary>An afternoon three days after the tests' clock.</summary>
    public static TrainingText Training(int? capacity = 10, string reference = "SCH-TRA-101") =>
        new(
            reference,
            TrainingKind.Training,
            "Adultification: what it is and what it does",
            Detail: null,
            [Topic.Adultification],
            ForWhom: null,
            new DateOnly(2022, 6, 17),
            OnText: null,
            new TimeOnly(13, 30),
            new TimeOnly(16, 0),
            "Town Hall, Mare Street",
            capacity,
            CertificateMonths: 24,
            "Hackney Education",
            KnownOn: null,
            Source: null
        );

    public static PublishedGuidance Guidance(int version = 1, bool interim = false, int? draft = null, Guid? protocol = null) =>
        PublishedGuidance.Received(
            new(
                protocol ?? Guid.NewGuid(),
                version,
                draft,
                null,
                interim,
                "PAP-PRO-001",
                "Searches",
                "guidance",
                new(2022, 6, 14),
                null,
                Audience.EverySchool
            ),
            new(2022, 6, 14)
        );

    public static InterimGuidanceIssued Interim(Guid? id = null, int version = 1, int? draft = 1) =>
        new(
            id ?? Guid.CreateVersion7(),
            "PAP-PRO-001",
            "Interim guidance issued: Safer Schools Officers",
            new DateOnly(2022, 6, 14),
            new DateOnly(2022, 6, 14),
            Workstreams.PoliceTrustAndConfidence,
            SharingLevel.Public,
            Path: null,
            "Safer Schools Officers",
            "protocol",
            version,
            draft,
            "d1"
        );

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

    public static VisitText Visit() =>
        new(
            new DateOnly(2022, 6, 13),
            new TimeOnly(10, 30),
            AskedBy.School,
            VisitReason.SuspectedDrugs,
            "A smell of cannabis in a classroom.",
            Officers: 2,
            Attended.OtherOfficers,
            VisitOutcome.NoFurtherAction,
            Note: null
        );

    /// <summary>A search by police with every safeguard.</summary>
    public static SearchText Search() =>
        new(
            SearchKind.ExposingIntimateParts,
            SearchedBy.Police,
            YearGroup.Year10,
            AgeBand.From13To15,
            EthnicGroup.Caribbean,
            Sex.Female,
            Send.NoIdentifiedNeed,
            PupilPremium: Known.Yes,
            AppropriateAdult: Known.Yes,
            ParentInformedBefore: Known.Yes,
            SeniorOfficer: Known.Yes,
            SafeguardingLead: Known.Yes,
            Found: Known.No,
            VisitOutcome.NoFurtherAction
        );

    public static SearchText With(this SearchText search, Safeguard safeguard, Known? answer) =>
        safeguard switch
        {
            Safeguard.AppropriateAdult => search with { AppropriateAdult = answer },
            Safeguard.ParentInformedBefore => search with { ParentInformedBefore = answer },
            Safeguard.SeniorOfficer => search with { SeniorOfficer = answer },
            Safeguard.SafeguardingLead => search with { SafeguardingLead = answer },
            _ => throw new ArgumentOutOfRangeException(nameof(safeguard)),
        };
}

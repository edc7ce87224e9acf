using ChildQ.Contracts;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Bodies;
using ChildQ.PoliceActionPlan.Correspondence;
using ChildQ.PoliceActionPlan.Meetings;
using ChildQ.PoliceActionPlan.Priorities;
using ChildQ.PoliceActionPlan.Protocols;

namespace ChildQ.PoliceActionPlan.Tests;

/// <summary>Entries that keep every rule, for a test to change one thing of.</summary>
internal static class A
{
    public static PriorityText Priority(string? reference = "PRI-1") =>
        new(reference, "Trust in policing", null, null, null, SharingLevel.Public);

    public static ActionText Action(string? reference = "ACT-1") =>
        new(
            reference,
            "PRI-1",
            "Hold workshops",
            "Hold three workshops with community stakeholders.",
            ["hackney-council", "metropolitan-police"],
            "Residents who took part",
            "0",
            "60",
            new(2022, 4, 1),
            new(2022, 6, 1),
            null,
            null,
            new(2022, 4, 1),
            "2 > 1",
            SharingLevel.Public
        );

    public static BodyText Body(string? reference = "BOD-1") =>
        new(
            reference,
            "Police Action Plan Board",
            "Oversees the plan.",
            "Council Chief Executive",
            ["The Mayor"],
            Cadence.Monthly,
            null,
            new(2022, 5, 27),
            null,
            Workstreams.PoliceTrustAndConfidence,
            null,
            null,
            SharingLevel.Public
        );

    public static MeetingText Meeting(string? reference = "MEE-1") =>
        new(
            reference,
            null,
            new(2022, 6, 24),
            "Asked to ratify the plan",
            null,
            "To ratify the plan.",
            null,
            ["The Council"],
            null,
            new(2022, 6, 13),
            null,
            SharingLevel.Public
        );

    public static LetterText Letter(string? reference = "LET-1") =>
        new(
            reference,
            Direction.Out,
            new(2022, 3, 17),
            "Hackney Council",
            "Metropolitan Police",
            ["The Mayor"],
            "Joint letter",
            "Asks for a reply within two weeks.",
            new(2022, 3, 31),
            null,
            new(2022, 3, 17),
            null,
            SharingLevel.Public
        );

    public static LetterText Reply(string reference = "LET-2", string to = "LET-1") =>
        Letter(reference) with
        {
            Direction = Direction.In,
            On = new(2022, 3, 31),
            KnownOn = new(2022, 3, 31),
            From = "Metropolitan Police",
            To = "Hackney Council",
            ReplyDue = null,
            InReplyTo = to,
        };

    public static AskText Ask(string? reference = "ASK-1") =>
        new(reference, "LET-1", "Respond within two weeks.", "Metropolitan Police", new(2022, 3, 17), null, SharingLevel.Public);

    public static CommitmentText Commitment(string? reference = "COM-1") =>
        new(
            reference,
            null,
            "Become an anti-racist organisation.",
            "Metropolitan Police",
            new(2022, 6, 1),
            new(2022, 3, 31),
            null,
            SharingLevel.Public
        );

    public static ProtocolText Protocol(string? reference = "PRO-1") =>
        new(
            reference,
            "Safer schools officers",
            ProtocolKind.Protocol,
            "Agreed local additions.",
            new(2022, 8, 31),
            [StakeholderClass.Headteachers, StakeholderClass.Parents],
            new(2022, 6, 13),
            null,
            SharingLevel.Public
        );
}

using ChildQ.PoliceActionPlan.Protocols;
using static ChildQ.PoliceActionPlan.Tests.Rules;

namespace ChildQ.PoliceActionPlan.Tests.Protocols;

/// <summary>Protocols on their way, for tests of the rules.</summary>
internal static class AProtocol
{
    public static readonly DateOnly Review = new(2023, 6, 14);

    public static Protocol Started(ProtocolText? text = null) => Protocol.Start(text ?? A.Protocol(), Today, Now).Value;

    public static Protocol Drafted(ProtocolText? text = null)
    {
        var protocol = Started(text);
        protocol.Drafts("Officers are met at the gate.");
        return protocol;
    }

    public static Protocol Endorsed(ProtocolText? text = null)
    {
        var protocol = Drafted(text);
        protocol.StakeholderClasses.ForEach(c => protocol.EndorsedOnBehalf(c).Holds());
        return protocol;
    }

    public static Protocol Published(ProtocolText? text = null)
    {
        var protocol = Endorsed(text);
        protocol.Publish(Today, Review, Today, Now).Holds();
        return protocol;
    }

    public static DraftText Drafts(this Protocol protocol, string text, DateOnly? today = null) =>
        protocol.WriteDraft(new(text, null, null), today ?? Today, Now).Value;

    public static ServiceDefaults.Problems.Result EndorsedOnBehalf(
        this Protocol protocol,
        StakeholderClass stakeholder,
        DateOnly? today = null
    ) => protocol.Endorse(new(stakeholder, protocol.CurrentDraft?.Hash, null, "By letter.", null), today ?? Today, Now);

    public static GivenEndorsement By(this Protocol protocol, string? organisation, StakeholderClass stakeholder) =>
        new(stakeholder, protocol.CurrentDraft?.Hash, organisation, null, null);
}

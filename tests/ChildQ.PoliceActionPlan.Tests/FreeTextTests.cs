using ChildQ.Testing;

namespace ChildQ.PoliceActionPlan.Tests;

public sealed class FreeTextTests(PoliceActionPlanHost host) : IClassFixture<PoliceActionPlanHost>
{
    /// <summary>References, hashes, organisations, posts, and public officials where a letter or minutes name them.</summary>
    private static readonly string[] _notFree =
    [
        "ActionText.OwnerOrganisations",
        "ActionText.Priority",
        "ActionText.Reference",
        "ActionText.Workstream",
        "AgendaItemText.Papers",
        "AgendaItemText.Presenter",
        "ApprovePlan.ContentHash",
        "ArisingText.Owner",
        "ArisingText.PlanAction",
        "AskText.AskedOf",
        "AskText.Letter",
        "AskText.Reference",
        "AttendanceText.Official",
        "AttendanceText.Organisation",
        "AttendanceText.Post",
        "BodyText.Chair",
        "BodyText.Members",
        "BodyText.Reference",
        "BodyText.Workstream",
        "CommentOnDraft.DraftHash",
        "CommentOnPlan.About",
        "CommitmentText.Letter",
        "CommitmentText.MadeBy",
        "CommitmentText.Reference",
        "Endorse.DraftHash",
        "FrameworkText.Reference",
        "HoldMeeting.AttendedBy",
        "JoinWorkingGroup.Organisation",
        "LetterText.From",
        "LetterText.InReplyTo",
        "LetterText.Reference",
        "LetterText.Signatories",
        "LetterText.To",
        "LinkText.To",
        "MeetingText.AttendedBy",
        "MeetingText.Body",
        "MeetingText.Reference",
        "PlanStep.Meeting",
        "PriorityText.Reference",
        "ProtocolText.Reference",
        "SendChaser.Signatories",
    ];

    [Fact]
    public void Whatever_is_written_as_one_likes_is_screened() =>
        Assert.Equal(string.Join(Environment.NewLine, _notFree), string.Join(Environment.NewLine, UnscreenedText.In(host.Services)));
}

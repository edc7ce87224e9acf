using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Problems;

namespace ChildQ.PoliceActionPlan.Protocols;

/// <summary>What somebody says of a draft.</summary>
/// <param name="DraftHash">Of the draft that was read.</param>
/// <param name="About">What in it; none where it is about the whole.</param>
/// <param name="Class">For which class of stakeholder; needed where the lead records it on their behalf.</param>
public sealed record DraftCommentText(string? DraftHash, string? Text, string? About, StakeholderClass? Class);

/// <summary>What is said of one draft, and what the lead answers: taken up or not, and why. Neither is changed afterwards.</summary>
public sealed class DraftComment : Entity
{
    private DraftComment() { }

    public Guid ProtocolId { get; private init; }

    /// <summary>Number of the draft that was commented on.</summary>
    public int Draft { get; private init; }

    /// <summary>Of that draft.</summary>
    public string DraftHash { get; private init; } = "";

    /// <summary>What in it; none where it is about the whole.</summary>
    public string? About { get; private init; }

    public string Text { get; private init; } = "";

    /// <summary>For which class of stakeholder; none where the organisation speaks for none in the working group.</summary>
    public StakeholderClass? Class { get; private init; }

    /// <summary>Key of the organisation that commented; none where the lead recorded it on behalf of a class.</summary>
    public string? Organisation { get; private init; }

    /// <summary>London date.</summary>
    public DateOnly On { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>Whether the next draft takes it up; none until it is answered.</summary>
    public bool? TakenUp { get; private set; }

    /// <summary>Why, or how.</summary>
    public string? Answer { get; private set; }

    /// <summary>London date.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>Comments on the current draft of a protocol.</summary>
    /// <param name="protocol">That the draft is of.</param>
    /// <param name="comment">What is said.</param>
    /// <param name="organisation">Whose word it is; none where the lead records it on behalf of a class.</param>
    /// <param name="today">In London.</param>
    /// <param name="now">The instant.</param>
    public static Result<DraftComment> Make(
        Protocol protocol,
        DraftCommentText comment,
        string? organisation,
        DateOnly today,
        DateTimeOffset now
    )
    {
        var check = protocol
            .OfCurrentDraft(new(), comment.DraftHash)
            .Text(comment.Text, "text", 4000)
            .OptionalText(comment.About, "about", 200)
            .That(
                organisation is not null || comment.Class is not null,
                "comment/no-class",
                "Say for which class of stakeholder it was said: you record it on their behalf.",
                "class"
            )
            .That(
                organisation is null || comment.Class is null || protocol.SpeaksFor(organisation, comment.Class.Value, today),
                "comment/not-your-class",
                "Your organisation does not speak for this class of stakeholder in the working group.",
                "class"
            );
        return check.Result.With(() =>
            new DraftComment
            {
                ProtocolId = protocol.Id,
                Draft = protocol.CurrentDraft!.Number,
                DraftHash = protocol.CurrentDraft.Hash,
                About = comment.About,
                Text = comment.Text!,
                Class = comment.Class,
                Organisation = organisation,
                On = today,
                RecordedAt = now,
            }
        );
    }

    /// <summary>The lead says whether it is taken up, and why, once.</summary>
    public Result Reply(bool? takenUp, string? answer, DateOnly today)
    {
        var check = new Check()
            .That(takenUp is not null, "input/required", "Say whether it is taken up.", "takenUp")
            .Text(answer, "answer", 4000)
            .That(AnsweredOn is null, "comment/answered-already", "This comment has been answered: an answer stays as it is.");
        if (check.Failed)
        {
            return check.Result;
        }

        (TakenUp, Answer, AnsweredOn) = (takenUp, answer, today);
        return Result.Ok;
    }
}

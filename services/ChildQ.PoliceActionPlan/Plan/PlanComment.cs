using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Problems;

namespace ChildQ.PoliceActionPlan.Plan;

/// <summary>What a community partner says of a version while it is being shaped, and what the lead answers. Neither is changed afterwards.</summary>
public sealed class PlanComment : Entity
{
    private PlanComment() { }

    public Guid PlanVersionId { get; private set; }

    /// <summary>Reference of the action or priority it is about; none where it is about the whole.</summary>
    public string? About { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Key of the organisation that commented, as in the tokens of its people.</summary>
    public string? Organisation { get; private set; }

    /// <summary>Hash of the content that was commented on.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>London date.</summary>
    public DateOnly On { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public string? Answer { get; private set; }

    /// <summary>London date.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    public static Result<PlanComment> Make(
        PlanVersion version,
        PlanText content,
        string? text,
        string? about,
        string? organisation,
        DateOnly today,
        DateTimeOffset now
    )
    {
        var check = new Check()
            .That(version.Stage == PlanStage.Shaping, "plan/not-being-shaped", "Comments are taken while the version is open for shaping.")
            .Text(text, "text")
            .OptionalText(about, "about", 40)
            .That(
                about is null || content.Priorities.Any(p => p.Reference == about || p.Actions.Any(a => a.Reference == about)),
                "plan/not-in-content",
                "There is no action or priority with this reference in this version.",
                "about"
            );
        return check.Result.With(() =>
            new PlanComment
            {
                PlanVersionId = version.Id,
                About = about,
                Text = text!,
                Organisation = organisation,
                ContentHash = version.ContentHash,
                On = today,
                RecordedAt = now,
            }
        );
    }

    /// <summary>The lead says what became of it, once.</summary>
    public Result Reply(string? answer, DateOnly today)
    {
        var check = new Check()
            .Text(answer, "answer")
            .That(Answer is null, "plan/answered-already", "This comment has been answered: an answer stays as it is.");
        if (check.Failed)
        {
            return check.Result;
        }

        (Answer, AnsweredOn) = (answer, today);
        return Result.Ok;
    }
}

using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.Oversight.Findings;

/// <summary>What a finding says, as written or rewritten.</summary>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record FindingText(
    string? Reference,
    int? Number,
    [property: FreeText] string? Summary,
    DateOnly? KnownOn,
    [property: FreeText] string? Source,
    bool Confirmed = false
) : IRegisteredText, IFreeText;

/// <summary>One of the review's eight findings, in its published summary.</summary>
public sealed class Finding : Registered
{
    private Finding() { }

    public int Number { get; private set; }

    public string Summary { get; private set; } = "";

    public static Result<Finding> Set(FindingText text, DateOnly today)
    {
        var finding = new Finding();
        return finding
            .Write(text, New(text, today))
            .With(() =>
            {
                finding.Enter(text, today);
                return finding;
            });
    }

    public Result Correct(FindingText text)
    {
        var written = Write(text, Corrected(text));
        if (written.IsOk)
        {
            Reenter(text);
        }

        return written;
    }

    private Result Write(FindingText text, Check check)
    {
        check
            .That(text.Number > 0, "finding/number", "Give the finding's number in the review.", "number")
            .Text(text.Summary, "summary", 2000);
        if (!check.Failed)
        {
            (Number, Summary) = (text.Number!.Value, text.Summary!);
        }

        return check.Result;
    }
}

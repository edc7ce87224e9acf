using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChildQ.PoliceActionPlan.Plan;

/// <summary>An action as a version of the plan promises it.</summary>
/// <param name="Owners">Keys of the organisations that own it, in order of the alphabet.</param>
/// <param name="Due">London date as it stood when the copy was taken.</param>
public sealed record PlannedAction(
    string Reference,
    string Title,
    string Commitment,
    IReadOnlyList<string> Owners,
    string? OutcomeMeasure,
    string? Baseline,
    string? Target,
    DateOnly? Start,
    DateOnly? Due,
    string? DueText
);

/// <summary>A priority as a version of the plan sets it, with its actions.</summary>
public sealed record PlannedPriority(string Reference, string Title, string? Description, IReadOnlyList<PlannedAction> Actions);

/// <summary>
/// What a version of the plan says, word for word. Its canonical form is JSON in UTF-8 without spaces: members in the order of these records,
/// every one present, priorities and actions by reference, owners by the alphabet, line ends as <c>\n</c>, letters composed (Unicode NFC). The
/// content hash is the SHA-256 of exactly these bytes, so that anyone can compute it again from what the content's address gives.
/// </summary>
/// <param name="Form">Version of this canonical form.</param>
public sealed record PlanText(int Form, IReadOnlyList<PlannedPriority> Priorities)
{
    public const int CurrentForm = 1;

    private static readonly JsonSerializerOptions Canonically = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static PlanText Of(IEnumerable<PlannedPriority> priorities) =>
        new(CurrentForm, [.. priorities.OrderBy(p => p.Reference, StringComparer.Ordinal).Select(Settled)]);

    public string ToCanonical() => JsonSerializer.Serialize(this, Canonically);

    public static PlanText Read(string canonical) =>
        JsonSerializer.Deserialize<PlanText>(canonical, Canonically) ?? throw new JsonException("Not a plan.");

    /// <summary>SHA-256 in small hexadecimal digits.</summary>
    public static string Hash(string canonical) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));

    private static PlannedPriority Settled(PlannedPriority p) =>
        new(
            Settled(p.Reference),
            Settled(p.Title),
            Maybe(p.Description),
            [.. p.Actions.OrderBy(a => a.Reference, StringComparer.Ordinal).Select(Settled)]
        );

    private static PlannedAction Settled(PlannedAction a) =>
        a with
        {
            Title = Settled(a.Title),
            Commitment = Settled(a.Commitment),
            Owners = [.. a.Owners.Select(Settled).Order(StringComparer.Ordinal)],
            OutcomeMeasure = Maybe(a.OutcomeMeasure),
            Baseline = Maybe(a.Baseline),
            Target = Maybe(a.Target),
            DueText = Maybe(a.DueText),
        };

    private static string? Maybe(string? text) => text is null ? null : Settled(text);

    private static string Settled(string text) => text.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC);
}

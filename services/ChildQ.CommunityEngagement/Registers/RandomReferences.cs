using System.Security.Cryptography;
using ChildQ.ServiceDefaults.Problems;

namespace ChildQ.CommunityEngagement.Registers;

/// <summary>Human references of this service.</summary>
internal static class RandomReferences
{
    /// <summary>Crockford's letters: none that is taken for another when read aloud.</summary>
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>
    /// The reference of a new entry: <c>ENG-INS-7K3F9QT2</c>. By chance and never by number: a gap in running numbers would tell how many entries
    /// stand there that the reader may not see.
    /// </summary>
    public static string New(string prefix) => $"{prefix}-{RandomNumberGenerator.GetString(Letters, 8)}";

    public static Check Form(this Check check, string? reference) =>
        check.That(
            reference is null || reference.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'),
            "reference/form",
            "A reference holds letters, digits and hyphens, for example ENG-ACT-001.",
            "reference"
        );

    public static BrokenRule Unknown(string field) =>
        Rule.Broken("reference/unknown", "There is nothing on record with this reference, or it is not yours to see.", field);

    /// <summary>Whoever chooses a reference finds out whether it is taken, and so what stands there that they may not see.</summary>
    public static Result Given { get; } = Rule.Broken("reference/given", "Leave the reference out: it gets one.", "reference");
}

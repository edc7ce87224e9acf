using System.Security.Cryptography;
using System.Text;
using ChildQ.ServiceDefaults.Data;

namespace ChildQ.PoliceActionPlan.Protocols;

/// <summary>
/// The words of one draft, apart from the protocol so that lists do not carry them. Appended, never changed: the database itself refuses it.
/// </summary>
public sealed class DraftText : Entity
{
    /// <summary>Characters.</summary>
    public const int Longest = 100_000;

    private DraftText() { }

    public Guid ProtocolId { get; private init; }

    /// <summary>The draft's.</summary>
    public int Number { get; private init; }

    public string Text { get; private init; } = "";

    /// <summary>
    /// Title, an empty line, text; line ends as <c>\n</c>, letters composed (Unicode NFC). What the hash is of: anyone can compute it again
    /// from what the draft's address gives.
    /// </summary>
    public string Canonical { get; private init; } = "";

    /// <summary>SHA-256 of <see cref="Canonical"/> in UTF-8, small hexadecimal digits.</summary>
    public string Hash { get; private init; } = "";

    internal static DraftText Of(Protocol protocol, int number, string text)
    {
        var settled = Settled(text);
        var canonical = $"{Settled(protocol.Title)}\n\n{settled}";
        return new()
        {
            ProtocolId = protocol.Id,
            Number = number,
            Text = settled,
            Canonical = canonical,
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))),
        };
    }

    private static string Settled(string text) => text.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC).Trim();
}

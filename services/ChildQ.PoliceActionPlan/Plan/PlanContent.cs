using ChildQ.ServiceDefaults.Data;

namespace ChildQ.PoliceActionPlan.Plan;

/// <summary>
/// A frozen copy of the plan's priorities and actions, as drawn from the live plan for one version. Appended, never changed: a version whose
/// words change gets another copy, with another hash.
/// </summary>
public sealed class PlanContent : Entity
{
    private PlanContent() { }

    public Guid PlanVersionId { get; private set; }

    /// <summary>The canonical form, byte for byte what was hashed; see <see cref="PlanText"/>.</summary>
    public string Canonical { get; private set; } = "";

    /// <summary>SHA-256 of <see cref="Canonical"/>, small hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";

    public int Actions { get; private set; }

    /// <summary>References of what was not public when the copy was taken: it cannot be put to the partnership, as what is ratified is public.</summary>
    public List<string> NotPublic { get; private set; } = [];

    public DateTimeOffset DrawnAt { get; private set; }

    public static PlanContent Draw(PlanText text, IEnumerable<string> notPublic, DateTimeOffset now)
    {
        var canonical = text.ToCanonical();
        return new()
        {
            Canonical = canonical,
            Hash = PlanText.Hash(canonical),
            Actions = text.Priorities.Sum(p => p.Actions.Count),
            NotPublic = [.. notPublic.Order(StringComparer.Ordinal)],
            DrawnAt = now,
        };
    }

    internal void BelongsTo(PlanVersion version) => PlanVersionId = version.Id;
}

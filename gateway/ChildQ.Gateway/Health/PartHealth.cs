namespace ChildQ.Gateway.Health;

public enum PartState
{
    Healthy,

    /// <summary>It serves, but something it needs is away, or some of its replicas are.</summary>
    Degraded,

    Unhealthy,
}

/// <summary>How one part of the stack is.</summary>
/// <param name="Name">Resource name.</param>
/// <param name="State">Its state.</param>
/// <param name="Took">How long the answer took.</param>
/// <param name="Detail">For the operations team only: it names addresses.</param>
public sealed record PartHealth(string Name, PartState State, TimeSpan Took, string? Detail)
{
    /// <summary>The state of something made of several: healthy where all are, unhealthy where all are.</summary>
    public static PartState Together(IEnumerable<PartState> states)
    {
        var all = states.ToList();
        return all.TrueForAll(state => state == PartState.Unhealthy) ? PartState.Unhealthy
            : all.TrueForAll(state => state == PartState.Healthy) ? PartState.Healthy
            : PartState.Degraded;
    }
}

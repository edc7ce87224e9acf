using System.ComponentModel.DataAnnotations.Schema;

namespace ChildQ.ServiceDefaults.Data;

/// <summary>Something with an identity, a version and events still to be told.</summary>
public abstract class Entity
{
    private readonly List<object> _events = [];

    /// <summary>UUID version 7: sorts by the time it was made.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>PostgreSQL's <c>xmin</c> of the row as read: the ETag.</summary>
    public uint Version { get; private set; }

    /// <summary>Integration events that the next save puts into the outbox, in the same transaction.</summary>
    [NotMapped]
    public IReadOnlyList<object> Events => _events;

    /// <summary>Says that something happened. Told to other services once the change is committed, never before.</summary>
    protected void Raise(object integrationEvent) => _events.Add(integrationEvent);

    internal IReadOnlyList<object> TakeEvents()
    {
        object[] taken = [.. _events];
        _events.Clear();
        return taken;
    }
}

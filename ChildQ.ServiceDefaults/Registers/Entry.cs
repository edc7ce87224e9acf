using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Sharing;

namespace ChildQ.ServiceDefaults.Registers;

/// <summary>One entry of a register: found by its reference, known from a date, read by those with whom it is shared.</summary>
public interface IEntry : IShared
{
    Guid Id { get; }

    /// <summary>Human reference, unique in its register and never changed: <c>PAP-LET-001</c>.</summary>
    string Reference { get; }

    /// <summary>London date from which it was known: a view as at an earlier date does not show it.</summary>
    DateOnly KnownOn { get; }
}

/// <summary>What is written of every entry, when it is put on record and when it is corrected.</summary>
public interface IEntryText
{
    string? Reference { get; }

    DateOnly? KnownOn { get; }

    /// <summary>Where it comes from, for example the section of the report of June 2022.</summary>
    string? Source { get; }

    /// <summary><see cref="SharingLevel.Public"/> or <see cref="SharingLevel.Partners"/>; the latter for a new entry unless said.</summary>
    SharingLevel? Sharing { get; }
}

/// <inheritdoc cref="IEntry"/>
public abstract class Entry : Entity, IEntry
{
    public string Reference { get; private set; } = "";

    public DateOnly KnownOn { get; private set; }

    public string? Source { get; private set; }

    public SharingLevel Sharing { get; private set; }

    protected void Enter(IEntryText text, DateOnly today) =>
        (Reference, KnownOn, Source, Sharing) = (
            text.Reference!,
            text.KnownOn ?? today,
            text.Source,
            text.Sharing ?? SharingLevel.Partners
        );

    /// <summary>What is published is for everyone.</summary>
    protected void MakePublic() => Sharing = SharingLevel.Public;

    /// <summary>Takes the corrected text; true when the entry has become public by it.</summary>
    protected bool Reenter(IEntryText text)
    {
        var published = Sharing != SharingLevel.Public && text.Sharing == SharingLevel.Public;
        (Source, Sharing) = (text.Source, text.Sharing ?? Sharing);
        return published;
    }
}

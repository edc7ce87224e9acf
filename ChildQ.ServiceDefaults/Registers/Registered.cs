using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Problems;

namespace ChildQ.ServiceDefaults.Registers;

/// <summary>An entry of a public register: known by its reference, and from a date on.</summary>
public abstract class Registered : Entity
{
    /// <summary>Human reference, unique in its register; others refer to it, so it never changes.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>London date from which it was known: a view as at an earlier date does not show it.</summary>
    public DateOnly KnownOn { get; private set; }

    /// <summary>Where it comes from, for example the section of the report of June 2022.</summary>
    public string? Source { get; private set; }

    /// <summary>What is asked of every new entry.</summary>
    protected static Check New(IRegisteredText text, DateOnly today) =>
        new Check()
            .Text(text.Reference, "reference", 40)
            .OptionalText(text.Source, "source", 300)
            .That(
                text.KnownOn is null || text.KnownOn <= today,
                "known-on/in-the-future",
                "It cannot be known only from a later day.",
                "knownOn"
            );

    /// <summary>What is asked of every correction.</summary>
    protected Check Corrected(IRegisteredText text) =>
        new Check()
            .OptionalText(text.Source, "source", 300)
            .That(
                text.Reference is null || text.Reference == Reference,
                "reference/fixed",
                "A reference stays as it is: others refer to it.",
                "reference"
            );

    protected void Enter(IRegisteredText text, DateOnly today) =>
        (Reference, KnownOn, Source) = (text.Reference!, text.KnownOn ?? today, text.Source);

    protected void Reenter(IRegisteredText text) => Source = text.Source;
}

/// <summary>What is written of every entry.</summary>
public interface IRegisteredText
{
    string? Reference { get; }

    DateOnly? KnownOn { get; }

    string? Source { get; }
}

using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Problems;

namespace ChildQ.ServiceDefaults.Registers;

/// <summary>The rules that every entry of every register keeps.</summary>
public static class EntryRules
{
    public static Check ForNew(this Check check, IEntryText text, DateOnly today) =>
        check
            .Text(text.Reference, "reference", 40)
            .That(
                text.Reference is null || text.Reference.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'),
                "reference/form",
                "A reference holds letters, digits and hyphens, for example PAP-ACT-012.",
                "reference"
            )
            .That(
                text.KnownOn is null || text.KnownOn <= today,
                "known-on/in-the-future",
                "It cannot be known only from a later day.",
                "knownOn"
            )
            .ForBoth(text);

    public static Check ForCorrection(this Check check, IEntryText text, IEntry entry) =>
        check
            .That(
                text.Reference is null || text.Reference == entry.Reference,
                "reference/fixed",
                "A reference stays as it is: others refer to it.",
                "reference"
            )
            .That(
                entry.Sharing != SharingLevel.Public || text.Sharing is null or SharingLevel.Public,
                "sharing/already-public",
                "This has been public, and others have been told of it: it cannot be taken back.",
                "sharing"
            )
            .ForBoth(text);

    public static Check Days(this Check check, DateOnly? from, DateOnly? to, string type, string message, string field) =>
        check.That(from is null || to is null || from <= to, type, message, field);

    /// <summary>Names in a list: each there, none too long, none twice.</summary>
    public static Check Names(this Check check, IReadOnlyList<string>? names, string field)
    {
        if (names is null)
        {
            return check;
        }

        check.That(names.Count <= 50, "list/too-long", "Give 50 or fewer.", field);
        check.That(names.Distinct(StringComparer.Ordinal).Count() == names.Count, "list/twice", "Each may be there once only.", field);
        return names.Take(50).Aggregate(check, (all, name) => all.Text(name, field, 300));
    }

    private static Check ForBoth(this Check check, IEntryText text) =>
        check
            .OptionalText(text.Source, "source", 300)
            .That(
                text.Sharing is null or SharingLevel.Public or SharingLevel.Partners,
                "sharing/restricted",
                "This register is for what police and partners may read: choose public or partners.",
                "sharing"
            );
}

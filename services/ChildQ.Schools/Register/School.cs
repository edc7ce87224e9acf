using System.Text.RegularExpressions;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Problems;

namespace ChildQ.Schools.Register;

/// <summary>What is said of a school, as written or rewritten.</summary>
/// <param name="Urn">The DfE's unique reference number, six digits: the school's key for people. It never changes.</param>
/// <param name="LocalAuthorityCode">204 (Hackney) where left out; schools of another authority are refused.</param>
public sealed record SchoolText(
    int? Urn,
    string? Name,
    string? Type,
    string? Phase,
    SchoolStatus Status,
    string? Trust,
    string? HeadTitle,
    string? HeadFirstName,
    string? HeadLastName,
    string? ChairOfGovernors,
    int? LocalAuthorityCode,
    int? EstablishmentNumber,
    string? Postcode,
    int? Pupils,
    DateOnly? OpenedOn,
    DateOnly? ClosedOn
);

/// <summary>A school of Hackney. What was known of it before is kept as dated <see cref="SchoolRecord"/>s.</summary>
public sealed partial class School : Entity
{
    private readonly List<SchoolRecord> _records = [];

    private School() { }

    /// <summary>The DfE's unique reference number.</summary>
    public int Urn { get; private init; }

    /// <summary>As now known.</summary>
    public SchoolDetails Details { get; private set; } = null!;

    /// <summary>How often its details were put on record.</summary>
    public int Revisions { get; private set; }

    /// <summary>London date from which <see cref="Details"/> were known.</summary>
    public DateOnly KnownOn { get; private set; }

    public IReadOnlyList<SchoolRecord> Records => _records;

    public bool IsOpen => SchoolDetails.IsOpen(Details.Status);

    /// <summary>Puts a school on the register.</summary>
    /// <param name="knownOn">London date from which this was known: the day the DfE recorded it, or today.</param>
    public static Result<School> Register(SchoolText text, DateOnly knownOn)
    {
        var urn = new Check().That(text.Urn is >= 100_000 and <= 999_999, "school/urn", "Enter the URN: six digits.", "urn").Result;
        var school = new School { Urn = text.Urn ?? 0 };
        return new Check().And(urn).And(school.Write(text, knownOn)).Result.With(() => school);
    }

    /// <summary>Replaces what is said of the school. What was said before stays on record, and saying the same again changes nothing.</summary>
    public Result Correct(SchoolText text, DateOnly knownOn)
    {
        var same = new Check().That(
            text.Urn is null || text.Urn == Urn,
            "school/urn-fixed",
            "A school keeps its URN. Put the other school on the register instead.",
            "urn"
        );
        return same.Failed ? same.Result : Write(text, knownOn);
    }

    /// <summary>The details as they were known on a date; none where nothing was.</summary>
    public SchoolDetails? AsAt(DateOnly asAt) => _records.Where(r => r.KnownOn <= asAt).MaxBy(r => r.Sequence)?.Details;

    private Result Write(SchoolText text, DateOnly knownOn)
    {
        var check = Check(text);
        if (check.Failed)
        {
            return check.Result;
        }

        var details = new SchoolDetails(
            text.Name!,
            text.Type!,
            text.Phase!,
            text.Status,
            text.Trust,
            text.HeadTitle,
            text.HeadFirstName,
            text.HeadLastName,
            text.ChairOfGovernors,
            Authority.Code,
            text.EstablishmentNumber,
            text.Postcode?.ToUpperInvariant(),
            text.Pupils,
            text.OpenedOn,
            text.ClosedOn
        );
        if (details == Details)
        {
            return Result.Ok;
        }

        // Never before what is on record already: the latest record is what is known now.
        (Details, KnownOn, Revisions) = (details, knownOn > KnownOn ? knownOn : KnownOn, Revisions + 1);
        _records.Add(new(Id, Urn, Revisions, KnownOn, details));
        return Result.Ok;
    }

    private static Check Check(SchoolText text) =>
        new Check()
            .Text(text.Name, "name", 200)
            .Text(text.Type, "type", 100)
            .Text(text.Phase, "phase", 60)
            .OptionalText(text.Trust, "trust", 200)
            .OptionalText(text.HeadTitle, "headTitle", 30)
            .OptionalText(text.HeadFirstName, "headFirstName", 100)
            .OptionalText(text.HeadLastName, "headLastName", 100)
            .OptionalText(text.ChairOfGovernors, "chairOfGovernors", 200)
            .That(
                text.LocalAuthorityCode is null or Authority.Code,
                "school/other-authority",
                $"Only schools of {Authority.Name} (authority {Authority.Code}) are on this register.",
                "localAuthorityCode"
            )
            .That(
                text.EstablishmentNumber is null or (>= 0 and <= 9999),
                "school/establishment-number",
                "The establishment number has four digits.",
                "establishmentNumber"
            )
            .That(
                text.Postcode is null || Postcode().IsMatch(text.Postcode),
                "school/postcode",
                "Enter a full UK postcode, like E8 1EA.",
                "postcode"
            )
            .That(text.Pupils is null or (>= 0 and <= 20_000), "school/pupils", "The number of pupils is from 0 to 20,000.", "pupils")
            .That(
                text.ClosedOn is null || text.OpenedOn is null || text.ClosedOn >= text.OpenedOn,
                "school/closed-before-opened",
                "A school cannot close before it opens.",
                "closedOn"
            );

    [GeneratedRegex(
        "^[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 100
    )]
    private static partial Regex Postcode();
}

/// <summary>What was known of a school from a date on. Appended, never changed.</summary>
public sealed class SchoolRecord : Entity
{
    private SchoolRecord() { }

    internal SchoolRecord(Guid schoolId, int urn, int sequence, DateOnly knownOn, SchoolDetails details) =>
        (SchoolId, Urn, Sequence, KnownOn, Details) = (schoolId, urn, sequence, knownOn, details);

    public Guid SchoolId { get; private init; }

    public int Urn { get; private init; }

    /// <summary>1 for the first record of a school, and so on.</summary>
    public int Sequence { get; private init; }

    /// <summary>London date from which it was known; never before that of the record before.</summary>
    public DateOnly KnownOn { get; private init; }

    public SchoolDetails Details { get; private init; } = null!;

    /// <summary>What is now known, as a record; not one to be kept.</summary>
    public static SchoolRecord Current(School school) => new(school.Id, school.Urn, school.Revisions, school.KnownOn, school.Details);
}

using ChildQ.ServiceDefaults.Import;

namespace ChildQ.Schools.Register;

/// <summary>A row of the DfE's extract: the columns that the register keeps, by the DfE's own names.</summary>
/// <param name="LastChangedDate">When the DfE last changed the row: from then on it was known.</param>
/// <param name="ChairOfGovernors">Not in the extract (governors are published apart from it). Where a file has it, it is taken; empty leaves what is there.</param>
public sealed record SchoolRow(
    [CsvColumn("URN", IsKey = true)] int Urn,
    [CsvColumn("LA (code)")] int LocalAuthorityCode,
    [CsvColumn("LA (name)", MayBeMissing = true)] string? LocalAuthority,
    [CsvColumn("EstablishmentNumber", MayBeMissing = true)] int? EstablishmentNumber,
    [CsvColumn("EstablishmentName")] string Name,
    [CsvColumn("TypeOfEstablishment (name)")] string Type,
    [CsvColumn("EstablishmentStatus (name)")] SchoolStatus Status,
    [CsvColumn("OpenDate", MayBeMissing = true)] DateOnly? OpenedOn,
    [CsvColumn("CloseDate", MayBeMissing = true)] DateOnly? ClosedOn,
    [CsvColumn("PhaseOfEducation (name)")] string Phase,
    [CsvColumn("NumberOfPupils", MayBeMissing = true)] int? Pupils,
    [CsvColumn("Trusts (name)", MayBeMissing = true)] string? Trust,
    [CsvColumn("LastChangedDate", MayBeMissing = true)] DateOnly? LastChangedDate,
    [CsvColumn("Postcode", MayBeMissing = true)] string? Postcode,
    [CsvColumn("HeadTitle (name)", MayBeMissing = true)] string? HeadTitle,
    [CsvColumn("HeadFirstName", MayBeMissing = true)] string? HeadFirstName,
    [CsvColumn("HeadLastName", MayBeMissing = true)] string? HeadLastName,
    [CsvColumn("ChairOfGovernors", MayBeMissing = true)] string? ChairOfGovernors
)
{
    public static SchoolRow Of(SchoolRecord record) => Of(record.Urn, record.Details, record.KnownOn);

    /// <param name="kept">The chair of governors on record, for a file that does not say.</param>
    public SchoolText ToText(string? kept) =>
        new(
            Urn,
            Name,
            Type,
            Phase,
            Status,
            Trust,
            HeadTitle,
            HeadFirstName,
            HeadLastName,
            ChairOfGovernors ?? kept,
            LocalAuthorityCode,
            EstablishmentNumber,
            Postcode,
            Pupils,
            OpenedOn,
            ClosedOn
        );

    /// <summary>The extract's name of a column that a rule names by the register's own word.</summary>
    public static string ColumnOf(string field) =>
        field switch
        {
            "urn" => "URN",
            "name" => "EstablishmentName",
            "type" => "TypeOfEstablishment (name)",
            "phase" => "PhaseOfEducation (name)",
            "trust" => "Trusts (name)",
            "head_title" => "HeadTitle (name)",
            "head_first_name" => "HeadFirstName",
            "head_last_name" => "HeadLastName",
            "chair_of_governors" => "ChairOfGovernors",
            "local_authority_code" => "LA (code)",
            "establishment_number" => "EstablishmentNumber",
            "postcode" => "Postcode",
            "pupils" => "NumberOfPupils",
            "opened_on" => "OpenDate",
            "closed_on" => "CloseDate",
            _ => field,
        };

    /// <summary>London date from which a school that is new to the register was known: the DfE had published it.</summary>
    public DateOnly KnownOn(DateOnly today) => LastChangedDate is { } changed && changed < today ? changed : today;

    private static SchoolRow Of(int urn, SchoolDetails d, DateOnly knownOn) =>
        new(
            urn,
            d.LocalAuthorityCode,
            Authority.Name,
            d.EstablishmentNumber,
            d.Name,
            d.Type,
            d.Status,
            d.OpenedOn,
            d.ClosedOn,
            d.Phase,
            d.Pupils,
            d.Trust,
            knownOn,
            d.Postcode,
            d.HeadTitle,
            d.HeadFirstName,
            d.HeadLastName,
            d.ChairOfGovernors
        );
}

namespace ChildQ.Schools.Register;

/// <summary>A school as shown, as at a date.</summary>
/// <param name="KnownOn">London date from which this was known.</param>
public sealed record SchoolView(
    Guid Id,
    int Urn,
    string Name,
    string Type,
    string Phase,
    SchoolStatus Status,
    string? Trust,
    string? HeadTitle,
    string? HeadFirstName,
    string? HeadLastName,
    string? ChairOfGovernors,
    int LocalAuthorityCode,
    string LocalAuthority,
    int? EstablishmentNumber,
    string? Postcode,
    int? Pupils,
    DateOnly? OpenedOn,
    DateOnly? ClosedOn,
    DateOnly KnownOn
)
{
    public static SchoolView Of(SchoolRecord record) => Of(record.SchoolId, record.Urn, record.Details, record.KnownOn);

    public static SchoolView Of(School school) => Of(school.Id, school.Urn, school.Details, school.KnownOn);

    private static SchoolView Of(Guid id, int urn, SchoolDetails d, DateOnly knownOn) =>
        new(
            id,
            urn,
            d.Name,
            d.Type,
            d.Phase,
            d.Status,
            d.Trust,
            d.HeadTitle,
            d.HeadFirstName,
            d.HeadLastName,
            d.ChairOfGovernors,
            d.LocalAuthorityCode,
            Authority.Name,
            d.EstablishmentNumber,
            d.Postcode,
            d.Pupils,
            d.OpenedOn,
            d.ClosedOn,
            knownOn
        );
}

namespace ChildQ.Schools.Register;

/// <summary>As in the DfE's register, in its words.</summary>
public enum SchoolStatus
{
    Open,
    OpenButProposedToClose,
    ProposedToOpen,
    Closed,
}

/// <summary>
/// What the register holds about a school. The head of a school and the chair of its governors hold public offices, and the DfE publishes
/// the head's name; still no name ever goes into a log, a trace or an event.
/// </summary>
/// <param name="Type">Type of establishment, in the DfE's words: "Academy converter".</param>
/// <param name="Phase">Phase of education, in the DfE's words: "Secondary", "All-through", "Not applicable".</param>
/// <param name="EstablishmentNumber">The number the DfE gives within the authority.</param>
/// <param name="Pupils">Pupils on roll at the latest census; none where not known.</param>
public sealed record SchoolDetails(
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
    int? EstablishmentNumber,
    string? Postcode,
    int? Pupils,
    DateOnly? OpenedOn,
    DateOnly? ClosedOn
)
{
    /// <summary>Open for pupils, and so addressed by guidance.</summary>
    public static bool IsOpen(SchoolStatus status) => status is SchoolStatus.Open or SchoolStatus.OpenButProposedToClose;
}

/// <summary>The one authority whose schools this register holds.</summary>
public static class Authority
{
    /// <summary>Hackney's code at the DfE.</summary>
    public const int Code = 204;

    public const string Name = "Hackney";
}

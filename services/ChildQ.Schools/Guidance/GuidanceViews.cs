using ChildQ.ServiceDefaults.Import;

namespace ChildQ.Schools.Guidance;

/// <summary>A published version and how far the schools are with it, as at a date. Schools are counted, not people.</summary>
public sealed record GuidanceView(
    Guid Id,
    Guid ProtocolId,
    int Version,
    string Reference,
    string Title,
    string Kind,
    DateOnly? PublishedOn,
    bool InForce,
    int Schools,
    int Acknowledged,
    int Awaiting
);

/// <summary>A receipt as shown, as at a date.</summary>
/// <param name="AcknowledgedAs">The office of whoever acknowledged; never a name.</param>
/// <param name="InForce">Whether no later version had been published.</param>
public sealed record ReceiptView(
    Guid Id,
    Guid GuidanceId,
    Guid ProtocolId,
    int Version,
    string Reference,
    string Title,
    string Kind,
    DateOnly? PublishedOn,
    bool InForce,
    Guid SchoolId,
    int Urn,
    string School,
    ReceiptState State,
    DateOnly AwaitingSince,
    DateOnly? AcknowledgedOn,
    SchoolOffice? AcknowledgedAs
)
{
    public static ReceiptView Of(GuidanceReceipt receipt, DateOnly asAt)
    {
        var (guidance, state) = (receipt.Guidance, receipt.StateAsAt(asAt));
        var acknowledged = state is ReceiptState.Acknowledged;
        return new(
            receipt.Id,
            guidance.Id,
            guidance.ProtocolId,
            guidance.ProtocolVersion,
            guidance.Reference,
            guidance.Title,
            guidance.Kind,
            guidance.PublishedOn,
            guidance.SupersededOn is null || guidance.SupersededOn > asAt,
            receipt.SchoolId,
            receipt.School.Urn,
            receipt.School.Details.Name,
            state,
            receipt.AwaitingSince,
            acknowledged ? receipt.AcknowledgedOn : null,
            acknowledged ? receipt.AcknowledgedAs : null
        );
    }
}

/// <summary>A receipt as one row of CSV.</summary>
public sealed record ReceiptRow(
    string Protocol,
    int Version,
    string Title,
    [property: CsvColumn("urn")] int Urn,
    string School,
    ReceiptState State,
    DateOnly AwaitingSince,
    DateOnly? AcknowledgedOn,
    SchoolOffice? AcknowledgedAs
)
{
    public static ReceiptRow Of(ReceiptView receipt) =>
        new(
            receipt.Reference,
            receipt.Version,
            receipt.Title,
            receipt.Urn,
            receipt.School,
            receipt.State,
            receipt.AwaitingSince,
            receipt.AcknowledgedOn,
            receipt.AcknowledgedAs
        );
}

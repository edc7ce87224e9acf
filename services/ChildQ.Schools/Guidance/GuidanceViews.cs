using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.ServiceDefaults.Import;

namespace ChildQ.Schools.Guidance;

/// <summary>A published version and how far the schools are with it, as at a date. Schools are counted, not people.</summary>
/// <param name="Draft">Number of its text in police action planning; none where its words are not held there.</param>
/// <param name="ContentHash">SHA-256 of that text.</param>
/// <param name="Interim">Interim guidance: issued while the version is being revised, not endorsed.</param>
/// <param name="ReviewOn">London date by which its publisher is to review it.</param>
/// <param name="Audience">Which schools it is for.</param>
/// <param name="Acknowledged">Adopted or not.</param>
/// <param name="Reminded">Of those that were to acknowledge it, acknowledged since or not.</param>
/// <param name="Escalated">Of those that were to acknowledge it, acknowledged since or not.</param>
public sealed record GuidanceView(
    Guid Id,
    Guid ProtocolId,
    int Version,
    int? Draft,
    string? ContentHash,
    bool Interim,
    string Reference,
    string Title,
    string Kind,
    DateOnly? PublishedOn,
    DateOnly? ReviewOn,
    Audience Audience,
    bool InForce,
    int Schools,
    int Acknowledged,
    int Awaiting,
    int Adopted,
    int Reminded,
    int Escalated
);

/// <summary>A receipt as shown, as at a date.</summary>
/// <param name="AcknowledgedAs">The office of whoever acknowledged; never a name.</param>
/// <param name="Draft">Number of the text that the school is sent; none where its words are not held.</param>
/// <param name="ContentHash">SHA-256 of that text: the receipt is for what was read.</param>
/// <param name="Interim">Interim guidance: issued while the version is being revised, not endorsed.</param>
/// <param name="InForce">Whether no later version had been published.</param>
/// <param name="SupersededOn">London date from which a later version was in force instead.</param>
/// <param name="WorkingDaysAwaited">Working days in full without an acknowledgement; none once there is one.</param>
/// <param name="RemindedOn">London date on which the school was reminded.</param>
/// <param name="EscalatedOn">London date on which oversight was told.</param>
/// <param name="AdoptedOn">London date of the governing board's meeting.</param>
public sealed record ReceiptView(
    Guid Id,
    Guid GuidanceId,
    Guid ProtocolId,
    int Version,
    int? Draft,
    string? ContentHash,
    bool Interim,
    string Reference,
    string Title,
    string Kind,
    DateOnly? PublishedOn,
    bool InForce,
    DateOnly? SupersededOn,
    Guid SchoolId,
    int Urn,
    string School,
    ReceiptState State,
    DateOnly AwaitingSince,
    DateOnly? AcknowledgedOn,
    SchoolOffice? AcknowledgedAs,
    int? WorkingDaysAwaited,
    DateOnly? RemindedOn,
    DateOnly? EscalatedOn,
    DateOnly? AdoptedOn,
    string? MinuteReference
)
{
    public static ReceiptView Of(GuidanceReceipt receipt, DateOnly asAt)
    {
        var (guidance, state) = (receipt.Guidance, receipt.StateAsAt(asAt));
        var (acknowledged, adopted) = (state is not ReceiptState.Awaiting, state is ReceiptState.Adopted);
        return new(
            receipt.Id,
            guidance.Id,
            guidance.ProtocolId,
            guidance.ProtocolVersion,
            guidance.Draft,
            guidance.ContentHash,
            guidance.Interim,
            guidance.Reference,
            guidance.Title,
            guidance.Kind,
            guidance.PublishedOn,
            guidance.SupersededOn is null || guidance.SupersededOn > asAt,
            guidance.SupersededOn <= asAt ? guidance.SupersededOn : null,
            receipt.SchoolId,
            receipt.School.Urn,
            receipt.School.Details.Name,
            state,
            receipt.AwaitingSince,
            acknowledged ? receipt.AcknowledgedOn : null,
            acknowledged ? receipt.AcknowledgedAs : null,
            receipt.WorkingDaysAwaited(asAt),
            receipt.RemindedOn <= asAt ? receipt.RemindedOn : null,
            receipt.EscalatedOn <= asAt ? receipt.EscalatedOn : null,
            adopted ? receipt.AdoptedOn : null,
            adopted ? receipt.MinuteReference : null
        );
    }
}

/// <summary>A receipt as one row of CSV.</summary>
public sealed record ReceiptRow(
    string Protocol,
    int Version,
    bool Interim,
    string Title,
    [property: CsvColumn("urn")] int Urn,
    string School,
    ReceiptState State,
    DateOnly AwaitingSince,
    DateOnly? AcknowledgedOn,
    SchoolOffice? AcknowledgedAs,
    int? WorkingDaysAwaited,
    DateOnly? RemindedOn,
    DateOnly? EscalatedOn,
    DateOnly? AdoptedOn,
    string? MinuteReference
)
{
    public static ReceiptRow Of(ReceiptView receipt) =>
        new(
            receipt.Reference,
            receipt.Version,
            receipt.Interim,
            receipt.Title,
            receipt.Urn,
            receipt.School,
            receipt.State,
            receipt.AwaitingSince,
            receipt.AcknowledgedOn,
            receipt.AcknowledgedAs,
            receipt.WorkingDaysAwaited,
            receipt.RemindedOn,
            receipt.EscalatedOn,
            receipt.AdoptedOn,
            receipt.MinuteReference
        );
}

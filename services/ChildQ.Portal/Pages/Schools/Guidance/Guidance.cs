using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.Portal.Pages.Schools.Guidance;

/// <summary>That a school has been sent a published version or interim guidance, and whether it has acknowledged it.</summary>
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
    string State,
    DateOnly AwaitingSince,
    DateOnly? AcknowledgedOn,
    string? AcknowledgedAs,
    int? WorkingDaysAwaited,
    DateOnly? RemindedOn,
    DateOnly? EscalatedOn,
    DateOnly? AdoptedOn,
    string? MinuteReference
)
{
    /// <summary>Interim guidance is never without that word.</summary>
    public string VersionInWords => GuidanceWords.Version(Version, Interim);
}

/// <summary>How a version is called.</summary>
public static class GuidanceWords
{
    public static string Version(int version, bool interim) => interim ? $"interim guidance, version {version}" : $"version {version}";

    /// <summary>Where the words are; the protocol's own page where they are not held.</summary>
    public static string Address(Guid protocol, int? draft) =>
        $"/police-action-plan/protocols/{protocol}{(draft is { } number ? $"/drafts/{number}" : "")}";
}

[PageFor(Roles.SchoolsLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny, Roles.School)]
public sealed class IndexModel(SchoolsClient schools)
    : RegisterPage<ReceiptView>(
        schools,
        "guidance/receipts",
        Filter.Search("School"),
        Filter.Words("state", "State", Choice.Of("awaiting", "acknowledged", "adopted")),
        new("school", "URN"),
        new("inForce", "Version", [new("true", "In force"), new("false", "Earlier")])
    )
{
    public override bool OffersAsAt => true;
}

[PageFor(Roles.SchoolsLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny, Roles.School)]
public sealed class OneModel(SchoolsClient schools) : OnePage<ReceiptView>(schools, "guidance/receipts");

public sealed class AcknowledgeForm
{
    [Display(Name = "Your office", Description = "The office is kept, not your name.")]
    [Range(typeof(bool), "true", "true", ErrorMessage = "Only the headteacher acknowledges guidance for the school")]
    public bool IsHeadteacher { get; set; }

    public static IReadOnlyList<Choice> Headteacher { get; } = [new("true", "I am the headteacher, and the school has read this")];
}

[PageFor(Roles.School)]
public sealed class AcknowledgeModel(SchoolsClient schools) : ActPage<AcknowledgeForm, ReceiptView>(schools, "guidance/receipts")
{
    protected override string Act => "acknowledgement";
    protected override string Address => $"/schools/guidance/receipts/{Id}";
    protected override string Notice => "Acknowledged. Thank you.";

    /// <summary>The form is refused before it is sent unless the headteacher sends it.</summary>
    protected override object ToSend() => new { As = "headteacher" };
}

public sealed class AdoptForm
{
    [Display(Name = "On which day did the governing board meet?")]
    [Required(ErrorMessage = "Enter the day of the meeting")]
    public DateOnly? MeetingOn { get; set; }

    [Display(Name = "Where is it in the minutes?", Description = "The reference of the minute. Do not name anybody.")]
    [Required(ErrorMessage = "Enter the reference of the minute")]
    public string? MinuteReference { get; set; }

    [Display(Name = "In which office do you put it on record?", Description = "The office is kept, not your name.")]
    [Required(ErrorMessage = "Choose your office")]
    public string? As { get; set; }

    public bool Confirmed { get; set; }

    public static IReadOnlyList<Choice> Offices { get; } =
        Choice.Of("headteacher", "deputyHeadteacher", "designatedSafeguardingLead", "chairOfGovernors", "schoolBusinessManager");
}

[PageFor(Roles.School)]
public sealed class AdoptModel(SchoolsClient schools) : ActPage<AdoptForm, ReceiptView>(schools, "guidance/receipts")
{
    protected override string Act => "adoption";
    protected override string Address => $"/schools/guidance/receipts/{Id}";
    protected override string Notice => "The governing board's adoption is on record. Thank you.";
}

/// <summary>A published version or interim guidance, and how far the schools are with it.</summary>
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
    string Audience,
    bool InForce,
    int Schools,
    int Acknowledged,
    int Awaiting,
    int Adopted,
    int Reminded,
    int Escalated
);

[AllowAnonymous]
public sealed class VersionsModel(SchoolsClient schools)
    : RegisterPage<GuidanceView>(schools, "guidance", new Filter("inForce", "Version", [new("true", "In force"), new("false", "Earlier")]))
{
    public override bool OffersAsAt => true;
    public override bool OffersCsv => false;
}

[AllowAnonymous]
public sealed class VersionModel(SchoolsClient schools) : OnePage<GuidanceView>(schools, "guidance");

using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Mvc;

namespace ChildQ.Portal.Pages.Schools.Register;

/// <summary>A school as the register holds it.</summary>
public sealed record SchoolView(
    Guid Id,
    int Urn,
    string Name,
    string Type,
    string Phase,
    string Status,
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
    DateOnly? ClosedOn,
    DateOnly KnownOn
);

[PageFor(Roles.SchoolsLead, Roles.SafeguardingLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny, Roles.School)]
public sealed class IndexModel(SchoolsClient schools)
    : RegisterPage<SchoolView>(
        schools,
        "schools",
        Filter.Search("Name or URN"),
        new("phase", "Phase", [.. Phases.All.Select(p => new Choice(p, p))]),
        Filter.Words("status", "Status", Choice.Of("open", "openButProposedToClose", "proposedToOpen", "closed"))
    )
{
    public override bool OffersAsAt => true;
}

[PageFor(Roles.SchoolsLead, Roles.SafeguardingLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny, Roles.School)]
public sealed class OneModel(SchoolsClient schools) : OnePage<SchoolView>(schools, "schools");

public sealed class SchoolForm
{
    [Display(Name = "URN")]
    [Required(ErrorMessage = "Enter the URN")]
    public int? Urn { get; set; }

    [Display(Name = "Name")]
    [Required(ErrorMessage = "Enter the name")]
    public string? Name { get; set; }

    [Display(Name = "Type of establishment", Description = "In the DfE's words: Academy converter, Community school.")]
    public string? Type { get; set; }

    [Display(Name = "Phase of education")]
    [Required(ErrorMessage = "Choose a phase")]
    public string? Phase { get; set; }

    [Display(Name = "Status")]
    [Required(ErrorMessage = "Choose a status")]
    public string? Status { get; set; }

    [Display(Name = "Trust")]
    public string? Trust { get; set; }

    [Display(Name = "Head: title")]
    public string? HeadTitle { get; set; }

    [Display(Name = "Head: first name")]
    public string? HeadFirstName { get; set; }

    [Display(Name = "Head: last name")]
    public string? HeadLastName { get; set; }

    [Display(Name = "Chair of governors")]
    public string? ChairOfGovernors { get; set; }

    [Display(Name = "Local authority code", Description = "Hackney is 204.")]
    public int? LocalAuthorityCode { get; set; }

    [Display(Name = "Establishment number")]
    public int? EstablishmentNumber { get; set; }

    [Display(Name = "Postcode")]
    public string? Postcode { get; set; }

    [Display(Name = "Pupils on roll")]
    public int? Pupils { get; set; }

    [Display(Name = "Opened on")]
    public DateOnly? OpenedOn { get; set; }

    [Display(Name = "Closed on")]
    public DateOnly? ClosedOn { get; set; }

    public static IReadOnlyList<Choice> Statuses { get; } = Choice.Of("open", "openButProposedToClose", "proposedToOpen", "closed");
}

[PageFor(Roles.SchoolsLead)]
public sealed class EditModel(SchoolsClient schools) : EditPage<SchoolForm, SchoolView>(schools, "schools")
{
    protected override string Address => "/schools/register";

    protected override SchoolForm FormFrom(SchoolView item) =>
        new()
        {
            Urn = item.Urn,
            Name = item.Name,
            Type = item.Type,
            Phase = item.Phase,
            Status = item.Status,
            Trust = item.Trust,
            HeadTitle = item.HeadTitle,
            HeadFirstName = item.HeadFirstName,
            HeadLastName = item.HeadLastName,
            ChairOfGovernors = item.ChairOfGovernors,
            LocalAuthorityCode = item.LocalAuthorityCode,
            EstablishmentNumber = item.EstablishmentNumber,
            Postcode = item.Postcode,
            Pupils = item.Pupils,
            OpenedOn = item.OpenedOn,
            ClosedOn = item.ClosedOn,
        };

    protected override object ToSend() =>
        new
        {
            Form.Urn,
            Form.Name,
            Form.Type,
            Form.Phase,
            Form.Status,
            Form.Trust,
            Form.HeadTitle,
            Form.HeadFirstName,
            Form.HeadLastName,
            Form.ChairOfGovernors,
            Form.LocalAuthorityCode,
            Form.EstablishmentNumber,
            Form.Postcode,
            Form.Pupils,
            Form.OpenedOn,
            Form.ClosedOn,
        };
}

/// <summary>The phases of the DfE's register, in its words.</summary>
public static class Phases
{
    public static IReadOnlyList<string> All { get; } =
    ["Nursery", "Primary", "Middle deemed primary", "Secondary", "Middle deemed secondary", "16 plus", "All-through", "Not applicable"];
}

/// <summary>All England's schools, some 65 MB, are one download: the server reads as much as the service takes.</summary>
[PageFor(Roles.SchoolsLead)]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class ImportModel(SchoolsClient schools) : ImportPage(schools, "schools")
{
    private const long MostBytes = 101 * 1024 * 1024;

    protected override string Address => "/schools/register";
}

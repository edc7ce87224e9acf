using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.Portal.Pages.Schools.Advocacy;

/// <summary>A service that speaks up with and for parents, carers or children.</summary>
public sealed record AdvocacyView(
    Guid Id,
    string Reference,
    string Name,
    string Organisation,
    string HelpsWith,
    string? ForWhom,
    string? Phone,
    string? Email,
    string? Website,
    string? Cost,
    DateOnly? EndedOn,
    DateOnly KnownOn,
    string? Source
);

[AllowAnonymous]
public sealed class IndexModel(SchoolsClient schools) : RegisterPage<AdvocacyView>(schools, "advocacy", Filter.Search());

[AllowAnonymous]
public sealed class OneModel(SchoolsClient schools) : OnePage<AdvocacyView>(schools, "advocacy");

public sealed class AdvocacyForm
{
    [Display(Name = "Reference", Description = "For example ADV-012. It never changes.")]
    [Required(ErrorMessage = "Enter a reference")]
    public string? Reference { get; set; }

    [Display(Name = "Name of the service")]
    [Required(ErrorMessage = "Enter the name of the service")]
    public string? Name { get; set; }

    [Display(Name = "Organisation")]
    [Required(ErrorMessage = "Enter the organisation")]
    public string? Organisation { get; set; }

    [Display(Name = "What does it help with?")]
    [Required(ErrorMessage = "Say what it helps with")]
    public string? HelpsWith { get; set; }

    [Display(Name = "For whom is it?")]
    public string? ForWhom { get; set; }

    [Display(Name = "Telephone", Description = "The organisation's number, never a person's.")]
    public string? Phone { get; set; }

    [Display(Name = "E-mail", Description = "A shared mailbox of the organisation, never a person's address.")]
    public string? Email { get; set; }

    [Display(Name = "Website")]
    public string? Website { get; set; }

    [Display(Name = "What does it cost?")]
    public string? Cost { get; set; }

    [Display(Name = "Ended on")]
    public DateOnly? EndedOn { get; set; }

    [Display(Name = "Source")]
    public string? Source { get; set; }
}

[PageFor(Roles.SchoolsLead)]
public sealed class EditModel(SchoolsClient schools) : EditPage<AdvocacyForm, AdvocacyView>(schools, "advocacy")
{
    protected override string Address => "/schools/advocacy";

    protected override AdvocacyForm FormFrom(AdvocacyView item) =>
        new()
        {
            Reference = item.Reference,
            Name = item.Name,
            Organisation = item.Organisation,
            HelpsWith = item.HelpsWith,
            ForWhom = item.ForWhom,
            Phone = item.Phone,
            Email = item.Email,
            Website = item.Website,
            Cost = item.Cost,
            EndedOn = item.EndedOn,
            Source = item.Source,
        };
}

[PageFor(Roles.SchoolsLead)]
public sealed class ImportModel(SchoolsClient schools) : ImportPage(schools, "advocacy")
{
    protected override string Address => "/schools/advocacy";
}

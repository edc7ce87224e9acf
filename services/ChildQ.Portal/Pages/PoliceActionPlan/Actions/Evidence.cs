using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Mvc;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Actions;

/// <summary>That something was withdrawn from an action: when and why.</summary>
public sealed record WithdrawalView(DateOnly On, string Reason);

/// <summary>Evidence of an action as the service shows it.</summary>
public sealed record EvidenceView(
    Guid Id,
    string Action,
    string What,
    DateOnly? On,
    string? Address,
    string? Document,
    string Sharing,
    DateOnly KnownOn,
    string? AddedBy,
    WithdrawalView? Withdrawn
);

public sealed class EvidenceForm
{
    [Display(Name = "What it shows", Description = "In plain words. Do not name a child or anyone who spoke in confidence.")]
    [Required(ErrorMessage = "Say what it shows")]
    public string? What { get; set; }

    [Display(Name = "Date of the evidence", Description = "For example, 28 4 2022. Leave empty if it is not known.")]
    public DateOnly? On { get; set; }

    [Display(Name = "Web address", Description = "Where anyone can open it. It begins with https://")]
    public string? Address { get; set; }

    [Display(
        Name = "Document reference",
        Description = "Where it has no public web address: for example, Board minutes of 27 May 2022, item 3."
    )]
    public string? Document { get; set; }

    [Display(Name = "Who may read it")]
    [Required(ErrorMessage = "Choose who may read it")]
    public string? Sharing { get; set; }

    /// <summary>The writer has seen what was found, and says that it stays.</summary>
    public bool Confirmed { get; set; }
}

[PageFor(Roles.PolicePlanLead, Roles.PolicePartner)]
public sealed class EvidenceModel(PoliceActionPlanClient plan) : ActPage<EvidenceForm, ActionView>(plan, "actions")
{
    /// <summary>Police partners are never offered a level that they could not read themselves.</summary>
    public IEnumerable<Choice> SharingLevels => Choice.SharingLevels.Take(User.IsInRole(Roles.PolicePartner) ? 2 : 3);

    protected override string Act => "evidence";
    protected override string Address => $"/police-action-plan/actions/{Id}";
    protected override string Notice => "Evidence added.";
}

public sealed class WithdrawForm
{
    [Display(Name = "Why it is withdrawn", Description = "It stays on record, with this reason beside it.")]
    [Required(ErrorMessage = "Say why it is withdrawn")]
    public string? Reason { get; set; }

    /// <summary>The writer has seen what was found, and says that it stays.</summary>
    public bool Confirmed { get; set; }
}

/// <summary>Withdraws evidence, a link or a measured value of an action.</summary>
[PageFor(Roles.PolicePlanLead, Roles.PolicePartner)]
public sealed class WithdrawModel(PoliceActionPlanClient plan) : ActPage<WithdrawForm, ActionView>(plan, "actions")
{
    /// <summary><c>evidence</c>, <c>links</c> or <c>measures</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string What { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Entry { get; set; }

    public string Heading =>
        What switch
        {
            "evidence" => "Withdraw evidence",
            "links" => "Withdraw a link",
            _ => "Withdraw a measured value",
        };

    protected override string Act => $"{What}/{Entry}/withdrawal";
    protected override string Address => $"/police-action-plan/actions/{Id}";
    protected override string Notice => "Withdrawn. It stays on record with the reason.";
}

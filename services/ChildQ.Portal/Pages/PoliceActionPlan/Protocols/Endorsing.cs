using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Mvc;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Protocols;

public sealed class AskForm
{
    [Display(Name = "Who is asked")]
    [Required(ErrorMessage = "Choose who is asked")]
    public string? Class { get; set; }

    [Display(Name = "Answer by")]
    [Required(ErrorMessage = "Enter the date by which they are to answer")]
    public DateOnly? AnswerBy { get; set; }
}

[PageFor(Roles.PolicePlanLead)]
public sealed class AskModel(PoliceActionPlanClient plan)
    : ProtocolAct<AskForm>(plan, "endorsement-asks", "On record: they are asked to endorse this draft.")
{
    /// <summary>Those who have neither endorsed this draft nor been asked to.</summary>
    public IReadOnlyList<Choice> NotAsked =>
        Choice.Of(Item.AwaitedClasses.Where(c => !Item.Asks.Any(a => a.Class == c && a.Draft == Item.CurrentDraft)));
}

public sealed class EndorseForm
{
    /// <summary>Of the draft that was on the page: what is endorsed is what was read.</summary>
    public string? DraftHash { get; set; }

    [Display(Name = "For whom")]
    [Required(ErrorMessage = "Choose for whom it is endorsed")]
    public string? Class { get; set; }

    [Display(Name = "Date", Description = "Leave empty for today.")]
    public DateOnly? On { get; set; }

    [Display(Name = "How it came about", Description = "Needed where the lead records it on someone's behalf.")]
    public string? Note { get; set; }

    public bool Confirmed { get; set; }
}

[PageFor(Roles.PolicePlanLead, Roles.CommunityPartner)]
public sealed class EndorseModel(PoliceActionPlanClient plan) : ProtocolAct<EndorseForm>(plan, "endorsements", "Endorsed.")
{
    public IReadOnlyList<Choice> Awaited => Choice.Of(Item.AwaitedClasses);

    protected override void Fill(ProtocolView item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Form.DraftHash = item.Draft?.Hash;
    }
}

public sealed class JoinForm
{
    [Display(Name = "Organisation", Description = "Its key, as in the sign-in of its people. For example: account-hackney")]
    [Required(ErrorMessage = "Enter the organisation")]
    public string? Organisation { get; set; }

    [Display(Name = "For whom it speaks")]
    [Required(ErrorMessage = "Choose for whom it speaks")]
    public string? Class { get; set; }

    [Display(Name = "Date on which it joined", Description = "Leave empty for today.")]
    public DateOnly? On { get; set; }
}

/// <summary>The working group: who is in it and was, and who joins.</summary>
[PageFor(Roles.PolicePlanLead)]
public sealed class WorkingGroupModel(PoliceActionPlanClient plan)
    : ProtocolAct<JoinForm>(plan, "working-group", "It has joined the working group.")
{
    protected override string Address => $"/police-action-plan/protocols/{Id}/working-group";
}

public sealed class LeaveForm
{
    [Display(Name = "Date on which it left", Description = "Leave empty for today. From that day on it speaks for nobody.")]
    public DateOnly? On { get; set; }
}

[PageFor(Roles.PolicePlanLead)]
public sealed class LeaveModel(PoliceActionPlanClient plan) : ProtocolAct<LeaveForm>(plan, "leaving", "It has left the working group.")
{
    [BindProperty(SupportsGet = true)]
    public Guid Member { get; set; }

    public WorkingGroupMember? Leaver => Item.WorkingGroup.FirstOrDefault(m => m.Id == Member);

    protected override string Act => $"working-group/{Member}/leaving";

    protected override string Address => $"/police-action-plan/protocols/{Id}/working-group";
}

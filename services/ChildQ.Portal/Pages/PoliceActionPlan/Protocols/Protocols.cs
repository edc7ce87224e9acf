using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Promises;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Protocols;

/// <summary>A protocol or guidance: revised, endorsed by each class of stakeholder, published in versions.</summary>
public sealed record ProtocolView(
    Guid Id,
    string Reference,
    string Title,
    string Kind,
    string Status,
    int VersionNumber,
    int? PublishedVersion,
    DateOnly? PublishedOn,
    string? Aim,
    bool Overdue,
    DueView DueDate,
    IReadOnlyList<string> StakeholderClasses,
    IReadOnlyList<string> AwaitedClasses,
    IReadOnlyList<WorkingGroupMember> WorkingGroup,
    IReadOnlyList<EndorsementView> Endorsements,
    IReadOnlyList<StageView> Stages,
    DateOnly KnownOn,
    string? Source,
    string Sharing
) : IEntry;

[AllowAnonymous]
public sealed class IndexModel(PoliceActionPlanClient plan)
    : RegisterPage<ProtocolView>(
        plan,
        "protocols",
        Filter.Search(),
        Filter.Words("kind", "Kind", Choice.Of("protocol", "guidance")),
        Filter.Words("status", "Status", Choice.Of("revising", "interim", "published"))
    )
{
    public override bool OffersAsAt => true;
}

[AllowAnonymous]
public sealed class OneModel(PoliceActionPlanClient plan) : OnePage<ProtocolView>(plan, "protocols");

public sealed class ProtocolForm : EntryForm
{
    [Display(Name = "Title")]
    [Required(ErrorMessage = "Enter a title")]
    public string? Title { get; set; }

    [Display(Name = "Kind")]
    [Required(ErrorMessage = "Choose a kind")]
    public string? Kind { get; set; }

    [Display(Name = "Aim")]
    public string? Aim { get; set; }

    [Display(Name = "Due date")]
    public DateOnly? Due { get; set; }

    [Display(Name = "Who must endorse it")]
    public List<string> StakeholderClasses { get; set; } = [];

    public static IReadOnlyList<Choice> Kinds { get; } = Choice.Of("protocol", "guidance");

    public static IReadOnlyList<Choice> Classes { get; } =
        Choice.Of("safeguardingPartnership", "police", "education", "headteachers", "councillors", "parents");
}

[PageFor(Roles.PolicePlanLead)]
public sealed class EditModel(PoliceActionPlanClient plan) : EditPage<ProtocolForm, ProtocolView>(plan, "protocols")
{
    protected override string Address => "/police-action-plan/protocols";

    protected override ProtocolForm FormFrom(ProtocolView item) =>
        new()
        {
            Title = item.Title,
            Kind = item.Kind,
            Aim = item.Aim,
            StakeholderClasses = [.. item.StakeholderClasses],
            Source = item.Source,
            Sharing = item.Sharing,
        };

    protected override object ToSend() =>
        new
        {
            Form.Reference,
            Form.Title,
            Form.Kind,
            Form.Aim,
            Form.Due,
            Form.StakeholderClasses,
            Form.KnownOn,
            Form.Source,
            Form.Sharing,
        };
}

public sealed record WorkingGroupMember(string Class, string Organisation);

public sealed record EndorsementView(string Class, int VersionNumber, string? Organisation, string? Note, DateOnly On);

public sealed record StageView(string Status, int VersionNumber, DateOnly? On, DateOnly KnownOn);

public sealed class EndorseForm
{
    [Display(Name = "For whom")]
    [Required(ErrorMessage = "Choose for whom it is endorsed")]
    public string? Class { get; set; }

    [Display(Name = "Date", Description = "Leave empty for today.")]
    public DateOnly? On { get; set; }

    [Display(Name = "How it came about", Description = "Needed where the lead records it on someone's behalf.")]
    public string? Note { get; set; }

    public bool Confirmed { get; set; }
}

/// <summary>What every act on a protocol shares.</summary>
public abstract class ProtocolAct<TForm>(PoliceActionPlanClient plan, string act, string notice)
    : ActPage<TForm, ProtocolView>(plan, "protocols")
    where TForm : class, new()
{
    protected override string Act => act;
    protected override string Address => $"/police-action-plan/protocols/{Id}";
    protected override string Notice => notice;
}

[PageFor(Roles.PolicePlanLead, Roles.CommunityPartner)]
public sealed class EndorseModel(PoliceActionPlanClient plan) : ProtocolAct<EndorseForm>(plan, "endorsements", "Endorsed.")
{
    public IReadOnlyList<Choice> Awaited => Choice.Of(Item.AwaitedClasses);
}

public sealed class IssueForm
{
    [Display(Name = "Date", Description = "Leave empty for today.")]
    public DateOnly? On { get; set; }
}

[PageFor(Roles.PolicePlanLead)]
public sealed class PublishModel(PoliceActionPlanClient plan)
    : ProtocolAct<IssueForm>(plan, "publication", "Published. Every open school is being sent it, to acknowledge.");

[PageFor(Roles.PolicePlanLead)]
public sealed class InterimModel(PoliceActionPlanClient plan) : ProtocolAct<IssueForm>(plan, "interim", "Interim guidance issued.");

public sealed class NewVersionForm
{
    [Display(Name = "Due date of the next version")]
    public DateOnly? Due { get; set; }
}

[PageFor(Roles.PolicePlanLead)]
public sealed class NewVersionModel(PoliceActionPlanClient plan)
    : ProtocolAct<NewVersionForm>(plan, "versions", "The next version has been started.");

[PageFor(Roles.PolicePlanLead)]
public sealed class DueDateModel(PoliceActionPlanClient plan) : DueDatePage<ProtocolView>(plan, "protocols")
{
    protected override string Address => $"/police-action-plan/protocols/{Id}";
}

public sealed class WorkingGroupForm
{
    [Display(Name = "Members", Description = "One on each line: class, colon, organisation's key. For example: parents: account-hackney")]
    public string? Members { get; set; }
}

/// <summary>Says which organisation speaks for which class of stakeholder.</summary>
[PageFor(Roles.PolicePlanLead)]
public sealed class WorkingGroupModel(PoliceActionPlanClient plan)
    : ProtocolAct<WorkingGroupForm>(plan, "working-group", "The working group is saved.")
{
    protected override void Fill(ProtocolView item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Form.Members = Lines.Of(item.WorkingGroup.Select(m => $"{m.Class}: {m.Organisation}"));
    }

    protected override object ToSend() =>
        new
        {
            Members = Lines
                .In(Form.Members)
                .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
                .Select(m => new WorkingGroupMember(m[0], m.Length > 1 ? m[1] : "")),
        };

    protected override Task<Saved> SendAsync(CancellationToken cancel) => Client.Put($"protocols/{Id}/{Act}", ToSend(), ETag, cancel);
}

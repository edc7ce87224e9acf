using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Promises;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Promises;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Protocols;

/// <summary>A protocol or guidance: drafted, commented on, endorsed by each class of stakeholder, published in versions, reviewed.</summary>
public sealed record ProtocolView(
    Guid Id,
    string Reference,
    string Title,
    string Kind,
    string Status,
    int VersionNumber,
    int? PublishedVersion,
    DateOnly? PublishedOn,
    int? PublishedDraft,
    bool Interim,
    int? InterimDraft,
    int? CurrentDraft,
    string? Aim,
    string Audience,
    bool Overdue,
    DueView DueDate,
    ReviewView? Review,
    IReadOnlyList<string> StakeholderClasses,
    IReadOnlyList<string> AwaitedClasses,
    IReadOnlyList<WorkingGroupMember> WorkingGroup,
    IReadOnlyList<DraftView> Drafts,
    IReadOnlyList<AskView> Asks,
    IReadOnlyList<EndorsementView> Endorsements,
    IReadOnlyList<StageView> Stages,
    DateOnly KnownOn,
    string? Source,
    string Sharing
) : IEntry
{
    public string Here => $"/police-action-plan/protocols/{Id}";

    /// <summary>Where it goes, within a sentence: "every open school".</summary>
    public string SentTo => Audience == "secondarySchools" ? "every open secondary school" : "every open school";

    /// <summary>The draft that is open for comment and endorsement; none where there is none, or the reader reads no drafts.</summary>
    public DraftView? Draft => Drafts.FirstOrDefault(d => d.Number == CurrentDraft);

    public IEnumerable<WorkingGroupMember> InGroup => WorkingGroup.Where(m => m.LeftOn is null);
}

/// <summary>By when what is in force is to be reviewed.</summary>
public sealed record ReviewView(int VersionNumber, DateOnly FirstOn, DateOnly On, bool Overdue, IReadOnlyList<DueDateMoveView> Moves)
{
    public DueView AsDue => new(FirstOn, On, Moves);
}

public sealed record WorkingGroupMember(Guid Id, string Class, string Organisation, DateOnly JoinedOn, DateOnly? LeftOn);

public sealed record AskView(string Class, int Draft, DateOnly AskedOn, DateOnly AnswerBy, string State);

public sealed record EndorsementView(
    string Class,
    int VersionNumber,
    int Draft,
    string DraftHash,
    string? Organisation,
    string? Note,
    DateOnly On,
    bool Counts
);

public sealed record StageView(string Status, int VersionNumber, int? Draft, DateOnly? On, DateOnly KnownOn);

[AllowAnonymous]
public sealed class IndexModel(PoliceActionPlanClient plan)
    : RegisterPage<ProtocolView>(
        plan,
        "protocols",
        Filter.Search(),
        Filter.Words("kind", "Kind", Choice.Of("protocol", "guidance")),
        Filter.Words("status", "Status", Choice.Of("revising", "interim", "published")),
        new("reviewOverdue", "Review", [new("true", "Overdue")])
    )
{
    public override bool OffersAsAt => true;
}

[AllowAnonymous]
public sealed class OneModel(PoliceActionPlanClient plan) : OnePage<ProtocolView>(plan, "protocols")
{
    public bool IsLead => User.IsInRole(Roles.PolicePlanLead);

    public bool ReadsDrafts => User.IsAny([.. Roles.PartnerReaders]);

    /// <summary>A community partner endorses for their class, the lead on behalf of any; what is awaited can be given.</summary>
    public bool MayEndorse =>
        Item.Draft is not null && Item.AwaitedClasses.Count > 0 && User.IsAny(Roles.PolicePlanLead, Roles.CommunityPartner);
}

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

    [Display(Name = "Which schools it is for", Description = "They are sent what is issued of it, and are asked to acknowledge it.")]
    public string? Audience { get; set; } = "everySchool";

    [Display(Name = "Due date")]
    public DateOnly? Due { get; set; }

    [Display(Name = "Who must endorse it")]
    public List<string> StakeholderClasses { get; set; } = [];

    public static IReadOnlyList<Choice> Kinds { get; } = Choice.Of("protocol", "guidance");

    public static IReadOnlyList<Choice> Audiences { get; } = Choice.Of("everySchool", "secondarySchools");

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
            Audience = item.Audience,
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
            Form.Audience,
            Form.Due,
            Form.StakeholderClasses,
            Form.KnownOn,
            Form.Source,
            Form.Sharing,
            Form.Confirmed,
        };
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

public sealed class InterimForm
{
    [Display(Name = "Date", Description = "Leave empty for today.")]
    public DateOnly? On { get; set; }
}

[PageFor(Roles.PolicePlanLead)]
public sealed class InterimModel(PoliceActionPlanClient plan)
    : ProtocolAct<InterimForm>(
        plan,
        "interim",
        "Interim guidance issued. The schools that it is for are being sent it, marked as interim."
    );

public sealed class PublishForm
{
    [Display(Name = "Date", Description = "Leave empty for today.")]
    public DateOnly? On { get; set; }

    [Display(Name = "Review date", Description = "By when it is to be reviewed. If it passes, oversight is told.")]
    [Required(ErrorMessage = "Enter the date by which it is to be reviewed")]
    public DateOnly? ReviewOn { get; set; }
}

[PageFor(Roles.PolicePlanLead)]
public sealed class PublishModel(PoliceActionPlanClient plan)
    : ProtocolAct<PublishForm>(plan, "publication", "Published. The schools that it is for are being sent it, to acknowledge.");

public sealed class NewVersionForm
{
    [Display(Name = "Due date of the next version")]
    public DateOnly? Due { get; set; }
}

[PageFor(Roles.PolicePlanLead)]
public sealed class NewVersionModel(PoliceActionPlanClient plan)
    : ProtocolAct<NewVersionForm>(plan, "versions", "The next version has been started. The one before stays in force.");

[PageFor(Roles.PolicePlanLead)]
public sealed class DueDateModel(PoliceActionPlanClient plan) : DueDatePage<ProtocolView>(plan, "protocols")
{
    protected override string Address => $"/police-action-plan/protocols/{Id}";
}

[PageFor(Roles.PolicePlanLead)]
public sealed class ReviewDateModel(PoliceActionPlanClient plan) : DueDatePage<ProtocolView>(plan, "protocols")
{
    protected override string Act => "review-date";
    protected override string Address => $"/police-action-plan/protocols/{Id}";
    protected override string Notice => "Review date moved. The first date stays in view.";
}

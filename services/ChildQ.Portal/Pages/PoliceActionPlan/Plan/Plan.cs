using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Dates;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Plan;

/// <summary>What was done with a version of the plan.</summary>
public sealed record PlanActView(
    string Kind,
    string Stage,
    string Role,
    DateOnly On,
    DateOnly KnownOn,
    string ContentHash,
    string? Meeting,
    string? Note
);

/// <summary>A version of the shared plan with its path.</summary>
public sealed record PlanVersionView(
    Guid Id,
    string Reference,
    int Number,
    string Stage,
    string ContentHash,
    IReadOnlyList<string> ApprovedBy,
    IReadOnlyList<string> AwaitedCoChairs,
    IReadOnlyList<string> NotPublic,
    DateOnly? RatifiedOn,
    IReadOnlyList<PlanActView> Acts,
    DateOnly KnownOn,
    string Sharing
)
{
    public string Title => $"Version {Number} of the shared plan";
}

public sealed record PlannedAction(
    string Reference,
    string Title,
    string Commitment,
    IReadOnlyList<string> Owners,
    string? OutcomeMeasure,
    string? Baseline,
    string? Target,
    DateOnly? Due,
    string? DueText
);

public sealed record PlannedPriority(string Reference, string Title, string? Description, IReadOnlyList<PlannedAction> Actions);

/// <summary>The words of a version.</summary>
public sealed record PlanText(IReadOnlyList<PlannedPriority> Priorities);

[AllowAnonymous]
public sealed class IndexModel(PoliceActionPlanClient plan) : RegisterPage<PlanVersionView>(plan, "plan/versions")
{
    public override bool OffersAsAt => true;

    public override bool OffersCsv => false;

    /// <summary>One version is worked on at a time.</summary>
    public bool MayStart => User.IsInRole(Roles.PolicePlanLead) && Items.All(v => v.Stage is "ratified" or "sentBack");
}

[AllowAnonymous]
public sealed class OneModel(PoliceActionPlanClient plan) : OnePage<PlanVersionView>(plan, "plan/versions")
{
    public PlanText Text { get; private set; } = new([]);

    public bool MayDecide => Item.Stage == "putToPartnership" && User.IsAny(Roles.CoChairCouncil, Roles.CoChairPolice);

    public bool MayReadComments => User.IsAny([.. Roles.PartnerReaders]);

    protected override async Task AlsoReadAsync(CancellationToken cancel) =>
        Text = await Client.Get<PlanText>($"plan/versions/{Id}/content{(AsAt is { } date ? $"?asAt={date.Iso()}" : "")}", cancel);
}

public sealed class NoteForm
{
    [Display(Name = "Note", Description = "For example, what this version is to bring.")]
    public string? Note { get; set; }

    public bool Confirmed { get; set; }
}

[PageFor(Roles.PolicePlanLead)]
public sealed class StartModel(PoliceActionPlanClient plan) : FormPage<NoteForm>
{
    public async Task<Microsoft.AspNetCore.Mvc.IActionResult> OnPostAsync(CancellationToken cancel) =>
        await SaveAsync(
            () => plan.Post("plan/versions", Form, Key, cancel),
            saved => GoTo($"/police-action-plan/plan/{saved.Id()}", "The next version is drafted: a copy of the actions as they stand.")
        );
}

/// <summary>What every act on a version shares.</summary>
public abstract class PlanActPage<TForm>(PoliceActionPlanClient plan, string act, string notice)
    : ActPage<TForm, PlanVersionView>(plan, "plan/versions")
    where TForm : class, new()
{
    protected override string Act => act;
    protected override string Address => $"/police-action-plan/plan/{Id}";
    protected override string Notice => notice;
}

public sealed class StepForm
{
    [Display(Name = "Date", Description = "Leave empty for today.")]
    public DateOnly? On { get; set; }

    [Display(Name = "Meeting", Description = "The reference of the meeting at which it was done, if it is on record.")]
    public string? Meeting { get; set; }

    [Display(Name = "Note")]
    public string? Note { get; set; }

    public bool Confirmed { get; set; }
}

[PageFor(Roles.PolicePlanLead)]
public sealed class ShapingModel(PoliceActionPlanClient plan)
    : PlanActPage<StepForm>(plan, "shaping", "Open for shaping: community partners can comment.");

[PageFor(Roles.PolicePlanLead)]
public sealed class ConsiderationModel(PoliceActionPlanClient plan)
    : PlanActPage<StepForm>(plan, "consideration", "Recorded: the Board has considered it.");

[PageFor(Roles.PolicePlanLead)]
public sealed class PutForwardModel(PoliceActionPlanClient plan)
    : PlanActPage<StepForm>(plan, "partnership", "Put to the Community Safety Partnership. Both co-chairs can approve it now.");

public sealed class RedrawForm
{
    [Display(Name = "What was changed, and why")]
    [Required(ErrorMessage = "Say what was changed, and why")]
    public string? Why { get; set; }

    public bool Confirmed { get; set; }
}

[PageFor(Roles.PolicePlanLead)]
public sealed class RedrawModel(PoliceActionPlanClient plan)
    : PlanActPage<RedrawForm>(plan, "content", "Drawn anew from the actions as they stand.");

public sealed class ApproveForm
{
    /// <summary>Of the content that was on the page: what is approved is what was read.</summary>
    public string? ContentHash { get; set; }

    [Display(Name = "Your approval")]
    [Range(typeof(bool), "true", "true", ErrorMessage = "Say that you have read this content and approve it")]
    public bool Read { get; set; }
}

[PageFor(Roles.CoChairCouncil, Roles.CoChairPolice)]
public sealed class ApproveModel(PoliceActionPlanClient plan)
    : PlanActPage<ApproveForm>(plan, "approvals", "You have approved this content.")
{
    public static IReadOnlyList<Choice> Approval { get; } = [new("true", "I have read this content and approve it")];

    protected override void Fill(PlanVersionView item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Form.ContentHash = item.ContentHash;
    }

    protected override object ToSend() => new { Form.ContentHash };
}

public sealed class SendBackForm
{
    [Display(Name = "Reasons", Description = "The next draft answers them. They stand with this version.")]
    [Required(ErrorMessage = "Say why it goes back")]
    public string? Reasons { get; set; }

    public bool Confirmed { get; set; }
}

[PageFor(Roles.CoChairCouncil, Roles.CoChairPolice)]
public sealed class SendBackModel(PoliceActionPlanClient plan)
    : PlanActPage<SendBackForm>(plan, "send-back", "Sent back with your reasons.");

using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Plan;

/// <summary>A community partner's comment on a version, and the lead's answer.</summary>
public sealed record PlanCommentView(
    Guid Id,
    string? About,
    string Text,
    string? Organisation,
    DateOnly On,
    string? Answer,
    DateOnly? AnsweredOn
);

[PageForPartners]
public sealed class CommentsModel(PoliceActionPlanClient plan) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The service's <c>next</c> of the page before; none on the first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public PlanVersionView Item { get; private set; } = default!;

    public IReadOnlyList<PlanCommentView> Comments { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Item = await plan.Get<PlanVersionView>($"plan/versions/{Id}", cancel);
        var after = After is null ? "" : $"?after={Uri.EscapeDataString(After)}";
        var page = await plan.Get<Page<PlanCommentView>>($"plan/versions/{Id}/comments{after}", cancel);
        (Comments, Next) = (page.Items, page.Next);
    }
}

public sealed class CommentForm
{
    [Display(Name = "Comment", Description = "Do not name children, residents or members of staff.")]
    [Required(ErrorMessage = "Enter your comment")]
    public string? Text { get; set; }

    [Display(
        Name = "About",
        Description = "The reference of the action or priority, for example PAP-ACT-001. Leave empty if it is about the whole plan."
    )]
    public string? About { get; set; }

    public bool Confirmed { get; set; }
}

[PageFor(Roles.CommunityPartner)]
public sealed class CommentModel(PoliceActionPlanClient plan)
    : PlanActPage<CommentForm>(plan, "comments", "Your comment is recorded. The lead answers each one.")
{
    protected override string Address => $"/police-action-plan/plan/{Id}/comments";
}

public sealed class AnswerForm
{
    [Display(Name = "Answer", Description = "What became of the comment. It cannot be changed later.")]
    [Required(ErrorMessage = "Enter your answer")]
    public string? Answer { get; set; }

    public bool Confirmed { get; set; }
}

[PageFor(Roles.PolicePlanLead)]
public sealed class AnswerModel(PoliceActionPlanClient plan) : PlanActPage<AnswerForm>(plan, "answer", "Answered.")
{
    [BindProperty(SupportsGet = true)]
    public Guid Comment { get; set; }

    protected override string Act => $"comments/{Comment}/answer";

    protected override string Address => $"/police-action-plan/plan/{Id}/comments";
}

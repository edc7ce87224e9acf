using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Protocols;

/// <summary>A comment on one draft, and the lead's answer.</summary>
public sealed record DraftCommentView(
    Guid Id,
    int Draft,
    string? About,
    string Text,
    string? Class,
    string? Organisation,
    DateOnly On,
    bool? TakenUp,
    string? Answer,
    DateOnly? AnsweredOn
)
{
    /// <summary>Whose word it is.</summary>
    public string By =>
        Organisation is { } organisation
            ? $"{Words.Of(organisation)}{(Class is null ? "" : $", for {Words.Of(Class).ToLowerInvariant()}")}"
            : $"{Words.Of(Class)}, recorded by the lead";
}

[PageForPartners]
public sealed class CommentsModel(PoliceActionPlanClient plan) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Of one draft only.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Draft { get; set; }

    /// <summary>The service's <c>next</c> of the page before; none on the first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public ProtocolView Item { get; private set; } = default!;

    public IReadOnlyList<DraftCommentView> Comments { get; private set; } = [];

    public string? Next { get; private set; }

    /// <summary>For an address: the draft whose comments are shown.</summary>
    public string OfDraft => Draft is { } number ? $"&draft={number}" : "";

    public bool MayComment => Item.Draft is not null && User.IsAny(Roles.PolicePlanLead, Roles.CommunityPartner);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Item = await plan.Get<ProtocolView>($"protocols/{Id}", cancel);
        var after = After is null ? "" : $"&after={Uri.EscapeDataString(After)}";
        var page = await plan.Get<Page<DraftCommentView>>($"protocols/{Id}/comments?take=50{OfDraft}{after}", cancel);
        (Comments, Next) = (page.Items, page.Next);
    }
}

public sealed class CommentForm
{
    /// <summary>Of the draft that was on the page: the comment is on what was read.</summary>
    public string? DraftHash { get; set; }

    [Display(Name = "About", Description = "For example, paragraph 3. Leave empty if it is about the whole text.")]
    public string? About { get; set; }

    [Display(Name = "Comment", Description = "Do not name children, residents or members of staff.")]
    [Required(ErrorMessage = "Enter your comment")]
    public string? Text { get; set; }

    [Display(Name = "For whom", Description = "If your organisation speaks for them in the working group. The lead says on whose behalf.")]
    public string? Class { get; set; }

    public bool Confirmed { get; set; }
}

[PageFor(Roles.PolicePlanLead, Roles.CommunityPartner)]
public sealed class CommentModel(PoliceActionPlanClient plan)
    : ProtocolAct<CommentForm>(plan, "comments", "The comment is recorded. The lead answers each one.")
{
    protected override string Address => $"/police-action-plan/protocols/{Id}/comments";

    protected override void Fill(ProtocolView item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Form.DraftHash = item.Draft?.Hash;
    }
}

public sealed class AnswerForm
{
    [Display(Name = "Is it taken up?")]
    [Required(ErrorMessage = "Say whether it is taken up")]
    public bool? TakenUp { get; set; }

    [Display(Name = "Why, or how", Description = "It stands with the comment and cannot be changed later.")]
    [Required(ErrorMessage = "Enter your answer")]
    public string? Answer { get; set; }

    public bool Confirmed { get; set; }

    public static IReadOnlyList<Choice> Outcomes { get; } = [new("true", "Taken up"), new("false", "Not taken up")];
}

[PageFor(Roles.PolicePlanLead)]
public sealed class AnswerModel(PoliceActionPlanClient plan) : ProtocolAct<AnswerForm>(plan, "answer", "Answered.")
{
    [BindProperty(SupportsGet = true)]
    public Guid Comment { get; set; }

    protected override string Act => $"comments/{Comment}/answer";

    protected override string Address => $"/police-action-plan/protocols/{Id}/comments";
}

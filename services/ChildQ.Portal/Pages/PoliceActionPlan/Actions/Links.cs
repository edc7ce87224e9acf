using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Actions;

/// <summary>What shaped an action, or with what it is aligned, as the service shows it.</summary>
public sealed record LinkView(
    Guid Id,
    string Action,
    string Kind,
    string To,
    string Title,
    string? Framework,
    string? Path,
    string? Note,
    DateOnly KnownOn,
    WithdrawalView? Withdrawn
)
{
    public bool Shapes => Kind is "theme" or "activity";
}

public sealed class LinkForm
{
    [Display(
        Name = "Link to",
        Description = "Themes and held activities shape an action; with recommendations and frameworks it is aligned."
    )]
    [Required(ErrorMessage = "Choose what it is linked to")]
    public string? To { get; set; }

    [Display(Name = "How", Description = "What in it shaped the action, or which part of the framework it answers.")]
    public string? Note { get; set; }

    /// <summary>The writer has seen what was found, and says that it stays.</summary>
    public bool Confirmed { get; set; }
}

[PageFor(Roles.PolicePlanLead)]
public sealed class LinkModel(PoliceActionPlanClient plan) : ActPage<LinkForm, ActionView>(plan, "actions")
{
    private sealed record Linkable(string Reference, string Kind, string Title, bool Happened);

    public IReadOnlyList<Choice> Linkables { get; private set; } = [];

    protected override string Act => "links";
    protected override string Address => $"/police-action-plan/actions/{Id}";
    protected override string Notice => "Linked.";

    public override async Task OnPageHandlerExecutionAsync(
        Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context,
        Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutionDelegate next
    )
    {
        ArgumentNullException.ThrowIfNull(next);
        var page = await Client.Get<Page<Linkable>>("linkables?take=200", HttpContext.RequestAborted);
        Linkables =
        [
            .. page
                .Items.Where(l => l.Happened)
                .Select(l => new Choice(l.Reference, $"{l.Reference}, {Words.Of(l.Kind).ToLowerInvariant()}: {l.Title}")),
        ];
        await next();
    }
}

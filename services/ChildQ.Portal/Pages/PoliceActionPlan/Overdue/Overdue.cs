using ChildQ.Portal.Clients;
using ChildQ.Portal.Dates;
using ChildQ.Portal.Pages.PoliceActionPlan.Actions;
using ChildQ.Portal.Pages.PoliceActionPlan.Commitments;
using ChildQ.Portal.Pages.PoliceActionPlan.Letters;
using ChildQ.Portal.Pages.PoliceActionPlan.Meetings;
using ChildQ.Portal.Pages.PoliceActionPlan.Protocols;
using ChildQ.ServiceDefaults.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Overdue;

/// <summary>Whether a body meets as often as it is to.</summary>
public sealed record BodyRhythm(
    Guid Id,
    string Reference,
    string Name,
    string Cadence,
    DateOnly? LastHeld,
    DateOnly? NextPlanned,
    DateOnly? NextExpected
);

/// <summary>Everything past its day that the reader may see, as it is or as at a date.</summary>
[AllowAnonymous]
public sealed class IndexModel(PoliceActionPlanClient plan) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? AsAt { get; set; }

    public IReadOnlyList<LetterView> Letters { get; private set; } = [];
    public IReadOnlyList<CommitmentView> Commitments { get; private set; } = [];
    public IReadOnlyList<ActionView> Actions { get; private set; } = [];
    public IReadOnlyList<BodyActionView> Arising { get; private set; } = [];

    /// <summary>Published protocols and guidance past their review date.</summary>
    public IReadOnlyList<ProtocolView> Reviews { get; private set; } = [];

    /// <summary>Bodies without a meeting within their cadence; none for readers who are not told.</summary>
    public IReadOnlyList<BodyRhythm>? NotMet { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var at = AsAt is { } date ? $"&asAt={date.Iso()}" : "";
        Letters = await ReadAsync<LetterView>("letters", at, cancel);
        Commitments = await ReadAsync<CommitmentView>("commitments", at, cancel);
        Actions = await ReadAsync<ActionView>("actions", at, cancel);
        Arising = await ReadAsync<BodyActionView>("body-actions", at, cancel);
        Reviews = (await plan.Get<Page<ProtocolView>>($"protocols?reviewOverdue=true&take=200{at}", cancel)).Items;
        NotMet = await plan.TryGet<IReadOnlyList<BodyRhythm>>($"bodies/rhythm?missed=true{at}", cancel);
    }

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string register, string at, CancellationToken cancel) =>
        (await plan.Get<Page<T>>($"{register}?overdue=true&take=200{at}", cancel)).Items;
}

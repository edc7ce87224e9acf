using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Dates;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Protocols;

/// <summary>One numbered text of a protocol, without its words.</summary>
public sealed record DraftView(
    int Number,
    int VersionNumber,
    string Title,
    string Hash,
    string? WhatChanged,
    DateOnly On,
    DateOnly KnownOn,
    bool Interim,
    bool Published,
    bool InForce,
    IReadOnlyList<string> EndorsedBy
)
{
    /// <summary>What the text is worth, in words: never a draft without saying so, never interim guidance without that word.</summary>
    public string Standing =>
        (Published, Interim, InForce) switch
        {
            (true, _, true) => "Published, in force",
            (true, _, false) => "Published, superseded",
            (false, true, true) => "Interim guidance, in force",
            (false, true, false) => "Interim guidance, superseded",
            _ => "Draft, not issued",
        };
}

/// <summary>A text with its words.</summary>
public sealed record DraftTextView(Guid ProtocolId, string Reference, string Kind, DraftView Draft, bool Current, string Text);

/// <summary>The words of one text: published, interim guidance, or a draft.</summary>
[AllowAnonymous]
public sealed class DraftModel(PoliceActionPlanClient plan) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? AsAt { get; set; }

    public DraftTextView Item { get; private set; } = default!;

    public async Task OnGetAsync(CancellationToken cancel) =>
        Item = await plan.Get<DraftTextView>($"protocols/{Id}/drafts/{Number}{(AsAt is { } date ? $"?asAt={date.Iso()}" : "")}", cancel);
}

public sealed class WriteForm
{
    [Display(Name = "The whole text", Description = "Do not name children, residents or members of staff.")]
    [Required(ErrorMessage = "Enter the text")]
    public string? Text { get; set; }

    [Display(Name = "What is new in it", Description = "And on whose word. For example, which comments it takes up.")]
    public string? WhatChanged { get; set; }

    [Display(Name = "Date on which it was written", Description = "Leave empty for today.")]
    public DateOnly? On { get; set; }

    public bool Confirmed { get; set; }
}

/// <summary>Writes the next draft, beginning from the words of the one before.</summary>
[PageFor(Roles.PolicePlanLead)]
public sealed class WriteModel(PoliceActionPlanClient plan)
    : ProtocolAct<WriteForm>(plan, "drafts", "The draft is on record, open for comment. It is to be endorsed anew.")
{
    public override async Task OnGetAsync(CancellationToken cancel)
    {
        await base.OnGetAsync(cancel);
        if (Item.Drafts.Count > 0)
            Form.Text = (await Client.Get<DraftTextView>($"protocols/{Id}/drafts/{Item.Drafts[^1].Number}", cancel)).Text;
    }
}

public sealed record DraftComparisonView(DraftView From, DraftView To, IReadOnlyList<WordRun> Title, IReadOnlyList<WordRun> Text);

/// <summary>Two texts of a protocol side by side.</summary>
[AllowAnonymous]
public sealed class CompareModel(PoliceActionPlanClient plan) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    public ProtocolView Item { get; private set; } = default!;

    public DraftComparisonView? Comparison { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Item = await plan.Get<ProtocolView>($"protocols/{Id}", cancel);
        if (Item.Drafts.Count < 2)
            return;
        To ??= Item.Drafts[^1].Number;
        From ??= Item.Drafts.LastOrDefault(d => d.Number < To)?.Number ?? Item.Drafts[0].Number;
        Comparison = await plan.Get<DraftComparisonView>($"protocols/{Id}/drafts/comparison?from={From}&to={To}", cancel);
    }
}

using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Dates;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages.Schools.SupportOffer;

public sealed record SupportStanding(string Support, string State, DateOnly? Since);

public sealed record SupportActView(string Support, string State, DateOnly On, DateOnly KnownOn, string? Note);

/// <summary>What a school was offered; the id is the school's.</summary>
public sealed record SupportView(
    Guid Id,
    int Urn,
    string School,
    IReadOnlyList<SupportStanding> Offers,
    IReadOnlyList<SupportActView> Acts
);

public sealed record SchoolName(Guid Id, int Urn, string School);

public sealed record SupportGap(string Support, int Schools, int Offered, int TakenUp, IReadOnlyList<SchoolName> NotOffered);

/// <summary>The offers' full names.</summary>
public static class Support
{
    public static string Name(string support) =>
        support switch
        {
            "leadership" => "Leadership support",
            "youngHackney" => "Young Hackney",
            "wellbeingAndMentalHealth" => "Wellbeing and Mental Health in Schools (WAMHS)",
            "thinkingSpaces" => "Thinking Spaces",
            "talkingWithChildren" => "Materials for talking with children",
            _ => Words.Of(support),
        };

    public static IReadOnlyList<Choice> Offers { get; } =
    [
        .. new[] { "leadership", "youngHackney", "wellbeingAndMentalHealth", "thinkingSpaces", "talkingWithChildren" }.Select(
            s => new Choice(s, Name(s))
        ),
    ];
}

[PageFor(Roles.SchoolsLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny, Roles.School)]
public sealed class OneModel(SchoolsClient schools) : OnePage<SupportView>(schools, "support-offers");

[PageFor(Roles.SchoolsLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny)]
public sealed class GapsModel(SchoolsClient schools) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? AsAt { get; set; }

    public IReadOnlyList<SupportGap> Gaps { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid)
        {
            Gaps = await schools.Get<IReadOnlyList<SupportGap>>(
                $"support-offers/gaps{(AsAt is { } date ? $"?asAt={date.Iso()}" : "")}",
                cancel
            );
        }
    }
}

public sealed class ChangeForm
{
    [Display(Name = "Which offer?")]
    [Required(ErrorMessage = "Choose the offer")]
    public string? Support { get; set; }

    [Display(Name = "What happened?")]
    [Required(ErrorMessage = "Choose what happened")]
    public string? State { get; set; }

    [Display(Name = "Date", Description = "For example, 27 5 2022. Leave empty for today.")]
    public DateOnly? On { get; set; }

    [Display(Name = "Note", Description = "Name nobody.")]
    public string? Note { get; set; }

    public bool Confirmed { get; set; }

    /// <summary>The council makes and ends an offer; a school takes it up or declines it.</summary>
    public static IReadOnlyList<Choice> States(bool lead) =>
        lead ? Choice.Of("offered", "takenUp", "declined", "ended") : Choice.Of("takenUp", "declined");
}

[PageFor(Roles.SchoolsLead, Roles.School)]
public sealed class ChangeModel(SchoolsClient schools) : ActPage<ChangeForm, SupportView>(schools, "support-offers")
{
    protected override string Act => "changes";
    protected override string Address => $"/schools/support-offer/{Id}";
    protected override string Notice => "It is on record.";
}

using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Mvc;

namespace ChildQ.Portal.Pages.Schools.PoliceVisits;

/// <summary>The questions about a search. Whatever is left unanswered is not known, and a safeguard not known counts as missing.</summary>
public class SearchForm
{
    [Display(Name = "How far did the search go?")]
    [Required(ErrorMessage = "Choose how far the search went, or that you do not know")]
    public string? Kind { get; set; }

    [Display(Name = "Who searched?")]
    [Required(ErrorMessage = "Choose who searched, or that you do not know")]
    public string? By { get; set; }

    [Display(
        Name = "Was an appropriate adult present?",
        Description = "A parent, carer, social worker or other adult who was there for the child."
    )]
    public string? AppropriateAdult { get; set; }

    [Display(Name = "Was a parent or carer informed before the search?")]
    public string? ParentInformedBefore { get; set; }

    [Display(Name = "Was a senior police officer consulted?")]
    public string? SeniorOfficer { get; set; }

    [Display(Name = "Was your designated safeguarding lead consulted?")]
    public string? SafeguardingLead { get; set; }

    [Display(Name = "Was what was looked for found?")]
    public string? Found { get; set; }

    [Display(Name = "What did it come to?")]
    public string? Outcome { get; set; }

    [Display(Name = "Year group")]
    public string? YearGroup { get; set; }

    [Display(Name = "Age")]
    public string? AgeBand { get; set; }

    [Display(Name = "Ethnic group")]
    public string? EthnicGroup { get; set; }

    [Display(Name = "Sex")]
    public string? Sex { get; set; }

    [Display(Name = "Special educational needs and disabilities")]
    public string? Send { get; set; }

    [Display(Name = "Pupil premium")]
    public string? PupilPremium { get; set; }

    internal object Search =>
        new
        {
            Kind,
            By,
            YearGroup,
            AgeBand,
            EthnicGroup,
            Sex,
            Send,
            PupilPremium,
            AppropriateAdult,
            ParentInformedBefore,
            SeniorOfficer,
            SafeguardingLead,
            Found,
            Outcome,
        };

    internal void Fill(SearchDetails search)
    {
        (Kind, By, YearGroup, AgeBand) = (search.Kind, search.By, search.YearGroup, search.AgeBand);
        (EthnicGroup, Sex, Send, PupilPremium) = (search.EthnicGroup, search.Sex, search.Send, search.PupilPremium);
        (AppropriateAdult, ParentInformedBefore) = (search.AppropriateAdult, search.ParentInformedBefore);
        (SeniorOfficer, SafeguardingLead) = (search.SeniorOfficer, search.SafeguardingLead);
        (Found, Outcome) = (search.Found, search.Outcome);
    }
}

/// <summary>What the questions offer.</summary>
public static class SearchWords
{
    public static IReadOnlyList<Choice> Answers { get; } = Choice.Of("yes", "no", "notKnown");

    public static IReadOnlyList<Choice> Kinds { get; } =
    [
        new("outerClothing", "Outer clothing only", "Coat, jacket, gloves, pockets or bag."),
        new("moreThorough", "More than outer clothing", "Intimate parts were not exposed."),
        new("exposingIntimateParts", "Strip search", "Intimate parts were exposed."),
        new("intimate", "Intimate search", "The body was examined inside."),
        new("notKnown", "Not known"),
    ];

    public static IReadOnlyList<Choice> Searchers { get; } = Choice.Of("police", "schoolStaff", "notKnown");

    public static IReadOnlyList<Choice> Years { get; } =
    [.. Choice.Of("reception"), .. Enumerable.Range(1, 13).Select(year => new Choice($"year{year}", $"Year {year}"))];

    public static IReadOnlyList<Choice> Ages { get; } =
    [
        new("under10", "Under 10"),
        new("from10To12", "10 to 12"),
        new("from13To15", "13 to 15"),
        new("from16To17", "16 to 17"),
        new("aged18OrOver", "18 or over"),
    ];

    public static IReadOnlyList<Choice> EthnicGroups { get; } =
    [
        new("bangladeshi", "Asian: Bangladeshi"),
        new("chinese", "Asian: Chinese"),
        new("indian", "Asian: Indian"),
        new("pakistani", "Asian: Pakistani"),
        new("otherAsian", "Asian: other"),
        new("african", "Black: African"),
        new("caribbean", "Black: Caribbean"),
        new("otherBlack", "Black: other"),
        new("whiteAndAsian", "Mixed: White and Asian"),
        new("whiteAndBlackAfrican", "Mixed: White and Black African"),
        new("whiteAndBlackCaribbean", "Mixed: White and Black Caribbean"),
        new("otherMixed", "Mixed: other"),
        new("englishWelshScottishNorthernIrishOrBritish", "White: English, Welsh, Scottish, Northern Irish or British"),
        new("irish", "White: Irish"),
        new("gypsyOrIrishTraveller", "White: Gypsy or Irish Traveller"),
        new("roma", "White: Roma"),
        new("otherWhite", "White: other"),
        new("arab", "Other: Arab"),
        new("anyOther", "Other: any other ethnic group"),
    ];

    public static IReadOnlyList<Choice> Sexes { get; } = Choice.Of("female", "male");

    public static IReadOnlyList<Choice> Needs { get; } =
    [
        new("noIdentifiedNeed", "No identified need"),
        new("sendSupport", "SEN support"),
        new("educationHealthAndCarePlan", "Education, health and care plan"),
    ];

    /// <summary>A key of any of these, in its words.</summary>
    public static string Of(string key) =>
        Kinds.Concat(Years).Concat(Ages).Concat(EthnicGroups).Concat(Needs).FirstOrDefault(c => c.Value == key)?.Text ?? Words.Of(key);

    /// <summary>What a search lacked.</summary>
    public static string Missing(string safeguard) =>
        safeguard switch
        {
            "appropriateAdult" => "An appropriate adult",
            "parentInformedBefore" => "A parent or carer informed beforehand",
            "seniorOfficer" => "A senior officer consulted",
            "safeguardingLead" => "The designated safeguarding lead consulted",
            _ => "Powers that reach so far",
        };
}

[PageFor(Roles.SchoolsLead, Roles.School)]
public sealed class SearchModel(SchoolsClient schools) : ActPage<SearchForm, VisitView>(schools, "police-visits")
{
    protected override string Act => "searches";
    protected override string Address => $"/schools/police-visits/{Id}";
    protected override string Notice => "The search is on record. Where a safeguard was missing, the safeguarding lead has been told.";

    protected override object? ToSend() => Form.Search;

    protected override Task<Saved> SendAsync(CancellationToken cancel) =>
        Client.Post($"police-visits/{Id}/searches", ToSend(), Key, cancel);
}

public sealed class CorrectSearchForm : SearchForm
{
    [Display(Name = "Why is it corrected?", Description = "What was on record before stays on record.")]
    [Required(ErrorMessage = "Say why it is corrected")]
    public string? CorrectionReason { get; set; }
}

[PageFor(Roles.SchoolsLead, Roles.School)]
public sealed class CorrectSearchModel(SchoolsClient schools) : FormPage<CorrectSearchForm>
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Search { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var visit = await schools.Get<VisitView>($"police-visits/{Id}", cancel);
        if (visit.Searches.FirstOrDefault(s => s.Id == Search) is not { } search)
            return NotFound();
        Form.Fill(search.Details);
        ETag = $"\"{search.Version}\"";
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        SaveAsync(
            () =>
                schools.PostTo(
                    $"police-visits/{Id}/searches/{Search}/corrections",
                    new { Form.Search, Form.CorrectionReason },
                    ETag,
                    null,
                    cancel
                ),
            _ => GoTo($"/schools/police-visits/{Id}", "Corrected. What was on record before is kept."),
            () =>
            {
                ModelState.AddModelError(
                    "",
                    "Someone else corrected this while you were writing. Go back to the visit and look at it first."
                );
                return Task.CompletedTask;
            }
        );
}

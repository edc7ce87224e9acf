using ChildQ.Schools.Pupils;

namespace ChildQ.Schools.PoliceVisits;

/// <summary>What protects a child who is searched.</summary>
public enum Safeguard
{
    AppropriateAdult,
    ParentInformedBefore,
    SeniorOfficer,
    SafeguardingLead,
    WithinPowers,
}

/// <summary>A safeguard, when it is asked for, and where it says so.</summary>
/// <param name="Words">In plain words, as they stand in a sentence after "lacked".</param>
/// <param name="Source">The guidance or law it rests on.</param>
public sealed record SafeguardRule(
    Safeguard Safeguard,
    string Words,
    string Source,
    Func<SearchDetails, bool> AskedOf,
    Func<SearchDetails, bool> Kept
);

/// <summary>
/// The safeguards of a search in school, and what each rests on. The sources ask for them of strip searches and of intimate ones; this register
/// asks for the first four of every search by police, and of every search of which it is not known who made it. What is not known to
/// have been there counts as missing.
/// </summary>
/// <remarks>
/// What was read and what was not. Read, as enacted and amended (legislation.gov.uk): PACE 1984, section 55. Read in part: the
/// index of the PACE codes, which gives Annex A of Code C, paragraph 11(b) and (c), for appropriate adults at strip searches. Not to be had in full, and so
/// cited as others cite them: Annex A itself, and the DfE's advice, whose section on strip searches is paragraphs 35 to 41 by Browne Jacobson
/// ("KCSIE 2022: keeping children safe with an appropriate adult", 2022). The inspector's authority is the Metropolitan Police's own word to Hackney's councillors
/// (LondonWorld, 2022). Whoever has the texts at hand should compare.
/// </remarks>
public static class SafeguardRules
{
    private const string DfE = "DfE, Searching, screening and confiscation: advice for schools (July 2022)";
    private const string OnStripSearches = $"{DfE}, on strip searches (paragraphs 35 to 41, as cited by Browne Jacobson)";
    private const string CodeC = "PACE Code C, Annex A (intimate and strip searches)";

    public static IReadOnlyList<SafeguardRule> All { get; } =
    [
        new(
            Safeguard.AppropriateAdult,
            "an appropriate adult",
            $"{CodeC}, paragraph 11(b) and (c): at a strip search that exposes intimate parts at least two people are present other than the person "
                + "searched, except in urgent cases with risk of serious harm; of a juvenile, one of them is the appropriate adult. "
                + OnStripSearches,
            AskedOf: _ => true,
            Kept: s => s.AppropriateAdult == Known.Yes
        ),
        new(
            Safeguard.ParentInformedBefore,
            "a parent or carer informed beforehand",
            $"{OnStripSearches}: unless there is an immediate risk of harm, and where reasonably possible, a parent is informed "
                + "before the search, also one who is not the appropriate adult, and always afterwards",
            AskedOf: _ => true,
            Kept: s => s.ParentInformedBefore == Known.Yes
        ),
        new(
            Safeguard.SeniorOfficer,
            "a senior officer consulted",
            "Metropolitan Police practice since 2022: such a search of a child needs more senior authority (inspector in the Hackney pilot); "
                + $"{CodeC}, paragraph 2, and PACE 1984, section 55(1): an intimate search is authorised by an officer of inspector rank or above. Not asked of a search by school "
                + $"staff, which the headteacher authorises ({DfE})",
            AskedOf: s => s.By != SearchedBy.SchoolStaff,
            Kept: s => s.SeniorOfficer == Known.Yes
        ),
        new(
            Safeguard.SafeguardingLead,
            "the designated safeguarding lead consulted",
            $"{DfE}: the designated safeguarding lead is told of searches for prohibited items, and involved without delay where there is a "
                + "safeguarding risk; the school's duty of care remains while police are there",
            AskedOf: _ => true,
            Kept: s => s.SafeguardingLead == Known.Yes
        ),
        new(
            Safeguard.WithinPowers,
            "powers that reach so far",
            $"{DfE}: school staff may have outer clothing taken off, and no more: only police may carry out a strip search. PACE 1984, section 55(8): "
                + "an intimate search is made at a police station or where medicine is practised only, and so never in school",
            AskedOf: _ => true,
            Kept: s => s.Kind != SearchKind.Intimate && (s.By != SearchedBy.SchoolStaff || s.Kind == SearchKind.OuterClothing)
        ),
    ];

    /// <summary>The safeguards that a search lacked, or is not known to have had.</summary>
    public static IReadOnlyList<Safeguard> MissingFrom(SearchDetails search) =>
        [.. All.Where(rule => rule.AskedOf(search) && !rule.Kept(search)).Select(rule => rule.Safeguard)];

    public static string WordsOf(IEnumerable<Safeguard> safeguards) =>
        string.Join("; ", safeguards.Select(s => All.First(rule => rule.Safeguard == s).Words));
}

using ChildQ.Schools.Pupils;
using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.Schools.PoliceVisits;

/// <summary>Who asked for police to come.</summary>
public enum AskedBy
{
    School,
    Police,
    NotKnown,
}

/// <summary>Why police came, by its main reason.</summary>
public enum VisitReason
{
    ConcernForAChild,
    MissingChild,
    AllegedOffence,
    SuspectedDrugs,
    SuspectedWeapon,
    StatementOrEvidence,
    Arrest,
    EmergencyCall,
    LessonOrPrevention,
    RoutineContact,
    Other,
    NotKnown,
}

/// <summary>Which police came.</summary>
public enum Attended
{
    SaferSchoolsOfficer,
    OtherOfficers,
    Both,
    NotKnown,
}

/// <summary>What the visit, or a search, came to.</summary>
public enum VisitOutcome
{
    NoFurtherAction,
    AdviceGiven,
    SafeguardingReferral,
    SchoolDealsWithIt,
    CommunityResolution,
    FurtherInquiries,
    Arrest,
    Other,
    NotKnown,
}

/// <summary>A visit as written. Whatever is left out is not known.</summary>
/// <param name="On">London date of the visit.</param>
/// <param name="At">London time of day.</param>
/// <param name="Why">More about the reason, in the school's own words, without anything that tells who a child is.</param>
/// <param name="Officers">How many officers came.</param>
/// <param name="Note">More about the outcome, likewise.</param>
public sealed record VisitText(
    DateOnly? On,
    TimeOnly? At,
    AskedBy? AskedBy,
    VisitReason? Reason,
    [property: FreeText] string? Why,
    int? Officers,
    Attended? Attended,
    VisitOutcome? Outcome,
    [property: FreeText] string? Note
);

/// <inheritdoc cref="VisitText"/>
public sealed record VisitDetails(
    DateOnly On,
    TimeOnly? At,
    AskedBy AskedBy,
    VisitReason Reason,
    string? Why,
    int? Officers,
    Attended Attended,
    VisitOutcome Outcome,
    string? Note
);

/// <summary>
/// How far a search goes, in the classes that the Metropolitan Police's own figures use ("more thorough", "intimate parts exposed": its answer to freedom of
/// information request 01.FOI.22.024144, July 2022), and PACE Code A, paragraphs 3.5 to 3.7, and Code C, Annex A, as they are commonly cited: the text of those
/// paragraphs could not be had when this was checked. An intimate search is that of PACE 1984, section 65.
/// </summary>
public enum SearchKind
{
    /// <summary>No more than an outer coat, a jacket or gloves (JOG), pockets and bags.</summary>
    OuterClothing,

    /// <summary>More than outer clothing, without exposing intimate parts.</summary>
    MoreThorough,

    /// <summary>A strip search that exposes intimate parts (EIP).</summary>
    ExposingIntimateParts,

    /// <summary>The physical examination of a body orifice other than the mouth.</summary>
    Intimate,

    NotKnown,
}

/// <summary>Who searched.</summary>
public enum SearchedBy
{
    Police,
    SchoolStaff,
    NotKnown,
}

/// <summary>
/// A search as written: categories only. There is no free text, so that nothing can be told of the child beside them. Whatever is left out is not
/// known.
/// </summary>
/// <param name="AppropriateAdult">Whether an appropriate adult was present.</param>
/// <param name="ParentInformedBefore">Whether a parent or carer was informed before the search.</param>
/// <param name="SeniorOfficer">Whether a senior police officer was consulted and authorised it.</param>
/// <param name="SafeguardingLead">Whether the school's designated safeguarding lead was consulted.</param>
/// <param name="Found">Whether what was looked for was found.</param>
public sealed record SearchText(
    SearchKind? Kind,
    SearchedBy? By,
    YearGroup? YearGroup,
    AgeBand? AgeBand,
    EthnicGroup? EthnicGroup,
    Sex? Sex,
    Send? Send,
    Known? PupilPremium,
    Known? AppropriateAdult,
    Known? ParentInformedBefore,
    Known? SeniorOfficer,
    Known? SafeguardingLead,
    Known? Found,
    VisitOutcome? Outcome
);

/// <inheritdoc cref="SearchText"/>
public sealed record SearchDetails(
    SearchKind Kind,
    SearchedBy By,
    YearGroup YearGroup,
    AgeBand AgeBand,
    EthnicGroup EthnicGroup,
    Sex Sex,
    Send Send,
    Known PupilPremium,
    Known AppropriateAdult,
    Known ParentInformedBefore,
    Known SeniorOfficer,
    Known SafeguardingLead,
    Known Found,
    VisitOutcome Outcome
)
{
    public static SearchDetails Of(SearchText text) =>
        new(
            text.Kind ?? SearchKind.NotKnown,
            text.By ?? SearchedBy.NotKnown,
            text.YearGroup ?? YearGroup.NotKnown,
            text.AgeBand ?? AgeBand.NotKnown,
            text.EthnicGroup ?? EthnicGroup.NotKnown,
            text.Sex ?? Sex.NotKnown,
            text.Send ?? Send.NotKnown,
            text.PupilPremium ?? Known.NotKnown,
            text.AppropriateAdult ?? Known.NotKnown,
            text.ParentInformedBefore ?? Known.NotKnown,
            text.SeniorOfficer ?? Known.NotKnown,
            text.SafeguardingLead ?? Known.NotKnown,
            text.Found ?? Known.NotKnown,
            text.Outcome ?? VisitOutcome.NotKnown
        );
}

namespace ChildQ.Schools.Pupils;

/// <summary>An answer. What is not known is not yes: a safeguard that is not known to have been there counts as missing.</summary>
public enum Known
{
    Yes,
    No,
    NotKnown,
}

/// <summary>Year group in a school of England: reception, then years 1 to 13.</summary>
public enum YearGroup
{
    Reception,
    Year1,
    Year2,
    Year3,
    Year4,
    Year5,
    Year6,
    Year7,
    Year8,
    Year9,
    Year10,
    Year11,
    Year12,
    Year13,
    NotKnown,
}

/// <summary>Age in whole years, in bands: never a date of birth. 10 is the age of criminal responsibility in England.</summary>
public enum AgeBand
{
    Under10,
    From10To12,
    From13To15,
    From16To17,
    Aged18OrOver,
    NotKnown,
}

/// <summary>The 19 ethnic groups of the census of England and Wales 2021 (Office for National Statistics).</summary>
public enum EthnicGroup
{
    Bangladeshi,
    Chinese,
    Indian,
    Pakistani,
    OtherAsian,
    African,
    Caribbean,
    OtherBlack,
    WhiteAndAsian,
    WhiteAndBlackAfrican,
    WhiteAndBlackCaribbean,
    OtherMixed,
    EnglishWelshScottishNorthernIrishOrBritish,
    Irish,
    GypsyOrIrishTraveller,
    Roma,
    OtherWhite,
    Arab,
    AnyOther,
    NotKnown,
}

/// <summary>The five high-level ethnic groups of the census of 2021, in which counts are given.</summary>
public enum BroadEthnicGroup
{
    Asian,
    Black,
    Mixed,
    White,
    Other,
    NotKnown,
}

/// <summary>Sex as the school census records it.</summary>
public enum Sex
{
    Female,
    Male,
    NotKnown,
}

/// <summary>Provision for special educational needs and disabilities, in the school census's own classes.</summary>
public enum Send
{
    NoIdentifiedNeed,
    SendSupport,
    EducationHealthAndCarePlan,
    NotKnown,
}

/// <summary>Groups within groups.</summary>
public static class PupilGroups
{
    /// <summary>The high-level group of the census of 2021 to which an ethnic group belongs.</summary>
    public static BroadEthnicGroup Broad(this EthnicGroup group) =>
        group switch
        {
            EthnicGroup.NotKnown => BroadEthnicGroup.NotKnown,
            <= EthnicGroup.OtherAsian => BroadEthnicGroup.Asian,
            <= EthnicGroup.OtherBlack => BroadEthnicGroup.Black,
            <= EthnicGroup.OtherMixed => BroadEthnicGroup.Mixed,
            <= EthnicGroup.OtherWhite => BroadEthnicGroup.White,
            _ => BroadEthnicGroup.Other,
        };
}

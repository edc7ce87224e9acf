namespace ChildQ.Schools.PoliceVisits;

/// <summary>
/// A school year, from 1 September to 31 August, and when it is published. What is put on record in the month after it still counts for it; on 1 October
/// its counts are made, once, and stay as they are (decision 0010).
/// </summary>
public static class SchoolYear
{
    /// <summary>The school year, by the year in which it begins, to which a London date belongs.</summary>
    public static int Of(DateOnly date) => date.Month >= 9 ? date.Year : date.Year - 1;

    /// <summary>The first London date that is no longer in it.</summary>
    public static DateOnly End(int year) => new(year + 1, 9, 1);

    /// <summary>London date on which its counts are published: of what was known by the end of the day before.</summary>
    public static DateOnly PublishedOn(int year) => new(year + 1, 10, 1);

    /// <summary>The latest school year whose counts have been published by a London date.</summary>
    public static int LatestPublished(DateOnly asAt) => asAt >= PublishedOn(asAt.Year - 1) ? asAt.Year - 1 : asAt.Year - 2;
}

using System.Globalization;

namespace ChildQ.Schools.PoliceVisits;

/// <summary>A third of a school year.</summary>
public enum Term
{
    Autumn,
    Spring,
    Summer,
}

/// <summary>
/// One term of a school year, which begins on 1 September of <paramref name="Year"/>. Schools set their own terms, and Easter moves: counts take
/// four months each (September to December, January to April, May to August), so that every day of a year is in exactly one.
/// </summary>
public sealed record SchoolTerm(int Year, Term Term)
{
    public DateOnly First =>
        new(
            Term == Term.Autumn ? Year : Year + 1,
            Term == Term.Autumn ? 9
                : Term == Term.Spring ? 1
                : 5,
            1
        );

    /// <summary>The first day that is no longer in it.</summary>
    public DateOnly End => First.AddMonths(4);

    /// <summary>The term in which a London date lies.</summary>
    public static SchoolTerm Of(DateOnly date) =>
        new(
            SchoolYear.Of(date),
            date.Month >= 9 ? Term.Autumn
                : date.Month <= 4 ? Term.Spring
                : Term.Summer
        );

    /// <summary>"2021/22".</summary>
    public static string YearInWords(int year) => string.Create(CultureInfo.InvariantCulture, $"{year}/{(year + 1) % 100:00}");

    /// <summary>"Spring term 2021/22".</summary>
    public override string ToString() => $"{Term} term {YearInWords(Year)}";
}

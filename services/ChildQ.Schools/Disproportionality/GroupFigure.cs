using System.Globalization;
using ChildQ.Schools.PoliceVisits;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;

namespace ChildQ.Schools.Disproportionality;

/// <summary>By what pupils are grouped.</summary>
public enum Classification
{
    EthnicGroup,
    Sex,
    Send,
    PupilPremium,
}

/// <summary>What is counted.</summary>
public enum Measure
{
    /// <summary>Pupils suspended at least once in the period, as loaded.</summary>
    Suspended,

    /// <summary>Pupils permanently excluded, as loaded.</summary>
    Excluded,

    /// <summary>Searches, not pupils: the register of police visits holds nothing by which to tell whether two were of one child.</summary>
    Searched,
}

/// <summary>The groups of each classification, and with which of them the others are compared.</summary>
public static class Groups
{
    public static IReadOnlyList<string> Of(Classification classification) =>
        classification switch
        {
            Classification.EthnicGroup => ["Asian", "Black", "Mixed", "White", "Other", "Not known"],
            Classification.Sex => ["Female", "Male", "Not known"],
            Classification.Send => ["No identified need", "SEN support", "EHC plan", "Not known"],
            _ => ["Pupil premium", "No pupil premium", "Not known"],
        };

    /// <summary>The group with an index of 1.</summary>
    public static string Reference(Classification classification) =>
        classification switch
        {
            Classification.EthnicGroup => "White",
            Classification.Sex => "Female",
            Classification.Send => "No identified need",
            _ => "No pupil premium",
        };
}

/// <summary>One row of the file: a group of pupils in a period, in a school or, without URN, in the whole borough.</summary>
/// <param name="SchoolYear">The year in which the school year begins.</param>
/// <param name="Term">None for the whole school year.</param>
/// <param name="Group">As <see cref="Groups"/> has them; ethnic groups are the five high-level groups of the census of 2021.</param>
/// <param name="Pupils">On roll: the population that rates are of.</param>
/// <param name="Suspended">Pupils suspended at least once.</param>
/// <param name="Excluded">Pupils permanently excluded.</param>
public sealed record FigureRow(
    int SchoolYear,
    Term? Term,
    [property: CsvColumn("urn")] int? Urn,
    Classification Classification,
    string Group,
    int Pupils,
    int Suspended,
    int Excluded
)
{
    public string Key() => GroupFigure.KeyOf(SchoolYear, Term, Urn, Classification, Group);
}

/// <summary>
/// True numbers of pupils of a group in a period, as known from a date on. Appended, never changed: a corrected number is a later one. They never leave
/// the service but through suppression and <see cref="PublishedFigures"/>.
/// </summary>
public sealed class GroupFigure : Entity
{
    private GroupFigure() { }

    /// <summary>Year, term, school, classification and group.</summary>
    public string Key { get; private init; } = "";

    public int SchoolYear { get; private init; }

    public Term? Term { get; private init; }

    public int? Urn { get; private init; }

    public Classification Classification { get; private init; }

    public string Group { get; private init; } = "";

    public int Pupils { get; private init; }

    public int Suspended { get; private init; }

    public int Excluded { get; private init; }

    /// <summary>London date from which it was known.</summary>
    public DateOnly KnownOn { get; private init; }

    /// <summary>The file with which it came, the same for every row of it; later files sort after earlier ones.</summary>
    public Guid Load { get; private init; }

    public static string KeyOf(int year, Term? term, int? urn, Classification classification, string group) =>
        string.Create(CultureInfo.InvariantCulture, $"{year}|{term}|{urn}|{classification}|{group}");

    public static Result<GroupFigure> Of(FigureRow row, DateOnly today, Guid load)
    {
        var check = new Check()
            .That(row.SchoolYear is >= 2000 and <= 2200, "figures/year", "Enter the year in which the school year begins.", "schoolYear")
            .That(
                Groups.Of(row.Classification).Contains(row.Group, StringComparer.Ordinal),
                "figures/group",
                $"The groups are: {string.Join(", ", Groups.Of(row.Classification))}.",
                "group"
            )
            .That(row.Pupils is >= 0 and <= 200_000, "figures/pupils", "The number of pupils is from 0 to 200,000.", "pupils");
        foreach (var (number, field) in new[] { (row.Suspended, "suspended"), (row.Excluded, "excluded") })
        {
            check.That(
                number >= 0 && number <= row.Pupils,
                "figures/more-than-pupils",
                "Pupils are counted once each: from 0 to the number of pupils in the group.",
                field
            );
        }

        return check.Result.With(() =>
            new GroupFigure
            {
                Key = row.Key(),
                SchoolYear = row.SchoolYear,
                Term = row.Term,
                Urn = row.Urn,
                Classification = row.Classification,
                Group = row.Group,
                Pupils = row.Pupils,
                Suspended = row.Suspended,
                Excluded = row.Excluded,
                KnownOn = today,
                Load = load,
            }
        );
    }

    public bool SaysTheSameAs(FigureRow row) => (Pupils, Suspended, Excluded) == (row.Pupils, row.Suspended, row.Excluded);

    public int Affected(Measure measure) => measure is Measure.Suspended ? Suspended : Excluded;
}

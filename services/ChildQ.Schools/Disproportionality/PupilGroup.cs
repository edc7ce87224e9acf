using ChildQ.Schools.PoliceVisits;
using ChildQ.Schools.Pupils;

namespace ChildQ.Schools.Disproportionality;

/// <summary>The group, of those in which disproportionality is shown, of what is kept in finer ones.</summary>
internal static class PupilGroup
{
    /// <summary>The group of the child who was searched.</summary>
    public static string Of(Classification classification, SearchDetails search) =>
        classification switch
        {
            Classification.EthnicGroup => VisitCounts.Words(search.EthnicGroup.Broad()),
            Classification.Sex => Of(search.Sex),
            Classification.Send => Of(search.Send),
            _ => Of(search.PupilPremium),
        };

    /// <summary>The group of a word of <see cref="Pupils.Groups"/>, as the population register has it.</summary>
    public static string Of(Classification classification, string word) =>
        classification switch
        {
            Classification.EthnicGroup => VisitCounts.Words(Enum.Parse<EthnicGroup>(word, ignoreCase: true).Broad()),
            Classification.Sex => Of(Enum.Parse<Sex>(word, ignoreCase: true)),
            Classification.Send => Of(Enum.Parse<Send>(word, ignoreCase: true)),
            _ => Of(Enum.Parse<Known>(word, ignoreCase: true)),
        };

    /// <summary>The dimension of the population register that a classification is of.</summary>
    public static Dimension Dimension(this Classification classification) =>
        classification switch
        {
            Classification.EthnicGroup => Pupils.Dimension.EthnicGroup,
            Classification.Sex => Pupils.Dimension.Sex,
            Classification.Send => Pupils.Dimension.Send,
            _ => Pupils.Dimension.PupilPremium,
        };

    private static string Of(Sex sex) => sex is Sex.NotKnown ? "Not known" : sex.ToString();

    private static string Of(Send send) =>
        send switch
        {
            Send.NoIdentifiedNeed => "No identified need",
            Send.SendSupport => "SEN support",
            Send.EducationHealthAndCarePlan => "EHC plan",
            _ => "Not known",
        };

    private static string Of(Known premium) =>
        premium switch
        {
            Known.Yes => "Pupil premium",
            Known.No => "No pupil premium",
            _ => "Not known",
        };
}

using System.Text;

namespace ChildQ.HackneyData.Tests;

/// <summary>The sample extract looks like the DfE's, and like nobody's school.</summary>
public sealed class SampleSchoolsTests
{
    private static readonly RegisterFile Sample = June2022Files.Read(
        Registers.SampleSchools,
        CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!
    );

    [Theory]
    [InlineData("URN")]
    [InlineData("LA (code)")]
    [InlineData("LA (name)")]
    [InlineData("EstablishmentNumber")]
    [InlineData("EstablishmentName")]
    [InlineData("TypeOfEstablishment (name)")]
    [InlineData("PhaseOfEducation (name)")]
    [InlineData("EstablishmentStatus (name)")]
    [InlineData("Trusts (name)")]
    [InlineData("HeadTitle (name)")]
    [InlineData("HeadFirstName")]
    [InlineData("HeadLastName")]
    [InlineData("Postcode")]
    [InlineData("OpenDate")]
    [InlineData("CloseDate")]
    [InlineData("NumberOfPupils")]
    public void It_has_the_DfEs_own_column(string column)
    {
        Assert.Contains(column, Sample.Columns);
    }

    [Fact]
    public void It_holds_open_schools_of_every_phase_and_a_few_closed_ones_of_Hackney()
    {
        var open = Sample.Rows.Where(r => r["EstablishmentStatus (name)"] == "Open").ToList();

        Assert.Equal(60, open.Count);
        Assert.Equal(
            ["All-through", "Not applicable", "Nursery", "Primary", "Secondary"],
            open.Select(r => r["PhaseOfEducation (name)"]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        Assert.All(Sample.Rows.Except(open), r => Assert.NotEmpty(r["CloseDate"]));
        Assert.NotEmpty(Sample.Rows.Except(open));
        Assert.All(Sample.Rows, r => Assert.Equal(("204", "Hackney"), (r["LA (code)"], r["LA (name)"])));
    }

    [Fact]
    public void Its_schools_and_heads_are_plainly_made_up()
    {
        Assert.All(
            Sample.Rows,
            r =>
            {
                Assert.StartsWith("Sample ", r["EstablishmentName"], StringComparison.Ordinal);
                Assert.Matches("^(|Headteacher [0-9]+)$", r["HeadLastName"]);
                Assert.EndsWith(".example", r["SchoolWebsite"], StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void Its_URNs_are_one_each_from_100001()
    {
        Assert.Equal(Enumerable.Range(100001, Sample.Rows.Count), Sample.Rows.Select(r => int.Parse(r["URN"])));
    }

    [Fact]
    public void It_is_not_UTF_8_so_that_the_importer_meets_the_DfEs_encoding()
    {
        Assert.Throws<DecoderFallbackException>(() =>
            new UTF8Encoding(false, true).GetString(File.ReadAllBytes(Registers.SampleSchools.File))
        );
        Assert.Contains(Sample.Rows, r => r["EstablishmentName"].Contains("École", StringComparison.Ordinal));
    }
}

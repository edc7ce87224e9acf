using ChildQ.Schools.Register;

namespace ChildQ.Schools.Tests.Register;

public sealed class SchoolTests
{
    private static readonly DateOnly Today = new(2022, 6, 14);

    [Fact]
    public void A_school_is_known_by_its_urn_and_belongs_to_hackney()
    {
        var school = School.Register(A.School() with { Postcode = "e8 1ea" }, Today).Value;

        Assert.Equal(100_001, school.Urn);
        Assert.Equal(204, school.Details.LocalAuthorityCode);
        Assert.Equal("E8 1EA", school.Details.Postcode);
        Assert.True(school.IsOpen);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(99_999)]
    [InlineData(1_000_000)]
    public void A_urn_has_six_digits(int? urn)
    {
        var refused = School.Register(A.School() with { Urn = urn }, Today).Outcome;

        Assert.Equal("school/urn", Assert.Single(refused.Broken).Type);
    }

    [Fact]
    public void A_school_of_another_authority_is_refused() =>
        Assert.Equal(
            "school/other-authority",
            Assert.Single(School.Register(A.School() with { LocalAuthorityCode = 211 }, Today).Outcome.Broken).Type
        );

    [Theory]
    [InlineData("E8")]
    [InlineData("E8 1EA; DROP")]
    [InlineData("Hackney")]
    public void A_postcode_is_a_whole_one(string postcode) =>
        Assert.Equal("school/postcode", Assert.Single(School.Register(A.School() with { Postcode = postcode }, Today).Outcome.Broken).Type);

    [Fact]
    public void A_school_does_not_close_before_it_opens()
    {
        var text = A.School() with { OpenedOn = new DateOnly(2006, 9, 1), ClosedOn = new DateOnly(2006, 8, 31) };

        Assert.Equal("school/closed-before-opened", Assert.Single(School.Register(text, Today).Outcome.Broken).Type);
    }

    [Fact]
    public void Everything_wrong_is_said_at_once_and_nothing_is_changed()
    {
        var school = School.Register(A.School(), Today).Value;

        var refused = school.Correct(A.School() with { Name = " ", EstablishmentNumber = 10_000, Pupils = -1 }, Today);

        Assert.Equal(["name", "establishmentNumber", "pupils"], refused.Broken.Select(b => b.Field));
        Assert.Equal("Sample School 100001", school.Details.Name);
        Assert.Single(school.Records);
    }

    [Fact]
    public void A_school_keeps_its_urn()
    {
        var school = School.Register(A.School(), Today).Value;

        Assert.Equal("school/urn-fixed", Assert.Single(school.Correct(A.School(100_002), Today).Broken).Type);
    }

    [Fact]
    public void What_was_known_before_stays_on_record()
    {
        var school = School.Register(A.School(), new DateOnly(2022, 3, 1)).Value;

        school.Correct(A.School() with { Trust = "Sample Learning Trust A" }, Today);

        Assert.Null(school.AsAt(new DateOnly(2022, 2, 28)));
        Assert.Null(school.AsAt(new DateOnly(2022, 6, 13))!.Trust);
        Assert.Equal("Sample Learning Trust A", school.AsAt(Today)!.Trust);
    }

    [Fact]
    public void Saying_the_same_again_adds_nothing_to_the_record()
    {
        var school = School.Register(A.School(), Today).Value;

        school.Correct(A.School(), Today.AddDays(1));

        Assert.Single(school.Records);
        Assert.Equal(Today, school.KnownOn);
    }

    [Theory]
    [InlineData(SchoolStatus.Open, true)]
    [InlineData(SchoolStatus.OpenButProposedToClose, true)]
    [InlineData(SchoolStatus.ProposedToOpen, false)]
    [InlineData(SchoolStatus.Closed, false)]
    public void A_school_is_open_as_long_as_it_has_pupils(SchoolStatus status, bool open) =>
        Assert.Equal(open, School.Register(A.School() with { Status = status }, Today).Value.IsOpen);
}

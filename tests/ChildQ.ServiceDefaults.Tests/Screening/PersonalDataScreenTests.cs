using ChildQ.ServiceDefaults.Screening;
using Microsoft.AspNetCore.Http.HttpResults;
using Kind = ChildQ.ServiceDefaults.Screening.PersonalDataKind;

namespace ChildQ.ServiceDefaults.Tests.Screening;

public sealed class PersonalDataScreenTests
{
    [Theory]
    // Names
    [InlineData("We met Mrs Ada Example at noon", Kind.Name, "Mrs Ada Example")]
    [InlineData("spoke to mr example about it", Kind.Name, "mr example")]
    [InlineData("Miss Example said so", Kind.Name, "Miss Example")]
    [InlineData("MS EXAMPLE WAS THERE", Kind.Name, "MS EXAMPLE WAS THERE")]
    [InlineData("Mx. R. O'Example-Test left", Kind.Name, "Mx. R. O'Example-Test")]
    [InlineData("Dr de la Example, who", Kind.Name, "Dr de la Example")]
    [InlineData("Prof. Éxample", Kind.Name, "Prof. Éxample")]
    [InlineData("Sir Example", Kind.Name, "Sir Example")]
    [InlineData("Mr and Mrs Example", Kind.Name, "Mrs Example")]
    [InlineData("Mr\u00A0Example", Kind.Name, "Mr\u00A0Example")]
    [InlineData("on MS Teams Mrs Example said", Kind.Name, "Mrs Example")]
    [InlineData("her name is Ada and", Kind.Name, "Ada")]
    // Dates of birth
    [InlineData("born 3rd May 2007 in Hackney", Kind.DateOfBirth, "3rd May 2007")]
    [InlineData("DOB 03/05/2007", Kind.DateOfBirth, "03/05/2007")]
    [InlineData("D.O.B. 3-5-07", Kind.DateOfBirth, "3-5-07")]
    [InlineData("dob: 03052007", Kind.DateOfBirth, "03052007")]
    [InlineData("Date of birth:\n2007-05-03", Kind.DateOfBirth, "2007-05-03")]
    [InlineData("her birthday is 3 May", Kind.DateOfBirth, "3 May")]
    [InlineData("born in May 2007", Kind.DateOfBirth, "May 2007")]
    [InlineData("born on the 3rd of May, 2021", Kind.DateOfBirth, "3rd of May, 2021")]
    [InlineData("03.05.2021 (DOB)", Kind.DateOfBirth, "03.05.2021")]
    [InlineData("May 3rd, 2007", Kind.DateOfBirth, "May 3rd, 2007")]
    [InlineData("the girl (14/02/2008) said", Kind.DateOfBirth, "14/02/2008")]
    [InlineData("seen 29/02/2008", Kind.DateOfBirth, "29/02/2008")]
    [InlineData("on 31 December 2019", Kind.DateOfBirth, "31 December 2019")]
    // Numbers
    [InlineData("UPN B801200005001.", Kind.UniquePupilNumber, "B801200005001")]
    [InlineData("p207 0000 16049", Kind.UniquePupilNumber, "p207 0000 16049")]
    [InlineData("NHS 943 476 5919", Kind.NhsNumber, "943 476 5919")]
    [InlineData("NHS9434765919", Kind.NhsNumber, "9434765919")]
    [InlineData("943-476-5919", Kind.NhsNumber, "943-476-5919")]
    [InlineData("NI AB 12 34 56 C", Kind.NationalInsuranceNumber, "AB 12 34 56 C")]
    [InlineData("ab123456c", Kind.NationalInsuranceNumber, "ab123456c")]
    // Ways of reaching someone
    [InlineData("ring 07700 900123 today", Kind.Phone, "07700 900123")]
    [InlineData("07700900123", Kind.Phone, "07700900123")]
    [InlineData("+44 7700 900123", Kind.Phone, "+44 7700 900123")]
    [InlineData("+44 (0)20 7946 0123", Kind.Phone, "+44 (0)20 7946 0123")]
    [InlineData("0044 20 7946 0123", Kind.Phone, "0044 20 7946 0123")]
    [InlineData("(020) 7946-0123", Kind.Phone, "(020) 7946-0123")]
    [InlineData("020 7946 0123. 14 came", Kind.Phone, "020 7946 0123")]
    [InlineData("01632 960123", Kind.Phone, "01632 960123")]
    [InlineData("write to ada.example+q@mail.example.org.", Kind.Email, "ada.example+q@mail.example.org")]
    [InlineData("lives at E8 1EA", Kind.Postcode, "E8 1EA")]
    [InlineData("ec1a1bb", Kind.Postcode, "ec1a1bb")]
    [InlineData("N16  5TU", Kind.Postcode, "N16  5TU")]
    // Written so as not to be seen
    [InlineData("０７７００ ９００１２３", Kind.Phone, "０７７００ ９００１２３")]
    [InlineData("077\u200B00 9\u200D00123", Kind.Phone, "077\u200B00 9\u200D00123")]
    [InlineData("943\u00A0476\u20115919", Kind.NhsNumber, "943\u00A0476\u20115919")]
    [InlineData("٠٧٧٠٠٩٠٠١٢٣", Kind.Phone, "٠٧٧٠٠٩٠٠١٢٣")]
    [InlineData("Ａｄａ＠ｍａｉｌ．ｅｘａｍｐｌｅ", Kind.Email, "Ａｄａ＠ｍａｉｌ．ｅｘａｍｐｌｅ")]
    [InlineData("Mr E\u0301xample", Kind.Name, "Mr E\u0301xample")]
    [InlineData("𝟎𝟳𝟕𝟎𝟎 𝟗𝟎𝟎𝟏𝟐𝟑", Kind.Phone, "𝟎𝟳𝟕𝟎𝟎 𝟗𝟎𝟎𝟏𝟐𝟑")]
    [InlineData("👩🏾‍🏫 said Mrs Example", Kind.Name, "Mrs Example")]
    public void Likely_personal_data_is_found_where_it_stands(string text, Kind kind, string part)
    {
        var find = Assert.Single(PersonalDataScreen.Find(text));

        Assert.Equal(kind, find.Kind);
        Assert.Equal(part, text.Substring(find.Start, find.Length));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("The Strategic Response Group meets on a fortnightly basis.")]
    [InlineData("The letter of 1 April 2022 asked for dates and outcomes.")]
    [InlineData("Meetings on 09/05/2022, 12-05-2022 and 2022-06-13")]
    [InlineData("By the end of August 2022, in Autumn 2022, from 9 May to 12 May 2022")]
    [InlineData("She was born in Hackney. On 1 April 2022 the council wrote.")]
    [InlineData("A girl born in 2007, aged 15, in Year 9")]
    [InlineData("Form 8B and class 10X2")]
    [InlineData("URN 100279, LA 204, establishment 4321")]
    [InlineData("section 1.2.10 of the plan, version 3.4.12")]
    [InlineData("172,093 strip searches, 9,088 of them of children; 65,336 in custody")]
    [InlineData("Child Q, Mr X and Ms A; Mr X's view")]
    [InlineData("Cllr Susan Fajana-Thomas and Deputy Mayor Bramble; Mayor Glanville")]
    [InlineData("I miss school. Miss was kind. Yes Sir. Ask Sir or Miss.")]
    [InlineData("We used MS Teams, and the Lord Mayor came")]
    [InlineData("mr and mrs were told; the dr was called")]
    [InlineData("31/02/2007 is no day, 45/13/2007 neither")]
    [InlineData("A801200005001 has the wrong letter, X80120000A001 too")]
    [InlineData("943 476 5918 has the wrong digit; 0000000000")]
    [InlineData("19434765919 and 94347659190 are longer")]
    [InlineData("GB123456A, QQ123456C and AB123456E are not issued")]
    [InlineData("Childline 0800 1111, police 101 or 999, 0300 123 1234, 0808 800 5000")]
    [InlineData("01.04.2022 09:00 to 10:30")]
    [InlineData("2020-2021-2022 and 10:15-11:45")]
    [InlineData("@hackneycouncil on 5 @ 10")]
    [InlineData("in E8, N16 and E9; E8 2nd floor; room X1 2AB")]
    [InlineData("KS3 and KS4, Y9 8am to 1pm, C4 9GB")]
    [InlineData("PAP-ACT-001, HIP-2022-05")]
    [InlineData("\u200B\u200D \uFEFF")]
    [InlineData("\uD800 broken \uDC00")]
    public void What_only_resembles_it_is_left_alone(string? text) => Assert.Empty(PersonalDataScreen.Find(text));

    [Fact]
    public void Finds_come_in_the_order_of_the_text_and_do_not_overlap()
    {
        var finds = PersonalDataScreen.Find("Mrs Example, 020 7946 0123, ada@mail.example, born 3 May 2007, E8 1EA");

        Assert.Equal([Kind.Name, Kind.Phone, Kind.Email, Kind.DateOfBirth, Kind.Postcode], finds.Select(find => find.Kind));
        Assert.All(finds.Zip(finds.Skip(1)), pair => Assert.True(pair.First.Start + pair.First.Length <= pair.Second.Start));
    }

    [Fact]
    public void Neither_a_find_nor_a_screened_text_can_say_what_was_written()
    {
        var screened = PersonalDataScreen.Check("Mrs Example", confirmed: false);

        Assert.Equal("PersonalDataFind { Kind = Name, Start = 0, Length = 11 }", screened.Finds[0].ToString());
        Assert.DoesNotContain("Example", screened.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Example", screened.Result.Broken[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_is_kept_when_nothing_was_found_or_its_writer_confirmed()
    {
        Assert.True(PersonalDataScreen.Check("Nothing here", confirmed: false).MayBeKept);
        Assert.True(PersonalDataScreen.Check("Mrs Example", confirmed: true).MayBeKept);
        Assert.True(PersonalDataScreen.Check("Mrs Example", confirmed: true).Result.IsOk);
        Assert.False(PersonalDataScreen.Check("Mrs Example", confirmed: false).MayBeKept);
    }

    [Theory]
    [InlineData("born 3 May 2007")]
    [InlineData("UPN B801200005001")]
    [InlineData("NHS number 943 476 5919")]
    public void A_date_of_birth_a_pupil_number_and_an_nhs_number_are_never_kept_whatever_their_writer_says(string text)
    {
        var screened = PersonalDataScreen.Check($"Mrs Example, {text}", confirmed: true);

        Assert.False(screened.MayBeKept);
        Assert.Equal("screening/never-kept", screened.Result.Broken[0].Type);
        Assert.Equal("screening/never-kept", Assert.IsType<ProblemHttpResult>(screened.ToProblem()).ProblemDetails.Type);
    }

    [Fact]
    public void Of_a_record_about_a_child_nothing_that_may_identify_someone_is_kept()
    {
        Assert.Null(Screened.ProblemOfAnyKind(("note", "Nothing here"), ("why", null)));
        var problem = Assert.IsType<ProblemHttpResult>(Screened.ProblemOfAnyKind(("why", "Nothing"), ("note", "Mrs Example")));
        Assert.Equal("screening/never-kept", problem.ProblemDetails.Type);
        Assert.Null(Screened.Problem(true, ("note", "Mrs Example, E8 1EA")));
    }

    [Fact]
    public void A_text_that_is_not_confirmed_is_a_problem_with_kinds_and_places()
    {
        var screened = PersonalDataScreen.Check("Mrs Example, E8 1EA", confirmed: false, "whatWasSaid");

        var problem = Assert.IsType<ProblemHttpResult>(screened.ToProblem()).ProblemDetails;

        Assert.Equal(422, problem.Status);
        Assert.Equal("screening/likely-personal-data", problem.Type);
        Assert.Equal("This may identify someone: a name, a postcode. Take it out, or confirm that it should stay.", problem.Detail);
        Assert.Equal(["whatWasSaid"], ((IDictionary<string, string[]>)problem.Extensions["errors"]!).Keys);
        Assert.Same(screened.Finds, problem.Extensions["finds"]);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("0")]
    [InlineData("0 ")]
    [InlineData("Mr ")]
    [InlineData("Mr A ")]
    [InlineData("A@")]
    [InlineData("a.")]
    [InlineData("born ")]
    [InlineData("born 1/1/2007 ")]
    [InlineData("1/1/")]
    [InlineData("e\u0301\u0301\u0301\u0301")]
    [InlineData("B801200005001 ")]
    [InlineData("Mr De La ")]
    public void A_very_long_text_is_screened_through(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 300_000 / part.Length)) + " E8 1EA";

        var finds = PersonalDataScreen.Find(text);

        Assert.Equal(new(Kind.Postcode, text.Length - 6, 6), finds[^1]);
    }
}

using ChildQ.Schools.Governors;
using ChildQ.Schools.Register;
using ChildQ.Schools.Training;
using static ChildQ.Schools.Tests.Training.Sessions;

namespace ChildQ.Schools.Tests.Training;

/// <summary>Certificates are computed: 24 months from 17 June 2022.</summary>
public sealed class CoverageTests
{
    private static readonly School Own = Registered.OnPaper();

    [Theory]
    [InlineData("2022-06-17", CoverageState.Never, false)]
    [InlineData("2022-06-18", CoverageState.Trained, false)]
    [InlineData("2024-04-17", CoverageState.Trained, false)]
    [InlineData("2024-04-18", CoverageState.Trained, true)]
    [InlineData("2024-06-16", CoverageState.Trained, true)]
    [InlineData("2024-06-17", CoverageState.Expired, false)]
    public void A_certificate_holds_for_its_months_as_at_any_date(string asAt, CoverageState state, bool soon)
    {
        var standing = Of(Attended(Attendee.Staff), asAt, CoveredPart.School);

        Assert.Equal((state, soon), (standing.State, standing.ExpiresSoon));
        Assert.Equal(state == CoverageState.Never ? null : new DateOnly(2024, 6, 17), standing.Until);
    }

    [Theory]
    [InlineData(Attendee.Head, CoveredPart.School)]
    [InlineData(Attendee.Staff, CoveredPart.School)]
    [InlineData(Attendee.Governor, CoveredPart.Board)]
    public void A_place_counts_for_the_school_or_for_its_board(Attendee attendee, CoveredPart part)
    {
        var coverage = Coverage.Of([Attended(attendee)], new(2022, 6, 20)).Of(Own.Id);

        var trained = Assert.Single(coverage, s => !s.IsGap);
        Assert.Equal((part, Topic.Adultification), (trained.Part, trained.Topic));
        Assert.Equal(12, coverage.Count);
    }

    [Fact]
    public void One_without_an_end_does_not_expire()
    {
        var standing = Of(Attended(Attendee.Staff, months: null), "2042-06-17", CoveredPart.School);

        Assert.Equal((CoverageState.Trained, (DateOnly?)null, false), (standing.State, standing.Until, standing.ExpiresSoon));
    }

    [Fact]
    public void The_certificate_that_holds_longest_counts()
    {
        var sessions = new[] { Attended(Attendee.Staff), Attended(Attendee.Head, months: 36), Attended(Attendee.Staff, months: 12) };

        var standing = Coverage.Of(sessions, new(2024, 7, 1)).Of(Own.Id).Single(s => !s.IsGap);

        Assert.Equal(new DateOnly(2025, 6, 17), standing.Until);
    }

    [Fact]
    public void Booking_without_coming_trains_nobody()
    {
        var session = OnPaper();
        session.Booked(Own, places: 2);
        session.Record([], At(18));

        Assert.All(Coverage.Of([session], new(2022, 6, 20)).Of(Own.Id), s => Assert.Equal(CoverageState.Never, s.State));
    }

    [Fact]
    public void Gaps_come_first_and_then_what_soon_will_be_one()
    {
        var other = Registered.OnPaper(100_002);
        var coverage = Coverage.Of([Attended(Attendee.Staff)], new(2024, 5, 1));
        CoverageRow[] rows = [coverage.Of(SchoolRecord.Current(Own)), coverage.Of(SchoolRecord.Current(other))];

        Assert.Equal([100_002, 100_001], Coverage.GapsFirst(rows).Select(r => r.Urn));
        Assert.Equal([(12, 0), (11, 1)], Coverage.GapsFirst(rows).Select(r => (r.Gaps, r.ExpiringSoon)));
        var total = Coverage.Totals(rows).Single(t => t is { Topic: Topic.Adultification, Part: CoveredPart.School });
        Assert.Equal((1, 0, 1, 1), (total.Trained, total.Expired, total.Never, total.ExpiringSoon));
    }

    private static TopicStanding Of(TrainingSession session, string asAt, CoveredPart part) =>
        Coverage
            .Of([session], DateOnly.Parse(asAt, System.Globalization.CultureInfo.InvariantCulture))
            .Of(Own.Id)
            .Single(s => s.Part == part && s.Topic == Topic.Adultification);

    private static TrainingSession Attended(Attendee attendee, int? months = 24)
    {
        var session = OnPaper(A.Training() with { CertificateMonths = months });
        var booking = session.Booked(Own, places: 2, attendee);
        Assert.Null(session.Record([new(booking.Id, 1)], At(18)).Refusal());
        return session;
    }
}

using ChildQ.Contracts.Schools;
using ChildQ.Schools.Governors;
using ChildQ.Schools.Training;
using static ChildQ.Schools.Tests.Training.Sessions;

namespace ChildQ.Schools.Tests.Training;

public sealed class TrainingSessionTests
{
    [Fact]
    public void What_is_not_known_yet_may_be_left_out()
    {
        var text = A.Training(capacity: null) with
        {
            On = null,
            OnText = "Autumn 2022",
            StartsAt = null,
            EndsAt = null,
            Place = null,
            Topics = null,
            CertificateMonths = null,
        };

        var session = TrainingSession.Announce(text, At(14)).Value;

        Assert.Equal(
            (TrainingStatus.Planned, null, null, "Autumn 2022"),
            (session.Status, session.On, session.PlacesFree, session.Plan.OnText)
        );
        Assert.IsType<TrainingPlanned>(Assert.Single(session.Events));
    }

    [Theory]
    [InlineData("training/capacity")]
    [InlineData("training/certificate")]
    [InlineData("training/time-without-day")]
    [InlineData("training/ends-before-it-starts")]
    [InlineData("list/twice")]
    [InlineData("known-on/in-the-future")]
    [InlineData("input/required")]
    public void What_cannot_be_is_refused(string rule)
    {
        var text = A.Training();
        var wrong = rule switch
        {
            "training/capacity" => text with { Capacity = 0 },
            "training/certificate" => text with { CertificateMonths = 121 },
            "training/time-without-day" => text with { On = null },
            "training/ends-before-it-starts" => text with { EndsAt = text.StartsAt },
            "list/twice" => text with { Topics = [Topic.Exclusions, Topic.Exclusions] },
            "known-on/in-the-future" => text with { KnownOn = new DateOnly(2022, 6, 15) },
            _ => text with { Title = " " },
        };

        Assert.Equal(rule, TrainingSession.Announce(wrong, At(14)).Outcome.Refusal());
    }

    [Fact]
    public void It_moves_with_a_reason_and_the_first_day_stays_in_view()
    {
        var session = OnPaper();
        var other = new DateOnly(2022, 6, 24);

        Assert.Equal("training/moved-without-reason", session.Correct(A.Training() with { On = other }, At(15)).Refusal());
        Assert.Equal("training/no-reason", session.Move(new(other, null, null, " "), At(15)).Refusal());
        Assert.Equal("training/moved-to-the-past", session.Move(new(new(2022, 6, 13), null, null, "Hall taken."), At(15)).Refusal());
        Assert.Equal("training/not-moved", session.Move(new(session.On, new(13, 30), new(16, 0), "Hall taken."), At(15)).Refusal());
        Assert.Null(session.Move(new(other, new(9, 0), new(12, 0), "The hall was taken."), At(15)).Refusal());

        Assert.Equal(new DateOnly(2022, 6, 17), session.PlanAsAt(new(2022, 6, 14))!.On);
        Assert.Equal(
            (other, "The hall was taken.", 10),
            (session.PlanAsAt(new(2022, 6, 15))!.On, session.Plan.Reason, session.Plan.Capacity)
        );
        Assert.Equal((session.Plans[0].On, other), session.Events.OfType<TrainingMoved>().Select(e => (e.From, e.To!.Value)).Single());
    }

    [Fact]
    public void It_may_be_put_off_to_a_day_not_known_yet_and_then_takes_no_bookings()
    {
        var session = OnPaper();

        Assert.Null(session.Move(new(null, null, null, "The speaker is ill."), At(15)).Refusal());

        Assert.Equal("training/no-day-yet", session.Book(Registered.OnPaper(), new(null, Attendee.Staff, 1), At(15)).Outcome.Refusal());
    }

    [Fact]
    public void It_is_cancelled_with_a_reason_once()
    {
        var session = OnPaper();

        Assert.Equal("training/no-reason", session.Cancel(" ", At(14)).Refusal());
        Assert.Null(session.Cancel("Too few schools.", At(15)).Refusal());

        Assert.Equal("training/cancelled", session.Cancel("Again.", At(15)).Refusal());
        Assert.Equal("training/cancelled", session.Correct(A.Training(), At(15)).Refusal());
        Assert.Equal("training/cancelled", session.Move(new(new(2022, 6, 24), null, null, "Why not."), At(15)).Refusal());
        Assert.Equal(TrainingStatus.Planned, session.StatusAsAt(new(2022, 6, 14)));
        Assert.Equal(TrainingStatus.Cancelled, session.StatusAsAt(new(2022, 6, 15)));
        Assert.Single(session.Events.OfType<TrainingCancelled>());
    }

    [Fact]
    public void What_a_certificate_rests_on_stays_once_it_was_held()
    {
        var session = OnPaper();
        Assert.Equal("training/not-yet", session.Record([], At(17)).Refusal());
        Assert.Null(session.Record([], At(17, hour: 14)).Refusal());

        Assert.Equal("training/held", session.Correct(A.Training() with { CertificateMonths = 36 }, At(18)).Refusal());
        Assert.Equal("training/held", session.Correct(A.Training() with { Topics = [] }, At(18)).Refusal());
        Assert.Equal("training/over", session.Cancel("Too late.", At(18)).Refusal());
        Assert.Null(session.Correct(A.Training() with { Title = "Adultification" }, At(18)).Refusal());
        Assert.Equal(0, Assert.Single(session.Events.OfType<TrainingHeld>()).Schools);
    }

    [Fact]
    public void A_file_tells_what_has_become_of_it_and_takes_nothing_back()
    {
        var session = OnPaper();

        Assert.Equal("training/not-yet", session.Reported(TrainingStatus.Held, null, At(16)).Refusal());
        Assert.Equal("training/no-reason", session.Reported(TrainingStatus.Cancelled, null, At(16)).Refusal());
        Assert.Null(session.Reported(TrainingStatus.Held, null, At(17)).Refusal());
        Assert.Equal("training/status", session.Reported(TrainingStatus.Planned, null, At(18)).Refusal());
        Assert.Equal("training/status", session.Reported(TrainingStatus.Cancelled, "Storm.", At(18)).Refusal());
    }
}

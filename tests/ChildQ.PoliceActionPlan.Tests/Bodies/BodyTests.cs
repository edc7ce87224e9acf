using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.PoliceActionPlan.Bodies;
using static ChildQ.PoliceActionPlan.Tests.Rules;

namespace ChildQ.PoliceActionPlan.Tests.Bodies;

public sealed class BodyTests
{
    [Fact]
    public void A_body_is_put_on_record_and_told()
    {
        var told = Body.Record(A.Body(), Today).Value.Told<BodyRecorded>();

        Assert.Equal(("Police Action Plan Board", new DateOnly(2022, 5, 27)), (told.Headline, told.On));
    }

    [Fact]
    public void A_body_that_stands_over_workstreams_is_told_under_this_one() =>
        Assert.Equal(
            Workstreams.PoliceTrustAndConfidence,
            Body.Record(A.Body() with { Workstream = null }, Today).Value.Told<BodyRecorded>().Workstream
        );

    [Fact]
    public void A_body_needs_a_name() => Body.Record(A.Body() with { Name = "" }, Today).Refused("input/required", "name");

    [Fact]
    public void A_body_does_not_end_before_it_was_established() =>
        Body.Record(A.Body() with { EndedOn = new(2022, 5, 26) }, Today).Refused("body/ended-before-established", "endedOn");

    [Fact]
    public void A_body_does_not_report_to_itself()
    {
        Body.Record(A.Body() with { ReportsTo = "BOD-1" }, Today).Refused("body/reports-to-itself", "reportsTo");
        Body.Record(A.Body(), Today)
            .Value.Correct(A.Body(null) with { ReportsTo = "BOD-1" })
            .Refused("body/reports-to-itself", "reportsTo");
    }

    [Fact]
    public void An_unknown_workstream_is_refused() =>
        Body.Record(A.Body() with { Workstream = "parks" }, Today).Refused("body/workstream", "workstream");

    [Fact]
    public void A_member_has_a_name_and_is_named_once()
    {
        Body.Record(A.Body() with { Members = [" "] }, Today).Refused("input/required", "members");
        Body.Record(A.Body() with { Members = ["The Mayor", "The Mayor"] }, Today).Refused("list/twice", "members");
    }

    [Fact]
    public void A_body_has_ended_from_its_last_day_on()
    {
        var body = Body.Record(A.Body() with { EndedOn = new(2022, 6, 30) }, Today).Value;

        Assert.False(body.HasEnded(new(2022, 6, 29)));
        Assert.True(body.HasEnded(new(2022, 6, 30)));
    }
}

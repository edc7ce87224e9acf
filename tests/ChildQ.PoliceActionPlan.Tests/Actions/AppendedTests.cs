using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.ServiceDefaults.Suppression;
using static ChildQ.PoliceActionPlan.Tests.Rules;

namespace ChildQ.PoliceActionPlan.Tests.Actions;

/// <summary>What is appended to an action: evidence and measured values.</summary>
public sealed class AppendedTests
{
    private static readonly ActionHead Action = new(
        Guid.NewGuid(),
        "ACT-1",
        "Hold workshops",
        ["metropolitan-police"],
        Workstreams.PoliceTrustAndConfidence,
        SharingLevel.Public
    );

    private static readonly EvidenceText Evidence = new(
        "The minutes of the workshop.",
        new(2022, 4, 20),
        "https://hackney.gov.uk/child-q",
        null,
        SharingLevel.Public
    );

    private static readonly MeasureText Measure = new(new(2022, 6, 1), 40, "residents", Source: "Sign-in sheets");

    [Fact]
    public void Evidence_is_recorded_and_told()
    {
        var evidence = ActionEvidence.Add(Evidence, Action, null, Today, Now).Value;

        var told = evidence.Told<ActionEvidenceRecorded>();
        Assert.Equal((Action.Id, "ACT-1", evidence.Id, true), (told.SourceId, told.Reference, told.EvidenceId, told.Standing));
        Assert.Equal((new DateOnly(2022, 4, 20), Today, SharingLevel.Public), (told.On, told.KnownOn, told.Sharing));
        Assert.Equal($"/police-action-plan/actions/{Action.Id}", told.Path);
    }

    [Fact]
    public void Evidence_says_what_it_shows_and_where_it_can_be_found()
    {
        ActionEvidence.Add(Evidence with { What = " " }, Action, null, Today, Now).Refused("input/required", "what");
        ActionEvidence.Add(Evidence with { Address = null }, Action, null, Today, Now).Refused("evidence/nowhere", "address");
        Assert.True(ActionEvidence.Add(Evidence with { Address = null, Document = "PAP-MEE-001, item 3" }, Action, null, Today, Now).IsOk);
        ActionEvidence.Add(Evidence with { On = Today.AddDays(1) }, Action, null, Today, Now).Refused("evidence/in-the-future", "on");
    }

    [Theory]
    [InlineData("hackney.gov.uk/child-q")]
    [InlineData("ftp://hackney.gov.uk/child-q")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://intranet/child-q")]
    [InlineData("https://files.hackney.internal/child-q")]
    [InlineData("https://10.0.0.1/child-q")]
    [InlineData("https://user:secret@hackney.gov.uk/")]
    public void An_address_is_one_that_anyone_can_open(string address) =>
        ActionEvidence.Add(Evidence with { Address = address }, Action, null, Today, Now).Refused("evidence/address", "address");

    [Fact]
    public void What_was_said_in_a_safe_space_is_no_evidence() =>
        ActionEvidence
            .Add(Evidence with { Sharing = SharingLevel.SafeSpace }, Action, null, Today, Now)
            .Refused("evidence/safe-space", "sharing");

    [Fact]
    public void Evidence_is_for_partners_unless_said_and_that_of_a_draft_is_told_as_the_draft_is()
    {
        Assert.Equal(SharingLevel.Partners, ActionEvidence.Add(Evidence with { Sharing = null }, Action, null, Today, Now).Value.Sharing);
        var ofDraft = ActionEvidence.Add(Evidence, Action with { Sharing = SharingLevel.Partners }, null, Today, Now).Value;
        Assert.Equal(SharingLevel.Partners, ofDraft.Told<ActionEvidenceRecorded>().Sharing);
    }

    [Fact]
    public void What_only_the_council_may_read_is_told_to_nobody()
    {
        var evidence = ActionEvidence.Add(Evidence with { Sharing = SharingLevel.CouncilOnly }, Action, null, Today, Now).Value;
        evidence.Withdraw(Action, "Superseded.", Today).Holds();

        Assert.Empty(evidence.Events);
    }

    [Fact]
    public void Evidence_is_withdrawn_with_a_reason_once()
    {
        var evidence = ActionEvidence.Add(Evidence, Action, null, Today, Now).Value;

        evidence.Withdraw(Action, " ", Today).Refused("input/required", "reason");
        evidence.Withdraw(Action, "It was about another workshop.", Today.AddDays(3)).Holds();
        evidence.Withdraw(Action, "Again.", Today.AddDays(4)).Refused("appended/withdrawn-already");

        Assert.Null(WithdrawalView.Of(evidence, Today.AddDays(2)));
        Assert.Equal(new WithdrawalView(Today.AddDays(3), "It was about another workshop."), WithdrawalView.Of(evidence, Today.AddDays(3)));
        Assert.False(evidence.Events.OfType<ActionEvidenceRecorded>().Last().Standing);
    }

    [Fact]
    public void A_value_is_a_number_with_its_unit_or_words_and_says_where_it_comes_from()
    {
        MeasureValue Made(MeasureText text) => MeasureValue.Add(text, Action, hasMeasure: true, null, Today, Now).Value;
        void Refused(MeasureText text, string type, string field) =>
            MeasureValue.Add(text, Action, hasMeasure: true, null, Today, Now).Refused(type, field);

        Assert.Equal((40m, "residents"), (Made(Measure).Number, Made(Measure).Unit));
        Assert.Equal("Met", Made(Measure with { Number = null, Words = "Met" }).Words);
        Refused(Measure with { Words = "Met" }, "measure/number-or-words", "number");
        Refused(Measure with { Number = null }, "measure/number-or-words", "number");
        Refused(Measure with { Unit = null }, "measure/no-unit", "unit");
        Refused(Measure with { Source = null }, "input/required", "source");
        Refused(Measure with { On = null }, "input/required", "on");
        Refused(Measure with { On = Today.AddDays(1) }, "measure/in-the-future", "on");
        Refused(Measure with { CountsPeople = true, Number = 1.5m }, "measure/people-are-whole", "number");
        Refused(Measure with { CountsPeople = true, Number = -1 }, "measure/people-are-whole", "number");
    }

    [Fact]
    public void Only_an_action_with_an_outcome_measure_is_measured() =>
        MeasureValue.Add(Measure, Action, hasMeasure: false, null, Today, Now).Refused("measure/none");

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void A_small_count_of_people_is_suppressed(int number, bool suppressed)
    {
        var people = MeasureValue
            .Add(Measure with { Number = number, CountsPeople = true }, Action, hasMeasure: true, null, Today, Now)
            .Value;
        var things = MeasureValue.Add(Measure with { Number = number }, Action, hasMeasure: true, null, Today, Now).Value;

        var shown = MeasureView.Of(people, SmallNumbers.Default, Today);
        Assert.Equal((suppressed, suppressed ? null : (decimal?)number), (shown.Suppressed, shown.Number));
        Assert.Equal(number, MeasureView.Of(things, SmallNumbers.Default, Today).Number);
    }
}

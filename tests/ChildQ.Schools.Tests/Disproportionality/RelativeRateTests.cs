using ChildQ.Schools.Disproportionality;
using ChildQ.ServiceDefaults.Suppression;

namespace ChildQ.Schools.Tests.Disproportionality;

public sealed class RelativeRateTests
{
    /// <summary>The example in the documentation of SciPy's relative_risk (after Sahai and Khurshid, Statistics in Epidemiology, 1996).</summary>
    [Fact]
    public void The_index_and_interval_are_those_of_the_published_example_of_ten_in_75_and_twelve_in_225()
    {
        var rate = RelativeRate.Of(10, 75, 12, 225)!;

        Assert.Equal(2.5, rate.Index, 12);
        Assert.Equal(1.1261564003469628, rate.Low!.Value, 9);
        Assert.Equal(5.549850800541033, rate.High!.Value, 9);
    }

    /// <summary>
    /// The Physicians' Health Study (189 of 11,034 on placebo, 104 of 11,037 on aspirin), as in Agresti, An Introduction to Categorical Data Analysis:
    /// relative risk 1.82. The limits are not taken from there but worked out by hand: ln 1.8178 = 0.5976, standard error 0.12135, and so exp(0.3598) and exp(0.8355).
    /// </summary>
    [Fact]
    public void The_index_is_that_of_the_textbook_example_of_the_physicians_health_study()
    {
        var rate = RelativeRate.Of(189, 11_034, 104, 11_037)!;

        Assert.Equal(1.82, rate.Index, 2);
        Assert.Equal(1.433, rate.Low!.Value, 3);
        Assert.Equal(2.306, rate.High!.Value, 3);
    }

    /// <summary>
    /// Rothman, Epidemiology: An Introduction (2nd edition 2012), chapter 9, table 9-2: 136 cancers in 22,050 person-years of the blind, 1,709 in 127,650 of
    /// the severely visually impaired. Ratio 0.46, 90% limits 0.40 and 0.53.
    /// </summary>
    [Fact]
    public void The_ratio_of_rates_of_events_and_its_interval_are_those_of_rothmans_worked_example()
    {
        var rate = RelativeRate.OfEvents(136, 22_050, 1_709, 127_650, z: 1.645)!;

        Assert.Equal(0.46, rate.Index, 2);
        Assert.Equal(0.40, rate.Low!.Value, 2);
        Assert.Equal(0.53, rate.High!.Value, 2);
    }

    [Fact]
    public void The_interval_of_events_is_wider_than_that_of_pupils_and_there_may_be_more_events_than_pupils()
    {
        var (pupils, events) = (RelativeRate.Of(40, 100, 20, 100)!, RelativeRate.OfEvents(40, 100, 20, 100)!);

        Assert.Equal(pupils.Index, events.Index, 12);
        Assert.True(events.Low < pupils.Low && events.High > pupils.High);
        Assert.Equal(3, RelativeRate.OfEvents(30, 10, 10, 10)!.Index, 12);
        Assert.Null(RelativeRate.OfEvents(5, 100, 0, 100));
        Assert.Equal(new RelativeRate(0, null, null), RelativeRate.OfEvents(0, 100, 5, 100));
    }

    [Fact]
    public void Equal_rates_have_an_index_of_one_within_an_interval_that_is_even_on_the_logarithmic_scale()
    {
        var rate = RelativeRate.Of(20, 100, 40, 200)!;

        Assert.Equal(1, rate.Index, 12);
        Assert.Equal(1, rate.Low!.Value * rate.High!.Value, 9);
    }

    [Fact]
    public void Without_a_reference_rate_there_is_no_index_and_without_anyone_affected_no_interval()
    {
        Assert.Null(RelativeRate.Of(5, 100, 0, 100));
        Assert.Null(RelativeRate.Of(0, 0, 5, 100));
        Assert.Null(RelativeRate.Of(5, 100, 0, 0));
        Assert.Equal(new RelativeRate(0, null, null), RelativeRate.Of(0, 100, 5, 100));
    }

    [Fact]
    public void Rates_are_per_hundred_and_a_small_number_takes_its_rate_and_index_with_it()
    {
        var rates = Rates(("Black", 200, 30), ("White", 400, 20), ("Asian", 100, 3), ("Mixed", 100, 9));

        var suspended = rates.Single(r => r.Measure == Measure.Suspended).Groups.ToDictionary(g => g.Group, StringComparer.Ordinal);
        Assert.True(suspended["Asian"].Affected.IsSuppressed);
        Assert.Equal((null, null, null), (suspended["Asian"].RatePer100, suspended["Asian"].Index, suspended["Asian"].High));
        Assert.Equal((15m, 3.0), (suspended["Black"].RatePer100, suspended["Black"].Index));
        // Secondary: one more is hidden, so that the three cannot be worked out from the total.
        Assert.Contains(suspended.Values, g => g.Group != "Asian" && g.Affected.IsSuppressed && g.RatePer100 is null);
        Assert.Equal("2021/22", rates[0].Period);
    }

    [Fact]
    public void Where_the_reference_group_is_small_nobody_has_an_index()
    {
        var rates = Rates(("Black", 200, 30), ("White", 400, 2), ("Asian", 100, 20));

        Assert.All(rates.Single(r => r.Measure == Measure.Suspended).Groups, g => Assert.Null(g.Index));
    }

    [Fact]
    public void A_number_of_pupils_hidden_in_one_measure_is_hidden_in_all()
    {
        var rates = Rates(("Black", 3, 3), ("White", 400, 20), ("Asian", 100, 20));

        Assert.All(rates, r => Assert.True(r.Groups.Single(g => g.Group == "Black").Pupils.IsSuppressed));
    }

    private static IReadOnlyList<PeriodRates> Rates(params (string Group, int Pupils, int Suspended)[] groups) =>
        PeriodRates.Of(
            [
                .. groups.Select(g =>
                    GroupFigure
                        .Of(
                            new(2021, null, null, Classification.EthnicGroup, g.Group, g.Pupils, g.Suspended, 0),
                            new(2022, 6, 14),
                            Guid.CreateVersion7()
                        )
                        .Value
                ),
            ],
            SmallNumbers.Default
        );
}

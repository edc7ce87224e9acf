namespace ChildQ.Schools.Disproportionality;

/// <summary>
/// The relative rate index: how often something happens to pupils of one group for each time it happens to as many pupils of the reference group. 1
/// is parity. With a 95% confidence interval by the logarithm method (Katz, Baptista, Azen and Pike, "Obtaining confidence intervals for the risk
/// ratio in cohort studies", Biometrics 34, 1978, method C): exp(ln RRI ± 1.96 √(1/a − 1/n₁ + 1/b − 1/n₀)).
/// </summary>
/// <param name="Index">Rate of the group divided by the rate of the reference group.</param>
/// <param name="Low">Lower end of the interval; none where it happened to nobody of the group.</param>
/// <param name="High">Upper end of the interval, likewise.</param>
public sealed record RelativeRate(double Index, double? Low, double? High)
{
    /// <summary>The 97.5th percentile of the standard normal distribution.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>None where the reference rate is zero, or a group has nobody: there is then nothing to divide by.</summary>
    /// <param name="affected">Pupils of the group to whom it happened at least once.</param>
    /// <param name="pupils">All pupils of the group.</param>
    /// <param name="affectedOfReference">The same of the reference group.</param>
    /// <param name="pupilsOfReference">All pupils of the reference group.</param>
    public static RelativeRate? Of(int affected, int pupils, int affectedOfReference, int pupilsOfReference)
    {
        if (pupils == 0 || pupilsOfReference == 0 || affectedOfReference == 0)
        {
            return null;
        }

        var (a, n1, b, n0) = ((double)affected, (double)pupils, (double)affectedOfReference, (double)pupilsOfReference);
        var index = a / n1 / (b / n0);
        if (affected == 0)
        {
            return new(0, null, null);
        }

        return Around(index, (1 / a) - (1 / n1) + (1 / b) - (1 / n0), Z);
    }

    /// <summary>
    /// The same of events, of which one pupil may have had several, so that there may be more of them than pupils: the ratio of two rates, with the
    /// interval exp(ln RRI ± z √(1/a + 1/b)) (Rothman, Epidemiology: An Introduction, 2nd edition 2012, chapter 9, equation 9-5). It is wider than that of
    /// pupils counted once.
    /// </summary>
    /// <param name="events">Events in the group.</param>
    /// <param name="pupils">All pupils of the group.</param>
    /// <param name="eventsOfReference">The same of the reference group.</param>
    /// <param name="pupilsOfReference">All pupils of the reference group.</param>
    /// <param name="z">How many standard errors to either side; 1.96 for 95%.</param>
    public static RelativeRate? OfEvents(int events, int pupils, int eventsOfReference, int pupilsOfReference, double z = Z)
    {
        if (pupils == 0 || pupilsOfReference == 0 || eventsOfReference == 0)
        {
            return null;
        }

        var index = (double)events / pupils / ((double)eventsOfReference / pupilsOfReference);
        return events == 0 ? new(0, null, null) : Around(index, (1d / events) + (1d / eventsOfReference), z);
    }

    private static RelativeRate Around(double index, double variance, double z)
    {
        var margin = z * Math.Sqrt(variance);
        return new(index, Math.Exp(Math.Log(index) - margin), Math.Exp(Math.Log(index) + margin));
    }
}

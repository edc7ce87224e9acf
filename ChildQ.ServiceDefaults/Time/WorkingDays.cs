namespace ChildQ.ServiceDefaults.Time;

/// <summary>
/// Working days in England: Monday to Friday, less the bank holidays of England and Wales. The holidays follow from the Banking and Financial
/// Dealings Act 1971 and common law (New Year's Day, Good Friday, Easter Monday, the first and last Monday in May, the last Monday in August,
/// Christmas Day, Boxing Day; one on a weekend moves to the next free weekday) and, where one was proclaimed or moved, from gov.uk/bank-holidays.
/// Right for 2021 onwards; a holiday that is proclaimed has to be entered here.
/// </summary>
public static class WorkingDays
{
    private static readonly DateOnly[] Proclaimed =
    [
        new(2022, 6, 2), // spring bank holiday, moved from 30 May
        new(2022, 6, 3), // Platinum Jubilee
        new(2022, 9, 19), // State Funeral of Queen Elizabeth II
        new(2023, 5, 8), // coronation of King Charles III
    ];

    private static readonly DateOnly[] Moved = [new(2022, 5, 30)];

    public static bool IsWorkingDay(this DateOnly day) => !IsWeekend(day) && !IsBankHoliday(day);

    /// <summary>The last of this many working days after a day: of 1, the next working day.</summary>
    /// <param name="count">0 or more.</param>
    public static DateOnly AddWorkingDays(this DateOnly from, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var day = from;
        for (var left = count; left > 0; )
        {
            day = day.AddDays(1);
            if (day.IsWorkingDay())
            {
                left--;
            }
        }

        return day;
    }

    /// <summary>How many working days have begun after a day, up to and with another; 0 where that is no later.</summary>
    public static int WorkingDaysUntil(this DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            if (day.IsWorkingDay())
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>A bank holiday of England and Wales; the days given in place of one that falls on a weekend are such, the weekend is not.</summary>
    public static bool IsBankHoliday(this DateOnly day) =>
        Array.IndexOf(Proclaimed, day) >= 0 || (Array.IndexOf(Moved, day) < 0 && BankHolidays(day.Year).Contains(day));

    private static IEnumerable<DateOnly> BankHolidays(int year)
    {
        var easter = EasterSunday(year);
        var christmas = Weekday(new(year, 12, 25));
        yield return Weekday(new(year, 1, 1));
        yield return easter.AddDays(-2);
        yield return easter.AddDays(1);
        yield return MondayFrom(new(year, 5, 1));
        yield return MondayFrom(new(year, 5, 25));
        yield return MondayFrom(new(year, 8, 25));
        yield return christmas;
        yield return BoxingDay(year, christmas);
    }

    // Christmas on a Saturday takes the Monday, on a Sunday the Tuesday, for Boxing Day then has the Monday.
    private static DateOnly Weekday(DateOnly day) =>
        day switch
        {
            { DayOfWeek: DayOfWeek.Saturday } => day.AddDays(2),
            { DayOfWeek: DayOfWeek.Sunday, Month: 12 } => day.AddDays(2),
            { DayOfWeek: DayOfWeek.Sunday } => day.AddDays(1),
            _ => day,
        };

    private static DateOnly BoxingDay(int year, DateOnly christmas)
    {
        var day = new DateOnly(year, 12, 26);
        while (IsWeekend(day) || day == christmas)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static DateOnly MondayFrom(DateOnly day) => day.AddDays(((int)DayOfWeek.Monday - (int)day.DayOfWeek + 7) % 7);

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>Gregorian computus (Meeus, Jones and Butcher).</summary>
    private static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var (century, ofCentury) = Math.DivRem(year, 100);
        var (leapCenturies, sinceLeapCentury) = Math.DivRem(century, 4);
        var correction = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - leapCenturies - correction + 15) % 30;
        var (leaps, sinceLeap) = Math.DivRem(ofCentury, 4);
        var toSunday = (32 + (2 * sinceLeapCentury) + (2 * leaps) - epact - sinceLeap) % 7;
        var late = (golden + (11 * epact) + (22 * toSunday)) / 451;
        var (month, day) = Math.DivRem(epact + toSunday - (7 * late) + 114, 31);
        return new(year, month, day + 1);
    }
}

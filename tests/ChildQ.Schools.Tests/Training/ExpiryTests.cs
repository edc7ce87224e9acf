using ChildQ.Contracts;
using ChildQ.Contracts.Schools;
using ChildQ.Schools.Register;
using ChildQ.Schools.Training;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Time;
using ChildQ.Testing;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Tests.Training;

/// <summary>Others are told once of each end of a school's training.</summary>
public sealed class ExpiryTests(SchoolsHost host) : IClassFixture<SchoolsHost>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await host.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_end_of_the_last_certificate_is_told_once_and_names_no_school()
    {
        await using var told = await Ear<TrainingExpired>.OpenAsync(host);
        var (school, later) = (await host.RegisterAsync(A.School(100_001)), await host.RegisterAsync(A.School(100_002)));
        var until = await AttendedAsync(school, months: 1);
        await AttendedAsync(school, months: 1, "SCH-TRA-102", Attendee.Governor);
        var last = await AttendedAsync(later, months: 4, "SCH-TRA-103");

        PassTo(until.AddMonths(1));
        await TellsAsync(2);
        PassTo(last);
        await TellsAsync(3);

        var heard = told.Heard.ToList();
        Assert.Equal([false, false, true], heard.Select(h => h.Board).Order());
        Assert.Equal(3, heard.Select(h => h.SourceId).Distinct().Count());
        Assert.All(
            heard,
            h =>
            {
                Assert.Equal((SharingLevel.Partners, "Adultification"), (h.Sharing, h.Topic));
                Assert.DoesNotContain("10000", h.Headline + h.Path, StringComparison.Ordinal);
                Assert.DoesNotContain($"{school.Id}", $"{h}", StringComparison.Ordinal);
            }
        );
        Assert.Contains("A school is no longer trained in adultification", heard.Select(h => h.Headline));

        async Task TellsAsync(int times) =>
            await Eventually.TrueAsync(() => Task.FromResult(told.Heard.Count == times), $"{times} ends are told");
    }

    [Fact]
    public async Task Whoever_was_trained_again_in_time_is_not_told_of()
    {
        await using var told = await Ear<TrainingExpired>.OpenAsync(host);
        var (one, two) = (await host.RegisterAsync(A.School(100_001)), await host.RegisterAsync(A.School(100_002)));
        var until = await AttendedAsync(one, months: 1);
        await AttendedAsync(one, months: 12, "SCH-TRA-102");
        await AttendedAsync(two, months: 1, "SCH-TRA-103");

        PassTo(until.AddMonths(1));

        await Eventually.TrueAsync(() => Task.FromResult(told.Heard.Count == 1), "the other school's end is told");
        Assert.Equal([two.Id], await host.InScopeAsync(db => db.Set<TrainingExpiry>().Select(e => e.SchoolId).ToListAsync()));
    }

    /// <summary>One came; the London date on which the certificate ceases to hold is returned.</summary>
    private async Task<DateOnly> AttendedAsync(
        SchoolView school,
        int months,
        string reference = "SCH-TRA-101",
        Attendee attendee = Attendee.Staff
    )
    {
        var on = host.Clock.Today().AddDays(1);
        var session = await host.AnnounceAsync(A.Training(reference: reference) with { On = on, CertificateMonths = months });
        using var lead = host.As(Roles.SchoolsLead);
        using var own = host.As(Roles.School, school.Urn);
        var booking = await own.BookAsync(session.Id, attendee: attendee);
        host.Clock.Advance(TimeSpan.FromDays(2));
        await lead.AttendAsync(session.Id, new Attendance(booking.Id, 1)).ReadAsync<TrainingView>();
        return on.AddMonths(months);
    }

    private void PassTo(DateOnly day) => host.Clock.Advance(TimeSpan.FromDays(day.DayNumber - host.Clock.Today().DayNumber));
}

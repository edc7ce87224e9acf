using System.Net;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Problems;

namespace ChildQ.Schools.Tests;

/// <summary>Schools put on the register as a lead does, and on paper.</summary>
internal static class Registered
{
    private static int _moment;

    public static async Task<SchoolView> RegisterAsync(this SchoolsHost host, SchoolText school)
    {
        using var lead = host.As(Roles.SchoolsLead);
        return await lead.SendJsonAsync("/api/schools/schools", school).ReadAsync<SchoolView>(HttpStatusCode.Created);
    }

    public static School OnPaper(int urn = 100_001) => School.Register(A.School(urn), new DateOnly(2022, 6, 14)).Value;

    /// <summary>Each recorded a moment after the one before, as they are when one waits for the other.</summary>
    public static Recording On(DateOnly today, DateOnly? on = null) =>
        new(on, today, new DateTimeOffset(today, new TimeOnly(9, 0), TimeSpan.Zero).AddMilliseconds(Interlocked.Increment(ref _moment)));

    public static string? Refusal(this Result result) => result.IsOk ? null : result.Broken[0].Type;
}

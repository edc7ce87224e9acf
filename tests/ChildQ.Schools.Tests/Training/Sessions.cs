using System.Net;
using System.Text.Json;
using ChildQ.Schools.Register;
using ChildQ.Schools.Training;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Schools.Tests.Training;

/// <summary>Sessions as a lead announces them and schools book them; and on paper.</summary>
internal static class Sessions
{
    public const string Address = "/api/schools/training";

    public static Moment At(int day, int hour = 10) => At(new DateOnly(2022, 6, day), hour);

    public static Moment At(DateOnly day, int hour = 10)
    {
        var wall = day.ToDateTime(new TimeOnly(hour, 0));
        return new(day, wall, new DateTimeOffset(wall, ServiceDefaults.Time.London.Zone.GetUtcOffset(wall)));
    }

    public static TrainingSession OnPaper(TrainingText? text = null) => TrainingSession.Announce(text ?? A.Training(), At(14)).Value;

    public static TrainingBooking Booked(this TrainingSession session, School school, int places = 1, Attendee attendee = Attendee.Staff) =>
        session.Book(school, new(null, attendee, places), At(14)).Value;

    public static async Task<TrainingView> AnnounceAsync(this SchoolsHost host, TrainingText? text = null)
    {
        using var lead = host.As(Roles.SchoolsLead);
        return await lead.SendJsonAsync(Address, text ?? A.Training()).ReadAsync<TrainingView>(HttpStatusCode.Created);
    }

    public static Task<HttpResponseMessage> AskAsync(
        this HttpClient caller,
        Guid session,
        int places = 1,
        Attendee attendee = Attendee.Staff,
        int? urn = null
    ) => caller.SendJsonAsync($"{Address}/{session}/bookings", new PlacesAsked(urn, attendee, places));

    public static Task<TrainingBookingView> BookAsync(
        this HttpClient caller,
        Guid session,
        int places = 1,
        Attendee attendee = Attendee.Staff
    ) => caller.AskAsync(session, places, attendee).ReadAsync<TrainingBookingView>(HttpStatusCode.Created);

    public static Task<HttpResponseMessage> ReturnAsync(this HttpClient caller, Guid session, Guid booking, int? places = null) =>
        caller.SendJsonAsync($"{Address}/{session}/bookings/{booking}/return", new PlacesReturned(places));

    public static Task<HttpResponseMessage> AttendAsync(this HttpClient lead, Guid session, params Attendance[] attendance) =>
        lead.SendJsonAsync($"{Address}/{session}/attendance", new AttendanceRecorded(attendance));

    public static async Task<IReadOnlyList<TrainingBookingView>> BookingsAsync(this HttpClient lead, Guid session) =>
        (await lead.GetAsync<TrainingView>($"{Address}/{session}")).Bookings;

    public static async Task<string> RefusedAsync(this Task<HttpResponseMessage> answer) =>
        (await answer.ReadAsync<JsonElement>(HttpStatusCode.UnprocessableEntity)).GetProperty("type").GetString()!;
}

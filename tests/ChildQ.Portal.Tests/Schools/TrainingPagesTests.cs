using System.Net;
using System.Text.Json;
using ChildQ.Portal.Pages.Schools.Training;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Portal.Tests.Schools;

public sealed class TrainingPagesTests(PortalHost portal) : PortalTests(portal)
{
    private static readonly Guid Id = Guid.CreateVersion7();
    private static readonly Guid Booking = Guid.CreateVersion7();
    private static readonly string One = $"/api/schools/training/{Id}";

    private static object Session(
        string places = "available",
        string status = "planned",
        string? forWhom = null,
        params object[] bookings
    ) =>
        new
        {
            id = Id,
            reference = "SCH-TRA-101",
            kind = "training",
            title = "Adultification",
            topics = new[] { "adultification", "antiRacismLeadership" },
            forWhom = forWhom is null ? [] : new[] { forWhom },
            on = "2022-06-17",
            startsAt = "13:30:00",
            endsAt = "16:00:00",
            capacity = 10,
            status,
            moves = Array.Empty<object>(),
            places,
            placesFree = 4,
            waiting = 1,
            bookings,
            knownOn = "2022-06-13",
        };

    private static object Booked(string state = "booked", int? attended = null) =>
        new
        {
            id = Booking,
            urn = 100_001,
            school = "Sample School 100001",
            @for = "staff",
            places = 3,
            state,
            placeInLine = state == "waiting" ? 2 : (int?)null,
            askedOn = "2022-06-14",
            movedUpOn = state == "booked" ? "2022-06-15" : null,
            attended,
        };

    [Theory]
    [InlineData("trained", "2024-06-17", "Until 17 June 2024")]
    [InlineData("trained", null, "Yes, without end")]
    [InlineData("expired", "2024-06-17", "Expired on 17 June 2024")]
    [InlineData("never", null, "Never")]
    public void A_standing_is_said_in_words(string state, string? until, string words)
    {
        DateOnly? day = until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(words, TrainingWords.Standing(new("adultification", "board", state, null, day, false)));
    }

    [Fact]
    public async Task Anyone_reads_the_calendar_and_is_offered_nothing_to_do()
    {
        Backend.Answers("GET", "/api/schools/training", new { items = new[] { Session("full") }, next = (string?)null });
        using var anyone = Portal.Anonymous();

        var page = await anyone.GetStringAsync("/schools/training?topic=adultification", Cancel);

        Assert.Contains("17 June 2022", page, StringComparison.Ordinal);
        Assert.Contains("Waiting list", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Add a session", page, StringComparison.Ordinal);
        Assert.Contains("topic=adultification", Assert.Single(Backend.Asked).Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_school_sees_its_places_and_may_give_them_back()
    {
        Backend.Answers("GET", One, Session("full", bookings: Booked()), etag: "\"1\"");
        using var head = Portal.As(Roles.School, school: 100_001);

        var page = await head.GetStringAsync($"/schools/training/{Id}", Cancel);

        Assert.Contains("Join the waiting list", page, StringComparison.Ordinal);
        Assert.Contains("3 places for staff", page, StringComparison.Ordinal);
        Assert.Contains("moved up from the waiting list on 15 June 2022", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/schools/training/{Id}/return/{Booking}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Record attendance", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_session_offers_no_booking()
    {
        Backend.Answers("GET", One, Session("notBookable", "cancelled", bookings: Booked("waiting")));
        using var head = Portal.As(Roles.School, school: 100_001);

        var page = await head.GetStringAsync($"/schools/training/{Id}", Cancel);

        Assert.DoesNotContain("Book places", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/return/", page, StringComparison.Ordinal);
        Assert.Contains("2 in line", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Places_are_booked_for_the_roles_that_it_is_for()
    {
        Backend.Answers("GET", One, Session(forWhom: "governor"), etag: "\"1\"");
        Backend.Answers("POST", $"{One}/bookings", new { id = Booking }, 201);
        using var head = Portal.As(Roles.School, school: 100_001);

        var page = await head.GetStringAsync($"/schools/training/{Id}/book", Cancel);
        using var answer = await head.SendFormAsync(
            $"/schools/training/{Id}/book",
            [new("Form.For", "governor"), new("Form.Places", "2")],
            Cancel
        );

        Assert.DoesNotContain("value=\"staff\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Form.Urn", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var sent = Backend.Asked.Single(a => a.Method == "POST");
        Assert.True(sent.Headers.ContainsKey("Idempotency-Key"));
        var body = JsonDocument.Parse(sent.Body).RootElement;
        Assert.Equal(("governor", 2), (body.GetProperty("for").GetString(), body.GetProperty("places").GetInt32()));
    }

    [Fact]
    public async Task What_is_refused_stands_beside_its_field()
    {
        Backend.Answers("GET", One, Session(), etag: "\"1\"");
        Backend.Answers(
            "POST",
            $"{One}/bookings",
            new
            {
                type = "training/already-booked",
                detail = "Your school has asked already.",
                errors = new Dictionary<string, string[]> { ["for"] = ["Your school has asked already."] },
            },
            422
        );
        using var head = Portal.As(Roles.School, school: 100_001);

        using var answer = await head.SendFormAsync(
            $"/schools/training/{Id}/book",
            [new("Form.For", "staff"), new("Form.Places", "2")],
            Cancel
        );

        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("There is a problem", page, StringComparison.Ordinal);
        Assert.Contains("Your school has asked already.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attendance_is_asked_of_each_booking_with_places_and_none_is_nobody()
    {
        Backend.Answers("GET", One, Session("notBookable", "planned", null, Booked()), etag: "\"1\"");
        Backend.Answers("POST", $"{One}/attendance", Session("notBookable", "held"));
        using var lead = Portal.As(Roles.SchoolsLead);

        var page = await lead.GetStringAsync($"/schools/training/{Id}/attendance", Cancel);
        using var answer = await lead.SendFormAsync($"/schools/training/{Id}/attendance", [new($"Form.Attended[{Booking}]", "")], Cancel);

        Assert.Contains("Sample School 100001: of 3 places for staff", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var told = JsonDocument.Parse(Backend.Asked.Single(a => a.Method == "POST").Body).RootElement.GetProperty("attendance")[0];
        Assert.Equal((Booking, 0), (told.GetProperty("booking").GetGuid(), told.GetProperty("attended").GetInt32()));
    }

    [Fact]
    public async Task Coverage_shows_the_columns_asked_for_and_what_soon_ends()
    {
        Backend.Answers("GET", "/api/schools/training/coverage", Coverage());
        using var lead = Portal.As(Roles.SchoolsLead);

        var page = await lead.GetStringAsync("/schools/training/coverage?part=board&expiresSoon=true", Cancel);

        Assert.Contains("Governing board: Adultification", page, StringComparison.Ordinal);
        Assert.DoesNotContain("School: Adultification", page, StringComparison.Ordinal);
        Assert.Contains("Until 17 June 2024 (soon)", page, StringComparison.Ordinal);
        Assert.Contains("/api/schools/training/coverage/export.csv?part=board&amp;expiresSoon=true", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task My_school_shows_its_places_its_gaps_and_what_soon_ends()
    {
        Backend.Answers("GET", "/api/schools/matrix", new { items = new[] { Row() }, next = (string?)null });
        Backend.Answers("GET", "/api/schools/training/schools/100001", School());
        using var head = Portal.As(Roles.School, school: 100_001);

        var page = await head.GetStringAsync("/schools/my-school", Cancel);

        Assert.Contains("Book training in the topics", page, StringComparison.Ordinal);
        Assert.Contains("Certificates that end within 60 days", page, StringComparison.Ordinal);
        Assert.Contains("moved up from the waiting list on 15 June 2022", page, StringComparison.Ordinal);
        Assert.Contains("Nothing: trained in every topic", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.Councillor)]
    [InlineData(Roles.School)]
    public async Task Only_a_lead_reaches_the_forms_that_keep_the_register(string role)
    {
        using var reader = Portal.As(role, school: 100_001);

        foreach (var form in new[] { "edit", "import", $"{Id}/move", $"{Id}/cancel", $"{Id}/attendance" })
        {
            using var answer = await reader.GetAsync(new Uri($"/schools/training/{form}", UriKind.Relative), Cancel);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    private static object Standing(string part, string state, bool soon) =>
        new
        {
            topic = "adultification",
            part,
            state,
            on = state == "never" ? null : "2022-06-17",
            until = state == "never" ? null : "2024-06-17",
            expiresSoon = soon,
        };

    private static object Coverage() =>
        new
        {
            asAt = "2024-05-01",
            totals = new[] { Total("school"), Total("board") },
            schools = new[]
            {
                new
                {
                    id = Id,
                    urn = 100_001,
                    school = "Sample School 100001",
                    phase = "Secondary",
                    gaps = 1,
                    expiringSoon = 1,
                    standings = new[] { Standing("school", "never", false), Standing("board", "trained", true) },
                },
            },
        };

    private static object Total(string part) =>
        new
        {
            topic = "adultification",
            part,
            trained = 1,
            expired = 0,
            never = 0,
            expiringSoon = 1,
        };

    private static object School() =>
        new
        {
            id = Id,
            urn = 100_001,
            school = "Sample School 100001",
            gaps = 1,
            standings = new[] { Standing("school", "never", false), Standing("board", "trained", true) },
            expiringSoon = new[] { Standing("board", "trained", true) },
            bookings = new[]
            {
                new
                {
                    sessionId = Id,
                    title = "Adultification",
                    kind = "training",
                    status = "planned",
                    on = "2022-06-17",
                    booking = Booked(),
                },
            },
        };

    private static object Row() =>
        new
        {
            id = Id,
            urn = 100_001,
            school = "Sample School 100001",
            phase = "Secondary",
            statementMissing = Array.Empty<string>(),
            charter = "adopted",
            distance = new
            {
                expectation = "met",
                deadline = "2023-04-30",
                metOn = "2022-09-01",
                days = 241,
            },
            voicesMissing = Array.Empty<string>(),
            support = Array.Empty<object>(),
            next = new[] { "training" },
            training = new
            {
                topics = 6,
                school = 5,
                board = 6,
                expired = 0,
                expiringSoon = 1,
            },
        };
}

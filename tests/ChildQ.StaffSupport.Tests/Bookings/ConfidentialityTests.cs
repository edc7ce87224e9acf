using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Access;
using ChildQ.StaffSupport.Bookings;
using ChildQ.StaffSupport.Sessions;
using ChildQ.Testing;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChildQ.StaffSupport.Tests.Bookings;

/// <summary>That somebody booked is seen by that person and the session's facilitator, and by nobody else, anywhere.</summary>
public sealed class ConfidentialityTests(StaffSupportHost host) : IClassFixture<StaffSupportHost>, IAsyncLifetime
{
    private const string Root = "/api/staff-support";

    public async ValueTask InitializeAsync() => await host.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Nothing_that_anybody_else_can_read_changes_when_somebody_books_or_gives_back()
    {
        var session = await ScheduleAsync(A.Session());
        var small = await ScheduleAsync(A.Session("STF-SES-102") with { Capacity = 1 });
        var before = await EverythingReadableAsync(session, small);

        await BookAsync(session, "person-1");
        await BookAsync(session, "person-2");
        await BookAsync(small, "person-1");
        await BookAsync(small, "person-2");
        await GiveBackAllAsync("person-2");

        var after = await EverythingReadableAsync(session, small);
        Assert.Equal(before, after);
        Assert.Contains(before, b => b.Contains("200", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_role_but_the_sessions_own_facilitator_sees_its_bookings()
    {
        var session = await ScheduleAsync(A.Session());
        await BookAsync(session, "person-1");

        foreach (var role in Roles.All.Where(r => r != Roles.Facilitator))
        {
            // Even where the account is the facilitator's.
            using var caller = host.As(role, subject: "facilitator-1");
            using var answer = await caller.GetAsync($"{Root}/sessions/{session}/bookings");
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        using var other = host.As(Roles.Facilitator, subject: "facilitator-2");
        Assert.Equal("not-found", await other.GetAsync($"{Root}/sessions/{session}/bookings").ProblemTypeAsync(HttpStatusCode.NotFound));
        using var own = host.As(Roles.Facilitator, subject: "facilitator-1");
        Assert.Equal("person-1", Assert.Single(await own.GetAsync<List<SessionBookingView>>($"{Root}/sessions/{session}/bookings")).Person);
    }

    [Fact]
    public async Task Only_staff_book_see_their_own_and_give_back()
    {
        foreach (var role in Roles.All.Where(r => r != Roles.Staff))
        {
            using var caller = host.As(role);
            using var book = await caller.PostAsync($"{Root}/sessions/{Guid.NewGuid()}/bookings", content: null);
            using var mine = await caller.GetAsync($"{Root}/bookings/mine");
            using var give = await caller.DeleteAsync($"{Root}/bookings/{Guid.NewGuid()}");
            Assert.Equal(
                [HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden],
                [book.StatusCode, mine.StatusCode, give.StatusCode]
            );
        }
    }

    [Fact]
    public async Task No_event_ever_tells_of_a_booking()
    {
        var heard = new ConcurrentQueue<IReportable>();
        await using var ear = await Ear.OpenAsync(host, heard.Enqueue);
        var session = await ScheduleAsync(A.Session() with { Capacity = 1 });
        await BookAsync(session, "person-1");
        await BookAsync(session, "person-2");
        await GiveBackAllAsync("person-1");

        await ScheduleAsync(A.Session("STF-SES-999")); // comes out of the outbox behind everything before it

        await Eventually.TrueAsync(() => Task.FromResult(heard.Any(e => e.Reference == "STF-SES-999")), "the last event");
        Assert.Equal(["STF-SES-101", "STF-SES-999"], heard.Select(e => e.Reference).Order(StringComparer.Ordinal));
        Assert.Equal(0, await host.InScopeAsync(db => Task.FromResult(db.Outbox.Count(m => m.Body.Contains("person-")))));
    }

    [Fact]
    public async Task The_audit_keeps_who_inside_the_service_and_its_endpoint_tells_only_that_the_chain_is_intact()
    {
        var session = await ScheduleAsync(A.Session());
        var person = $"person-{Guid.NewGuid():N}";
        await BookAsync(session, person);
        using var operations = host.As(Roles.Operations);

        var chain = await operations.GetStringAsync($"{Root}/operations/audit-chain");

        Assert.Equal(
            1,
            await host.InScopeAsync(db => Task.FromResult(db.AuditLog.Count(e => e.Subject == "Booking" && e.Actor == person)))
        );
        Assert.DoesNotContain(person, chain, StringComparison.Ordinal);
        Assert.Contains("\"intact\":true", chain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_at_the_sessions_of_a_past_quarter_are_counted_once_with_small_numbers_suppressed()
    {
        var listening = await ScheduleAsync(A.Session() with { Capacity = 20 });
        var again = await ScheduleAsync(A.Session("STF-SES-102") with { Capacity = 20 });
        var dropIn = await ScheduleAsync(A.Session("STF-SES-103") with { Kind = SessionKind.DropIn, Capacity = 20 });
        var briefing = await ScheduleAsync(A.Session("STF-SES-104") with { Kind = SessionKind.Briefing, Capacity = 20 });
        await BookAllAsync(listening, 12);
        await BookAllAsync(again, 12); // the same twelve
        await BookAllAsync(dropIn, 3);
        await BookAllAsync(briefing, 9);
        using var lead = host.As(Roles.StaffLead);
        var now = host.Clock.GetUtcNow();

        var running = await lead.GetAsync($"{Root}/sessions/attendance?year=2022&quarter=2")
            .ProblemTypeAsync(HttpStatusCode.UnprocessableEntity);
        host.Clock.Advance(TimeSpan.FromDays(30));
        var table = await lead.GetAsync<JsonElement>($"{Root}/sessions/attendance?year=2022&quarter=2");
        var next = await lead.GetAsync($"{Root}/sessions/attendance?year=2022&quarter=3")
            .ProblemTypeAsync(HttpStatusCode.UnprocessableEntity);

        host.Clock.AdjustTime(now);
        Assert.Equal(("attendance/quarter-not-over", "attendance/quarter-not-over"), (running, next));
        var rows = table.GetProperty("rows").EnumerateArray().ToDictionary(r => r.GetProperty("label").GetString()!, Total);
        Assert.Null(rows["Drop-in"]);
        Assert.Equal(12, rows["Peer listening"]);
        Assert.Equal(0, rows["Question and answer"]);
        // One number more is kept back: otherwise the total would give the three away.
        Assert.True(rows["Briefing"] is null || Total(table.GetProperty("totals")) is null);
    }

    private static int? Total(JsonElement row) =>
        row.GetProperty("total").GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? value.GetInt32() : null;

    /// <summary>Every answer with its ETag, at every endpoint that reads, for everybody who has no part in a booking.</summary>
    private async Task<List<string>> EverythingReadableAsync(params Guid[] sessions)
    {
        string[] paths =
        [
            "/sessions",
            "/sessions?when=past",
            "/sessions/export.csv",
            "/sessions/attendance?year=2022&quarter=1",
            "/sessions/attendance?year=2022&quarter=2",
            "/bookings/mine",
            "/steps",
            "/operations/failed-messages",
            .. sessions.SelectMany(s => new[] { $"/sessions/{s}", $"/sessions/{s}/bookings" }),
        ];
        List<string> answers = [];
        foreach (var role in Roles.All)
        {
            using var caller = host.As(role, subject: "somebody-else");
            foreach (var path in paths)
            {
                using var response = await caller.GetAsync(Root + path);
                var body = response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : "";
                answers.Add($"{role} {path} {(int)response.StatusCode} {response.Headers.ETag} {body}");
            }
        }

        return answers;
    }

    private async Task<Guid> ScheduleAsync(SessionText text)
    {
        using var lead = host.As(Roles.StaffLead);
        return (await lead.SendJsonAsync($"{Root}/sessions", text).ReadAsync<SessionView>(HttpStatusCode.Created)).Id;
    }

    private async Task BookAsync(Guid session, string person)
    {
        using var staff = host.As(Roles.Staff, subject: person);
        await staff.PostAsync($"{Root}/sessions/{session}/bookings", content: null).ReadAsync<MyBookingView>(HttpStatusCode.Created);
    }

    private Task BookAllAsync(Guid session, int people) =>
        Task.WhenAll(Enumerable.Range(1, people).Select(n => BookAsync(session, $"person-{n}")));

    private async Task GiveBackAllAsync(string person)
    {
        using var staff = host.As(Roles.Staff, subject: person);
        foreach (var booking in await staff.GetAsync<List<MyBookingView>>($"{Root}/bookings/mine"))
        {
            using var given = await staff.DeleteAsync($"{Root}/bookings/{booking.Id}");
            Assert.Equal(HttpStatusCode.NoContent, given.StatusCode);
        }
    }

    /// <summary>Another service on the same broker, listening to everything reportable.</summary>
    private sealed class Ear(IBusControl bus) : IAsyncDisposable
    {
        public static async Task<Ear> OpenAsync(StaffSupportHost host, Action<IReportable> hear)
        {
            var broker = host.Services.GetRequiredService<IConfiguration>().GetConnectionString("messaging")!;
            var bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
            {
                rabbit.Host(new Uri(broker));
                rabbit.ReceiveEndpoint(
                    $"ear-{Guid.NewGuid():N}",
                    endpoint =>
                    {
                        endpoint.AutoDelete = true;
                        endpoint.Handler<IReportable>(context =>
                        {
                            hear(context.Message);
                            return Task.CompletedTask;
                        });
                    }
                );
            });
            await bus.StartAsync();
            return new Ear(bus);
        }

        public async ValueTask DisposeAsync() => await bus.StopAsync();
    }
}

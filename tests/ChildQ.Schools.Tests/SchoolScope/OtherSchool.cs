using System.Net;
using System.Text.Json;
using ChildQ.Schools.PoliceVisits;
using ChildQ.Schools.Register;
using ChildQ.Schools.Training;
using ChildQ.Schools.Voice;
using ChildQ.ServiceDefaults.Access;
using ChildQ.Testing;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace ChildQ.Schools.Tests.SchoolScope;

/// <summary>
/// Everything that belongs to another school, and how each endpoint with an id of a school's thing is called about it. A new endpoint that lets
/// <c>school</c> users in and takes an id gets its line in <see cref="Known"/>, and what it is about is made in <see cref="MakeAsync"/>.
/// </summary>
internal sealed class OtherSchool
{
    public const int Own = 100_001;
    public const int Urn = 100_002;

    /// <summary>Stands in texts of the other school, so that an answer which holds it gives the other school away.</summary>
    public const string Mark = "belongs-to-the-other-school";

    private readonly Dictionary<string, Call> _known = new(StringComparer.Ordinal);

    private OtherSchool() { }

    /// <summary>What is published of every school, to everyone (ACCESS.md).</summary>
    public static IReadOnlyList<string> Published { get; } = ["GET /api/schools/charters/status"];

    /// <summary>How to call an endpoint about the other school's thing.</summary>
    /// <param name="Path">With the other school's id or URN.</param>
    /// <param name="Body">A body that would be taken, were it the caller's own.</param>
    public sealed record Call(string Path, object? Body = null);

    /// <summary>By method and route: <c>GET /api/schools/schools/{id:guid}</c>.</summary>
    public IReadOnlyDictionary<string, Call> Known => _known;

    /// <summary>Whatever would show in an answer that something of the other school is in it.</summary>
    public List<string> Signs { get; } = [$"{Urn}", Mark];

    public static async Task<OtherSchool> MakeAsync(SchoolsHost host)
    {
        var other = new OtherSchool();
        using var lead = host.As(Roles.SchoolsLead);
        using var school = host.As(Roles.School, Urn);
        await lead.SendJsonAsync("/api/schools/schools", A.School(Own)).ReadAsync<SchoolView>(HttpStatusCode.Created);
        var text = A.School(Urn) with { Trust = Mark };
        var registered = await lead.SendJsonAsync("/api/schools/schools", text).ReadAsync<SchoolView>(HttpStatusCode.Created);
        other.AddRegister(registered.Id);
        other.AddSteps(registered.Id);
        await other.AddGuidanceAsync(host, school);
        await other.AddVoiceAsync(school);
        await other.AddGovernorsAsync(school);
        await other.AddVisitsAsync(school);
        await other.AddTrainingAsync(lead, school);
        return other;
    }

    private void AddRegister(Guid id)
    {
        Signs.Add($"{id}");
        Add("GET /schools/{id:guid}", $"/schools/{id}");
        Add("GET /schools/{id:guid}/history", $"/schools/{id}/history");
    }

    private async Task AddGuidanceAsync(SchoolsHost host, HttpClient school)
    {
        await host.Services.GetRequiredService<IBus>().Publish(A.Protocol());
        await Eventually.TrueAsync(
            async () => (await school.ListAsync<JsonElement>("/api/schools/guidance/receipts")).Count == 1,
            "the receipt that the other school owes"
        );
        var receipt = (await school.ListAsync<JsonElement>("/api/schools/guidance/receipts"))[0].GetProperty("id").GetGuid();
        Signs.Add($"{receipt}");
        Add("GET /guidance/receipts/{id:guid}", $"/guidance/receipts/{receipt}");
        Add(
            "POST /guidance/receipts/{id:guid}/acknowledgement",
            $"/guidance/receipts/{receipt}/acknowledgement",
            new { As = "headteacher" }
        );
        Add(
            "POST /guidance/receipts/{id:guid}/adoption",
            $"/guidance/receipts/{receipt}/adoption",
            new
            {
                MeetingOn = "2022-06-13",
                MinuteReference = "7.2",
                As = "headteacher",
            }
        );
    }

    /// <summary>What each school has one of goes by the school's own id.</summary>
    private void AddSteps(Guid id)
    {
        const string Statement = "/statements/{id:guid}";
        const string Charter = "/charters/{id:guid}";
        const string Support = "/support-offers/{id:guid}";
        Add($"GET {Statement}", $"/statements/{id}");
        Add(
            $"POST {Statement}/commitments",
            $"/statements/{id}/commitments",
            new
            {
                As = "headteacher",
                PupilVoice = true,
                ParentVoice = true,
            }
        );
        Add($"POST {Statement}/withdrawals", $"/statements/{id}/withdrawals", new { As = "headteacher", Reason = "Mistaken." });
        Add($"GET {Charter}", $"/charters/{id}");
        Add($"POST {Charter}/stages", $"/charters/{id}/stages", new { Stage = "workingTowards" });
        Add($"POST {Charter}/inputs", $"/charters/{id}/inputs", new { Voice = "children", Summary = "Heard." });
        Add(
            $"POST {Charter}/metrics",
            $"/charters/{id}/metrics",
            new
            {
                Area = "Attendance",
                Value = 94.5m,
                Unit = "%",
            }
        );
        Add($"GET {Support}", $"/support-offers/{id}");
        Add($"POST {Support}/changes", $"/support-offers/{id}/changes", new { Support = "youngHackney", State = "takenUp" });
    }

    private async Task AddVoiceAsync(HttpClient school)
    {
        var text = A.Listening() with { Said = Mark };
        var heard = await school.SendJsonAsync("/api/schools/voice/listenings", text).ReadAsync<JsonElement>(HttpStatusCode.Created);
        var id = heard.GetProperty("id").GetGuid();
        Signs.Add($"{id}");
        Add("POST /voice/listenings", "/voice/listenings", text with { Urn = Urn });
        Add("GET /voice/listenings/{id:guid}", $"/voice/listenings/{id}");
        Add("POST /voice/listenings/{id:guid}/answers", $"/voice/listenings/{id}/answers", new AnswerText("Done.", null));
        Add("POST /voice/listenings/{id:guid}/withdrawal", $"/voice/listenings/{id}/withdrawal", new Withdrawal("Recorded twice."));
        Add("GET /voice/representation/{urn:int}", $"/voice/representation/{Urn}");
    }

    private async Task AddGovernorsAsync(HttpClient school)
    {
        await school.SendJsonAsync("/api/schools/governors/snapshots", A.Board()).ReadAsync<JsonElement>(HttpStatusCode.Created);
        Add("POST /governors/snapshots", "/governors/snapshots", A.Board(Urn));
        Add("GET /governors/{urn:int}", $"/governors/{Urn}");
        Add("GET /governors/{urn:int}/snapshots", $"/governors/{Urn}/snapshots");
    }

    private async Task AddVisitsAsync(HttpClient school)
    {
        const string Visits = "/police-visits";
        var visit = A.Visit() with { Note = Mark };
        var recorded = await school
            .SendJsonAsync($"/api/schools{Visits}", new NewVisit(null, visit))
            .ReadAsync<JsonElement>(HttpStatusCode.Created);
        var id = recorded.GetProperty("id").GetGuid();
        var search = await school
            .SendJsonAsync($"/api/schools{Visits}/{id}/searches", A.Search())
            .ReadAsync<JsonElement>(HttpStatusCode.Created);
        var searched = search.GetProperty("id").GetGuid();
        Signs.AddRange([$"{id}", $"{searched}"]);
        Add($"GET {Visits}/{{id:guid}}", $"{Visits}/{id}");
        Add($"POST {Visits}", Visits, new NewVisit(Urn, visit));
        Add($"POST {Visits}/{{id:guid}}/corrections", $"{Visits}/{id}/corrections", new VisitCorrection(visit, "Mistaken."));
        Add($"POST {Visits}/{{id:guid}}/searches", $"{Visits}/{id}/searches", A.Search());
        Add(
            $"POST {Visits}/{{id:guid}}/searches/{{search:guid}}/corrections",
            $"{Visits}/{id}/searches/{searched}/corrections",
            new SearchCorrection(A.Search(), "Mistaken.")
        );
    }

    private async Task AddTrainingAsync(HttpClient lead, HttpClient school)
    {
        var session = await lead.SendJsonAsync("/api/schools/training", A.Training()).ReadAsync<JsonElement>(HttpStatusCode.Created);
        var id = session.GetProperty("id").GetGuid();
        var booked = await school
            .SendJsonAsync($"/api/schools/training/{id}/bookings", new PlacesAsked(null, Attendee.Staff, 2))
            .ReadAsync<JsonElement>(HttpStatusCode.Created);
        var booking = booked.GetProperty("id").GetGuid();
        Signs.Add($"{booking}");
        Add("POST /training/{id:guid}/bookings", $"/training/{id}/bookings", new PlacesAsked(Urn, Attendee.Governor, 1));
        Add("POST /training/{id:guid}/bookings/{booking:guid}/return", $"/training/{id}/bookings/{booking}/return", new PlacesReturned());
        Add("GET /training/schools/{urn:int}", $"/training/schools/{Urn}");
    }

    private void Add(string route, string path, object? body = null)
    {
        var (method, template) = (route.Split(' ')[0], route.Split(' ')[1]);
        _known.Add($"{method} /api/schools{template}", new($"/api/schools{path}", body));
    }
}

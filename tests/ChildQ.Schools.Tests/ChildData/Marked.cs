using System.Net;
using System.Text;
using System.Text.Json;
using ChildQ.Schools.Charter;
using ChildQ.Schools.PoliceVisits;
using ChildQ.Schools.Pupils;
using ChildQ.Schools.Voice;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Import;

namespace ChildQ.Schools.Tests.ChildData;

/// <summary>A school's day with marks in everything that is written about children: what is kept, and what is refused.</summary>
internal sealed class Marked(SchoolsHost host)
{
    /// <summary>Stands in for a child's name.</summary>
    public const string Name = "Zqxmarker";

    private const string Visits = "/api/schools/police-visits";
    private const string Text = $"{Name} was in the room.";
    private readonly HttpClient _school = host.As(Roles.School, 100_001);
    private readonly HttpClient _lead = host.As(Roles.SchoolsLead);
    private readonly HttpClient _safeguarding = host.As(Roles.SafeguardingLead);

    /// <summary>A name, ways of writing a date of birth, a pupil number: nowhere outside the database.</summary>
    public static IReadOnlyList<string> Typed { get; } = [Name, "2009-05-03", "3 May 2009", "03/05/2009", "U823432110004"];

    /// <summary>Groups to which a child was said to belong; a problem may name all the groups there are.</summary>
    public static IReadOnlyList<string> Groups { get; } = ["caribbean", "year10", "from13To15"];

    /// <summary>A visit, a search without safeguards, its concern to closure, corrections, voices, boards: the marks go into the database.</summary>
    /// <returns>The visit's address.</returns>
    public async Task<string> KeepAsync()
    {
        var register = await host.RegisterAsync(A.School() with { Pupils = 900 });
        var visit = A.Visit() with { Why = Text, Note = Text };
        var made = await _school.SendJsonAsync(Visits, new NewVisit(null, visit)).ReadAsync<JsonElement>(HttpStatusCode.Created);
        var path = $"{Visits}/{made.GetProperty("id").GetGuid()}";
        var search = await _school
            .SendJsonAsync($"{path}/searches", A.Search() with { AppropriateAdult = Known.No, ParentInformedBefore = Known.NotKnown })
            .ReadAsync<JsonElement>(HttpStatusCode.Created);
        await CorrectAsync(path, new VisitCorrection(visit with { Officers = 3 }, Text));
        await CorrectAsync(
            $"{path}/searches/{search.GetProperty("id").GetGuid()}",
            new SearchCorrection(A.Search() with { SeniorOfficer = Known.No, SafeguardingLead = Known.No }, Text),
            etagOf: search
        );
        await HandleConcernAsync();
        await ListenAsync();
        await _school.SendJsonAsync("/api/schools/governors/snapshots", A.Board()).ReadAsync<JsonElement>(HttpStatusCode.Created);
        await _lead
            .ImportAsync("population", $"urn,on,dimension,group,pupils\n100001,2022-01-20,ethnic group,Caribbean,100\n")
            .ReadAsync<ImportReport>();
        await _school
            .SendJsonAsync(
                $"/api/schools/charters/{register.Id}/inputs",
                new InputGiven(CharterVoice.Children, Text, null, Confirmed: true)
            )
            .ReadAsync<JsonElement>();
        return path;
    }

    /// <summary>Bodies that are refused, each in its own way; returns the answers.</summary>
    public async Task<IReadOnlyList<(string What, string Answer)>> BeRefusedAsync(string visit)
    {
        const string On = "\"on\":\"2022-06-13\"";
        (string Path, string Body)[] refused =
        [
            (Visits, Of($"{On},\"note\":\"Ms {Name} saw it.\"")),
            (Visits, Of($"{On},\"note\":\"{Name}, born 3 May 2009\"")),
            (Visits, Of($"{On},\"why\":\"Pupil U823432110004\"")),
            (Visits, Of($"\"on\":\"{Name} 2009-05-03\"")),
            (Visits, Of($"\"on\":\"2050-01-01\",\"note\":\"{Name}\"")),
            (Visits, Of($"{On},\"reason\":\"{Name}\"")),
            (Visits, Of($"{On},\"officers\":\"{Name}\"")),
            (Visits, Of($"{On},\"childName\":\"{Name}\"")),
            (Visits, Of($"{On},\"{Name} born 03/05/2009\":true")),
            (Visits, Of($"{On},\"note\":\"{Name}\\u0000\"")),
            (Visits, Of($"{On},\"note\":\"{Name} \\ud800\"")),
            (Visits, Of($"{On},\"note\":\"{string.Join(' ', Enumerable.Repeat(Name, 300))}\"")),
            (Visits, $"{{\"visit\":{{\"note\":\"{Name}"),
            (Visits, $"{Name} 03/05/2009"),
            (Visits, $"[\"{Name}\"]"),
            ($"{visit}/searches", $"{{\"name\":\"{Name}\",\"dateOfBirth\":\"2009-05-03\"}}"),
            ($"{visit}/searches", $"{{\"yearGroup\":\"{Name}\"}}"),
            ($"{visit}/searches", $"{{\"kind\":{{\"{Name}\":1}}}}"),
            ($"{visit}/corrections", $"{{\"visit\":{{{On},\"officers\":4}},\"correctionReason\":\"Ms {Name} said so\"}}"),
            ("/api/schools/voice/listenings", Listening($"\"said\":\"My name is {Name}.\"")),
            ("/api/schools/voice/listenings", Listening($"\"said\":\"Heard.\",\"themes\":[\"{Name} 3 May 2009\"]")),
            (
                "/api/schools/voice/listenings",
                Listening($"\"groups\":[{{\"dimension\":\"ethnicGroup\",\"group\":\"{Name}\",\"people\":1}}]")
            ),
            (
                "/api/schools/voice/listenings",
                Listening("\"groups\":[{\"dimension\":\"ethnicGroup\",\"group\":\"caribbean\",\"people\":99}]")
            ),
            (
                "/api/schools/governors/snapshots",
                $"{{\"on\":\"2022-06-14\",\"seats\":9,\"filled\":9,\"youngGovernors\":0,\"groups\":[{{\"dimension\":\"sex\",\"group\":\"{Name}\",\"people\":1}}]}}"
            ),
        ];
        var answers = new List<(string, string)>();
        foreach (var (path, body) in refused)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new StringContent(body, Encoding.UTF8, "application/json"),
            };
            if (path.EndsWith("/corrections", StringComparison.Ordinal))
            {
                request.Headers.TryAddWithoutValidation("If-Match", await _school.ETagAsync(visit));
            }

            answers.Add(($"POST {path} {body}", await RefusedAsync(await _school.SendAsync(request))));
        }

        foreach (
            var query in new[]
            {
                $"{Visits}?askedBy={Name}",
                $"{Visits}?asAt={Name}",
                $"{Visits}?school={Name}",
                $"{Visits}?after={Name}",
                $"/api/schools/voice/listenings?whose={Name}",
                $"/api/schools/voice/representation?from={Name}",
            }
        )
        {
            answers.Add(($"GET {query}", await RefusedAsync(await _school.GetAsync(query))));
        }

        foreach (
            var (register, file) in new[]
            {
                (
                    "population",
                    $"urn,on,dimension,group,pupils\n100001,2022-01-20,ethnic group,{Name},1\n{Name},03/05/2009,{Name},Caribbean,x\n"
                ),
                ("population", $"urn,on,dimension,group,pupils\n100001,2022-01-20,ethnic group,\"{Name}\n"),
                ("population", $"urn,on,dimension,group,pupils,{Name}\n100001,2022-01-20,ethnic group,Irish,1,2009-05-03\n"),
                (
                    "disproportionality",
                    $"school_year,term,urn,classification,group,pupils,suspended,excluded,searched\n2021,,,ethnic group,{Name},5,1,1,{Name}\n"
                ),
            }
        )
        {
            answers.Add(($"CSV {file}", await RefusedAsync(await _lead.ImportAsync(register, file))));
        }

        using var wrong = new StringContent(Text, Encoding.UTF8, "text/plain");
        answers.Add(("text", await RefusedAsync(await _school.PostAsync(Visits, wrong))));
        return answers;
    }

    private async Task CorrectAsync(string path, object body, JsonElement? etagOf = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{path}/corrections")
        {
            Content = new StringContent(JsonSerializer.Serialize(body, ServiceDefaults.Json.Options), Encoding.UTF8, "application/json"),
        };
        var version = etagOf is { } part ? $"\"{part.GetProperty("version")}\"" : await _school.ETagAsync(path);
        request.Headers.TryAddWithoutValidation("If-Match", version);
        await _school.SendAsync(request).ReadAsync<JsonElement>();
    }

    private async Task HandleConcernAsync()
    {
        var concern = Assert.Single(await _safeguarding.ListAsync<JsonElement>($"{Visits}/concerns"));
        var path = $"{Visits}/concerns/{concern.GetProperty("id").GetGuid()}";
        await _safeguarding.SendJsonAsync($"{path}/taken-up", new { }).ReadAsync<JsonElement>();
        await _safeguarding.SendJsonAsync($"{path}/steps", new NewConcernStep(Text, null, Confirmed: true)).ReadAsync<JsonElement>();
        await _safeguarding
            .SendJsonAsync($"{path}/closure", new ConcernClosure(ConcernOutcome.LearningForTheSchool, Text))
            .ReadAsync<JsonElement>();
    }

    private async Task ListenAsync()
    {
        var heard = A.Listening() with { Said = Text, Groups = [new(Dimension.EthnicGroup, "caribbean", 12)], Confirmed = true };
        var path =
            $"/api/schools/voice/listenings/{(await _school.SendJsonAsync("/api/schools/voice/listenings", heard).ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty("id").GetGuid()}";
        await _school.SendJsonAsync($"{path}/answers", new AnswerText(Text, null, Confirmed: true)).ReadAsync<JsonElement>();
        await _school.SendJsonAsync($"{path}/withdrawal", new Withdrawal("Recorded twice.")).ReadAsync<JsonElement>();
    }

    private static string Of(string visit) => $"{{\"visit\":{{{visit}}}}}";

    private static string Listening(string more) =>
        $"{{\"whose\":\"child\",\"on\":\"2022-06-14\",\"how\":\"survey\",\"tookPart\":30,{more}}}";

    private static async Task<string> RefusedAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(
                (int)answer.StatusCode is >= 400 and < 500,
                $"{answer.RequestMessage!.RequestUri}: {(int)answer.StatusCode} {text}"
            );
            return $"{(int)answer.StatusCode} {text} {answer.Headers}";
        }
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.Testing;

namespace ChildQ.Schools.Tests.SchoolScope;

/// <summary>
/// A school sees its own and nothing of another, at every endpoint that the service has, whoever adds one: the endpoints are those of the running
/// service, and one that takes an id of a school's thing and is not yet known to <see cref="OtherSchool"/> fails here.
/// </summary>
public sealed partial class EveryEndpointTests(SchoolsHost host) : IClassFixture<SchoolsHost>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await host.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_school_user_gets_nothing_of_another_school_at_any_endpoint()
    {
        var other = await OtherSchool.MakeAsync(host);
        using var school = host.As(Roles.School, OtherSchool.Own);
        var faults = new List<string>();

        foreach (var endpoint in host.Endpoints())
        {
            if (OtherSchool.Published.Contains(endpoint.Route, StringComparer.Ordinal))
            {
                Assert.True(endpoint.IsOpenToAll);
                continue;
            }

            var known = other.Known.GetValueOrDefault(endpoint.Route);
            if (known is null && LetsSchoolsIn(endpoint) && (endpoint.Template.Contains('{', StringComparison.Ordinal) || endpoint.Changes))
            {
                faults.Add(
                    $"{endpoint.Route}: takes an id or a body from a school user, and OtherSchool does not say how to call it about another school"
                );
                continue;
            }

            foreach (var path in known is null ? Guesses(endpoint) : [known.Path])
            {
                if (await FaultAsync(school, endpoint, path, known?.Body, other, mustRefuse: known is not null) is { } fault)
                {
                    faults.Add($"{endpoint.Route}: {fault}");
                }
            }
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task What_is_asked_for_is_there_so_that_the_refusal_is_one()
    {
        var other = await OtherSchool.MakeAsync(host);
        using var itself = host.As(Roles.School, OtherSchool.Urn);

        foreach (var (route, call) in other.Known.Where(k => k.Key.StartsWith("GET ", StringComparison.Ordinal)))
        {
            using var answer = await itself.GetAsync(call.Path);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{route}: the school itself gets {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Every_line_of_the_other_schools_things_is_about_an_endpoint_that_exists()
    {
        var other = await OtherSchool.MakeAsync(host);

        Assert.Empty(other.Known.Keys.Except(host.Endpoints().Select(e => e.Route), StringComparer.Ordinal));
    }

    /// <summary>What is for all says nothing of one school, but for <see cref="OtherSchool.Published"/>.</summary>
    private static bool LetsSchoolsIn(RunningEndpoint endpoint) => !endpoint.IsOpenToAll && endpoint.LetsIn(Roles.School);

    /// <summary>The endpoint as it is, and with what would lead to the other school in each parameter that it might read.</summary>
    private static IEnumerable<string> Guesses(RunningEndpoint endpoint)
    {
        var path = Parameter()
            .Replace(
                endpoint.Template,
                m => m.Value.Contains(":int", StringComparison.Ordinal) ? $"{OtherSchool.Urn}" : $"{Guid.NewGuid()}"
            );
        return [path, $"{path}?school={OtherSchool.Urn}", $"{path}?urn={OtherSchool.Urn}", $"{path}?q={OtherSchool.Urn}"];
    }

    private static async Task<string?> FaultAsync(
        HttpClient school,
        RunningEndpoint endpoint,
        string path,
        object? body,
        OtherSchool other,
        bool mustRefuse
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), path);
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        if (endpoint.Changes)
        {
            request.Content = JsonContent.Create(body ?? new { }, options: Json.Options);
        }

        using var answer = await school.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            return null;
        }

        if (mustRefuse)
        {
            return $"answered {(int)answer.StatusCode} about another school";
        }

        return other.Signs.FirstOrDefault(s => text.Contains(s, StringComparison.Ordinal)) is { } sign ? $"{path} shows {sign}" : null;
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Parameter();
}

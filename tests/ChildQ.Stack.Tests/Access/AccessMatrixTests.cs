using System.Net;
using System.Text;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Stack.Tests.Access;

/// <summary>Every endpoint of every service against every role, from the running system, allowed or refused as <c>access-matrix.csv</c> says.</summary>
public sealed class AccessMatrixTests(Stack stack)
{
    private const string Everyone = "everyone";

    /// <summary>Roles that a person or the data loader signs in with; the loader's own token is tried by the loader itself.</summary>
    private static readonly IReadOnlyList<string> Tried = [.. Roles.All.Where(r => r != Roles.DataLoader)];

    [Fact]
    public async Task Every_endpoint_is_in_the_table_and_every_line_of_the_table_is_an_endpoint()
    {
        var running = (await OpenApi.EndpointsAsync(stack)).Select(e => $"{e.Method} {e.Path}").Order(StringComparer.Ordinal);

        Assert.Equal(Matrix().Keys.Order(StringComparer.Ordinal), running);
    }

    [Fact]
    public async Task Each_role_is_let_in_or_refused_as_the_table_says()
    {
        List<string> wrong = [];
        using var anonymous = stack.Anonymous();
        var matrix = Matrix();
        foreach (var (endpoint, allowed) in matrix)
        {
            if (await RefusedAsync(anonymous, endpoint) != !allowed.Contains(Everyone))
            {
                wrong.Add($"anonymous at {endpoint}");
            }
        }

        foreach (var role in Tried)
        {
            using var client = await stack.AsAsync(role);
            foreach (var (endpoint, allowed) in matrix)
            {
                if (await RefusedAsync(client, endpoint) != !(allowed.Contains(Everyone) || allowed.Contains(role)))
                {
                    wrong.Add($"{role} at {endpoint}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>Asks with an id that does not exist and a body that no rule accepts, so that being let in changes nothing.</summary>
    private static async Task<bool> RefusedAsync(HttpClient client, string endpoint)
    {
        var (method, path) = endpoint.Split(' ') is [var m, var p] ? (m, p) : throw new FormatException(endpoint);
        var address = string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? NobodyHas(part) : part));
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method is not "GET")
        {
            request.Content = path.EndsWith("/import", StringComparison.Ordinal)
                ? new StringContent("no_such_column\n1\n", Encoding.UTF8, "text/csv")
                : new StringContent("{\"noSuchMember\":1}", Encoding.UTF8, "application/json");
            request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        }

        using var answer = await client.SendAsync(request);
        Assert.True((int)answer.StatusCode < 500, $"{(int)answer.StatusCode} at {endpoint}");
        Assert.NotEqual(HttpStatusCode.TooManyRequests, answer.StatusCode);
        return answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
    }

    /// <summary>A value that the route takes and nothing on record has.</summary>
    private static string NobodyHas(string parameter) =>
        parameter switch
        {
            "{urn}" or "{number}" => "999999",
            _ when parameter.Contains("queue", StringComparison.Ordinal) => "none",
            _ => Guid.Empty.ToString(),
        };

    private static Dictionary<string, HashSet<string>> Matrix() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Access", "access-matrix.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(
                cells => $"{cells[0]} {cells[1]}",
                cells => cells[2].Split(' ').ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal
            );
}

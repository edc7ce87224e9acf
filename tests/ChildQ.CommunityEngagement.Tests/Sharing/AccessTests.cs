using System.Net;
using System.Text.Json;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.CommunityEngagement.Tests.Sharing;

/// <summary>Every endpoint of the running service against every role: who is let in is who ACCESS.md says.</summary>
public sealed class AccessTests(CommunityEngagementHost host) : IClassFixture<CommunityEngagementHost>
{
    private static readonly string[] Everyone = ["anonymous"];
    private static readonly string[] Keepers = [Roles.EngagementLead, Roles.Facilitator];
    private static readonly string[] Lead = [Roles.EngagementLead];
    private static readonly string[] Loaders = [Roles.DataLoader, Roles.EngagementLead];
    private static readonly string[] Operations = [Roles.Operations];

    /// <summary>A write that is not named here is the lead's alone.</summary>
    private static string[] Entitled(HttpMethod method, string path) =>
        path.Contains("/operations/", StringComparison.Ordinal) || path.Contains("/audit", StringComparison.Ordinal) ? Operations
        : method == HttpMethod.Get ? Everyone
        : path.EndsWith("/import", StringComparison.Ordinal) ? Loaders
        : path.Contains("/themes", StringComparison.Ordinal) && !path.Contains("/insights/", StringComparison.Ordinal) ? Lead
        : path.Contains("/steps", StringComparison.Ordinal) ? Lead
        : Keepers;

    [Fact]
    public async Task Every_endpoint_lets_in_those_whom_it_says_and_nobody_else()
    {
        await host.ResetAsync();
        var endpoints = await Endpoints.AllAsync(host);

        Assert.True(endpoints.Count >= 24, $"{endpoints.Count} endpoints");
        foreach (var role in Roles.All.Append("anonymous"))
        {
            using var caller = role == "anonymous" ? host.Anonymous() : host.As(role);
            foreach (var (method, path) in endpoints)
            {
                var address = System.Text.RegularExpressions.Regex.Replace(path, "{[^}]+}", Guid.CreateVersion7().ToString());
                using var request = new HttpRequestMessage(method, address);
                using var answer = await caller.SendAsync(request);
                var entitled = Entitled(method, path);
                var (let, refusal) = (
                    entitled == Everyone || entitled.Contains(role),
                    role == "anonymous" ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden
                );
                Assert.True(let == (answer.StatusCode != refusal), $"{role} {method} {path}: {(int)answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task The_document_says_who_may_call_what()
    {
        using var anyone = host.Anonymous();
        var document = await anyone.ReadAsync<JsonElement>("/openapi.json");

        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var said = operation.Value.GetProperty("x-roles").EnumerateArray().Select(r => r.GetString()!);
                Assert.Equal(
                    Entitled(HttpMethod.Parse(operation.Name), path.Name).Order(StringComparer.Ordinal),
                    said.Order(StringComparer.Ordinal)
                );
            }
        }
    }
}

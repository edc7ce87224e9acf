using System.Net;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Stack.Tests.Journeys;

/// <summary>What somebody said on condition that police would not hear it, sought by police in every service.</summary>
public sealed class RestrictedWordsTests(Stack stack)
{
    [Theory]
    [InlineData("councilOnly")]
    [InlineData("safeSpace")]
    public async Task A_restricted_insight_is_nowhere_that_police_can_look(string level)
    {
        var marker = $"Marker{Guid.NewGuid():N}";
        using var lead = await stack.AsAsync(Roles.EngagementLead);
        var made = await lead.ActAsync(
            "/api/community-engagement/insights",
            new
            {
                reference = $"TST-{Guid.NewGuid():N}"[..16],
                text = $"We were told that nobody would pass this on. {marker}",
                sharing = level,
                themes = Array.Empty<string>(),
            }
        );
        var id = made.GetProperty("id").GetGuid();
        Assert.Contains(marker, await lead.GetStringAsync($"/api/community-engagement/insights/{id}"), StringComparison.Ordinal);

        foreach (var role in new[] { Roles.PolicePartner, Roles.CoChairPolice })
        {
            using var police = await stack.AsAsync(role);
            Assert.Equal(HttpStatusCode.NotFound, (await police.GetAsync($"/api/community-engagement/insights/{id}")).StatusCode);
            foreach (var (_, path) in await OpenApi.GetsAsync(stack))
            {
                var answer = await police.GetAsync(
                    $"{path.Replace("{id}", id.ToString(), StringComparison.Ordinal).Replace("{queue}", "none", StringComparison.Ordinal)}?q={marker}"
                );
                var body = await answer.Content.ReadAsStringAsync();
                Assert.False(
                    body.Contains(marker, StringComparison.Ordinal) && !body.Contains($"q={marker}", StringComparison.Ordinal),
                    $"{role} found it at {path}"
                );
            }
        }
    }
}

using System.Net.Http.Json;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Audit;
using ChildQ.ServiceDefaults.Tests.Sample;
using ChildQ.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ChildQ.ServiceDefaults.Tests.Audit;

public sealed class AuditTrailTests(SampleService sample) : IClassFixture<SampleService>
{
    [Fact]
    public async Task Every_change_is_kept_with_who_what_from_and_what_to()
    {
        using var lead = sample.Client(Roles.SchoolsLead);
        var made = await MakeAsync(lead, "First words");
        using var rename = new HttpRequestMessage(HttpMethod.Put, $"/api/sample/pledges/{made.Id}")
        {
            Content = JsonContent.Create(new { title = "Second words" }),
        };
        rename.Headers.TryAddWithoutValidation(
            "If-Match",
            (await lead.GetAsync($"/api/sample/pledges/{made.Id}")).Headers.ETag!.ToString()
        );

        (await lead.SendAsync(rename)).EnsureSuccessStatusCode();

        var entries = await sample.InScopeAsync(db =>
            db.AuditLog.Where(e => e.SubjectId == made.Id.ToString()).OrderBy(e => e.Sequence).ToListAsync()
        );
        Assert.Collection(
            entries,
            added =>
            {
                Assert.Equal("Added", added.Change);
                Assert.Equal("test-schools-lead", added.Actor);
                Assert.Null(added.Before);
                Assert.Contains("First words", added.After);
            },
            modified =>
            {
                Assert.Equal("Modified", modified.Change);
                Assert.Equal("Pledge", modified.Subject);
                Assert.Contains("First words", modified.Before);
                Assert.Contains("Second words", modified.After);
            }
        );
    }

    [Fact]
    public async Task The_chain_holds_under_many_writers_at_once()
    {
        using var lead = sample.Client(Roles.SchoolsLead);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => MakeAsync(lead, $"Pledge {n}")));

        var chain = await sample.InScopeAsync(db => AuditTrail.VerifyAsync(db, CancellationToken.None));
        Assert.True(chain.Intact);
        Assert.True(chain.Entries >= 40);
    }

    [Theory]
    [InlineData("UPDATE audit_log SET actor = 'someone else'")]
    [InlineData("DELETE FROM audit_log")]
    [InlineData("TRUNCATE audit_log")]
    public async Task The_database_itself_refuses_to_change_the_log(string tampering)
    {
        await using var source = NpgsqlDataSource.Create(sample.ConnectionString);
        await using var command = source.CreateCommand(tampering);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Contains("append-only", refused.MessageText);
    }

    [Theory]
    [InlineData("UPDATE audit_log SET after = replace(after, 'Kept', 'Lost') WHERE sequence = 2", 2)]
    [InlineData("UPDATE audit_log SET at = at + interval '1 hour' WHERE sequence = 3", 3)]
    [InlineData("DELETE FROM audit_log WHERE sequence = 2", 2)]
    [InlineData("UPDATE audit_log SET sequence = sequence + 1 WHERE sequence = 8", 8)]
    public async Task Tampering_behind_the_trigger_is_found_where_it_was_done(string tampering, long firstBreak)
    {
        await using var own = new OwnSample();
        await own.Service.InitializeAsync();
        using var lead = own.Service.Client(Roles.SchoolsLead);
        for (var n = 0; n < 4; n++)
        {
            await MakeAsync(lead, $"Kept {n}");
        }

        // Four pledges, and what the consumer heard of each: eight entries, and none to come.
        await Eventually.IsAsync(() => own.Service.InScopeAsync(db => db.AuditLog.CountAsync()), entries => entries == 8, "eight entries");
        await using (var source = NpgsqlDataSource.Create(own.Service.ConnectionString))
        await using (var command = source.CreateCommand($"ALTER TABLE audit_log DISABLE TRIGGER ALL; {tampering}"))
        {
            await command.ExecuteNonQueryAsync();
        }

        using var operations = own.Service.Client(Roles.Operations);
        var chain = await operations.GetFromJsonAsync<AuditChain>("/api/sample/operations/audit-chain");
        Assert.False(chain!.Intact);
        Assert.Equal(firstBreak, chain.FirstBreak);
    }

    [Fact]
    public async Task Only_operations_may_verify_the_chain()
    {
        using var lead = sample.Client(Roles.SchoolsLead);

        var answer = await lead.GetAsync("/api/sample/operations/audit-chain");

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task<SampleService.PledgeView> MakeAsync(HttpClient client, string title)
    {
        var answer = await client.PostAsJsonAsync("/api/sample/pledges", new { title });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<SampleService.PledgeView>())!;
    }

    /// <summary>A sample whose log may be spoiled.</summary>
    private sealed class OwnSample : IAsyncDisposable
    {
        public SampleService Service { get; } = new();

        public ValueTask DisposeAsync() => Service.DisposeAsync();
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace ChildQ.HackneyData.Tests;

/// <summary>The loader against a real web server.</summary>
public sealed class LoaderTests : IAsyncLifetime
{
    private readonly StringWriter _said = new();
    private readonly StringWriter _failed = new();
    private SmallGateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await SmallGateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Every_register_is_loaded_once_in_the_order_of_the_plan_with_one_token()
    {
        var code = await Load();

        Assert.Equal((0, ""), (code, _failed.ToString()));
        Assert.Equal(Registers.June2022.Select(r => r.ToString()), _gateway.Imports.Select(i => i.Register), StringComparer.Ordinal);
        Assert.All(_gateway.Imports, i => Assert.Equal(("text/csv; charset=utf-8", "?dryRun=false"), (i.ContentType, i.Query)));
        Assert.All(June2022Files.All, f => Assert.Equal(f.Rows.Count, _gateway.Rows(f.Name).Count));
        Assert.Equal(1, _gateway.TokensIssued);
        Assert.Contains(
            $"{June2022Files.Rows.Count()} rows: {June2022Files.Rows.Count()} created, 0 updated, 0 unchanged",
            _said.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Loading_again_changes_nothing()
    {
        await Load();
        _said.GetStringBuilder().Clear();

        var code = await Load();

        Assert.Equal(0, code);
        Assert.Contains(
            $"{June2022Files.Rows.Count()} rows: 0 created, 0 updated, {June2022Files.Rows.Count()} unchanged",
            _said.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_sample_schools_are_loaded_first_and_only_when_asked_for()
    {
        await Load(sampleSchools: true);

        var first = _gateway.Imports.First();
        Assert.Equal(("schools/schools", "text/csv; charset=windows-1252"), (first.Register, first.ContentType));
        Assert.Equal(Registers.June2022.Count + 1, _gateway.Imports.Count);
        Assert.Equal(64, _gateway.Rows("schools/schools").Count);
    }

    [Fact]
    public async Task A_refused_row_is_named_by_file_line_column_and_reason_and_the_rest_is_loaded()
    {
        _gateway.Refuses = "police-action-plan/asks";

        var code = await Load();

        Assert.Equal(1, code);
        Assert.Contains(
            $"{Path.Combine("June2022", "police-action-plan", "asks.csv")} line 3, column status: must be one of: open, met",
            _failed.ToString(),
            StringComparison.Ordinal
        );
        Assert.Contains("1 of 23 registers were refused", _failed.ToString(), StringComparison.Ordinal);
        Assert.Equal(Registers.June2022.Count, _gateway.Imports.Count);
        Assert.DoesNotContain("Loaded.", _said.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(502)]
    [InlineData(429)]
    public async Task A_stack_that_is_not_ready_is_waited_for(int status)
    {
        _gateway.Refusals.Enqueue(status);
        _gateway.Refusals.Enqueue(status);

        var code = await Load();

        Assert.Equal(0, code);
        Assert.Contains($"(try 2 of 4): it answers {status}", _said.ToString(), StringComparison.Ordinal);
        Assert.Equal(Registers.June2022.Count, _gateway.Imports.Count);
    }

    [Fact]
    public async Task Waiting_has_an_end()
    {
        _gateway.EveryImportAnswers = 503;

        var code = await Load();

        Assert.Equal(1, code);
        Assert.Contains("oversight/workstreams: the gateway answered 503", _failed.ToString(), StringComparison.Ordinal);
        Assert.Contains("(try 3 of 4)", _said.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("(try 4 of 4)", _said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_that_cannot_be_reached_is_named()
    {
        var url = _gateway.Url;
        await _gateway.DisposeAsync();

        var code = await Load(url: url);

        Assert.Equal(1, code);
        Assert.Contains($"no usable answer from {url}", _failed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_secret_is_explained_and_not_repeated()
    {
        var code = await Load(secret: "not-the-secret");

        Assert.Equal(1, code);
        Assert.Contains("identity answered 401", _failed.ToString(), StringComparison.Ordinal);
        Assert.Contains("Identity__LoaderClientSecret", _failed.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-secret", _failed.ToString() + _said, StringComparison.Ordinal);
        Assert.Empty(_gateway.Imports);
    }

    [Theory]
    [InlineData(403, "role data-loader")]
    [InlineData(404, "does not have this register's import")]
    [InlineData(500, "the service's log")]
    public async Task An_answer_that_waiting_does_not_mend_ends_the_run_with_advice(int status, string advice)
    {
        _gateway.EveryImportAnswers = status;

        var code = await Load();

        Assert.Equal(1, code);
        Assert.Contains(advice, _failed.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Waiting", _said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_about_to_run_out_is_replaced()
    {
        _gateway.TokenSeconds = 60;

        var code = await Load();

        Assert.Equal(0, code);
        Assert.Equal(Registers.June2022.Count, _gateway.TokensIssued);
    }

    [Fact]
    public async Task A_run_that_is_stopped_says_so()
    {
        var code = await Load(cancellation: new CancellationToken(canceled: true));

        Assert.Equal(1, code);
        Assert.Contains("Stopped before everything was loaded", _failed.ToString(), StringComparison.Ordinal);
    }

    private async Task<int> Load(
        bool sampleSchools = false,
        string secret = SmallGateway.Secret,
        Uri? url = null,
        CancellationToken? cancellation = null
    )
    {
        var settings = new LoaderSettings(url ?? _gateway.Url, secret, sampleSchools)
        {
            Retries = 3,
            FirstWait = TimeSpan.FromMilliseconds(1),
            LongestWait = TimeSpan.FromMilliseconds(5),
        };
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(settings)
            .AddSingleton(TimeProvider.System)
            .AddGatewayClient(settings, _said, _failed)
            .BuildServiceProvider();

        return await services.GetRequiredService<Loader>().RunAsync(cancellation ?? TestContext.Current.CancellationToken);
    }
}

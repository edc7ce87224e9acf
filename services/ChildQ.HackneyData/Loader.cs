using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using ChildQ.ServiceDefaults.Telemetry;

namespace ChildQ.HackneyData;

/// <summary>Loads every register, one after another. Loading again changes nothing: the services take each row by its reference.</summary>
public sealed class Loader(HttpClient http, LoaderToken token, LoaderSettings settings, Output output)
{
    /// <summary>0 when everything is loaded, 1 when rows were refused or the stack could not be reached.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var registers = Registers.ToLoad(settings.SampleSchools).ToList();
        var refused = 0;
        using var run = Instrumentation.Source.StartActivity("load June 2022");
        output.Say($"Loading the June 2022 response into {settings.PublicUrl} ({registers.Count} registers)");
        try
        {
            var total = new Tally();
            foreach (var register in registers)
            {
                var outcome = await ImportAsync(register, cancellation);
                refused += outcome.Problems.Count > 0 ? 1 : 0;
                total.Add(outcome);
                Report(register, outcome);
            }

            output.Say($"{"total", -36} {total}");
        }
        catch (LoadException failed)
        {
            output.Fail(failed.Message);
            return 1;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            output.Fail("Stopped before everything was loaded. Run it again: what is loaded stays as it is.");
            return 1;
        }

        if (refused > 0)
        {
            output.Fail($"{refused} of {registers.Count} registers were refused; nothing of a refused register was loaded.");
            return 1;
        }

        output.Say("Loaded.");
        return 0;
    }

    private async Task<ImportOutcome> ImportAsync(Register register, CancellationToken cancellation)
    {
        using var span = Instrumentation.Source.StartActivity($"load {register}");
        try
        {
            using var content = new ByteArrayContent(await File.ReadAllBytesAsync(register.File, cancellation));
            content.Headers.ContentType = new MediaTypeHeaderValue("text/csv", register.Charset);
            using var request = new HttpRequestMessage(HttpMethod.Post, register.ImportPath) { Content = content };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await token.GetAsync(cancellation));
            using var response = await http.SendAsync(request, cancellation);
            if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity)
            {
                var outcome = await response.Content.ReadFromJsonAsync<ImportOutcome>(cancellation);
                if (outcome is not null && (response.IsSuccessStatusCode || outcome.Problems.Count > 0))
                {
                    return outcome;
                }
            }

            throw new LoadException(
                $"{register}: the gateway answered {(int)response.StatusCode} {response.ReasonPhrase}. {Advice(response.StatusCode)}"
            );
        }
        catch (Exception away)
            when (away is HttpRequestException or Polly.Timeout.TimeoutRejectedException or System.Text.Json.JsonException)
        {
            throw new LoadException($"{register}: no usable answer from {settings.PublicUrl}: {away.Message}", away);
        }
    }

    private void Report(Register register, ImportOutcome outcome)
    {
        if (outcome.Problems.Count == 0)
        {
            output.Say($"{register, -36} {new Tally().Add(outcome)}");
            return;
        }

        output.Fail($"{register, -36} refused");
        foreach (var problem in outcome.Problems)
        {
            output.Fail($"  {register.Path} line {problem.Line}, column {problem.Column}: {problem.Reason}");
        }
    }

    private static string Advice(HttpStatusCode status) =>
        status switch
        {
            HttpStatusCode.Unauthorized => "The token was not accepted: the service and the loader must have the same authority.",
            HttpStatusCode.Forbidden => "The client childq-data-loader needs the role data-loader.",
            HttpStatusCode.NotFound => "The service does not have this register's import.",
            _ => "Look at the service's log.",
        };
}

/// <summary>What an import did.</summary>
public sealed record ImportOutcome(int Rows, int Created, int Updated, int Unchanged)
{
    public IReadOnlyList<RowProblem> Problems { get; init; } = [];
}

/// <summary>A row that was refused: its line in the file, the column at fault, and why.</summary>
public sealed record RowProblem(int Line, string Column, string Reason);

/// <summary>Nothing more can be loaded; the message says what stood in the way.</summary>
public sealed class LoadException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Counts of rows, added up.</summary>
internal sealed class Tally
{
    private int rows,
        created,
        updated,
        unchanged;

    public Tally Add(ImportOutcome outcome)
    {
        rows += outcome.Rows;
        created += outcome.Created;
        updated += outcome.Updated;
        unchanged += outcome.Unchanged;
        return this;
    }

    public override string ToString() => $"{rows, 4} rows: {created} created, {updated} updated, {unchanged} unchanged";
}

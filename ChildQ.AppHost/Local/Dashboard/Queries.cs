using System.Globalization;
using ChildQ.AppHost.Local.Dashboard.Telemetry;
using Microsoft.AspNetCore.Http;

namespace ChildQ.AppHost.Local.Dashboard;

/// <summary>Reads what a query string asks; an empty field asks nothing, a field that cannot be read is a problem to be told.</summary>
internal static class Queries
{
    public static (TraceQuery Query, string? Problem) Traces(IQueryCollection query)
    {
        var problem = (string?)null;
        double? least = null;
        if (Field(query, "minMs") is { } minMs)
        {
            if (
                double.TryParse(minMs, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                && double.IsFinite(value)
                && value >= 0
            )
            {
                least = value;
            }
            else
            {
                problem = "“At least” must be a number of milliseconds, such as 250.";
            }
        }
        var isError = Field(query, "error") is "true" or "on" or "1";
        return (
            new TraceQuery(Field(query, "service"), Field(query, "name"), Field(query, "text"), least, isError, Take(query, 100)),
            problem
        );
    }

    public static LogQuery Records(IQueryCollection query) =>
        new(
            Field(query, "service"),
            Field(query, "trace"),
            Field(query, "text"),
            Enum.TryParse<LogSeverity>(Field(query, "severity"), ignoreCase: true, out var severity) ? severity : LogSeverity.Unspecified,
            Take(query, 200)
        );

    public static string? Field(IQueryCollection query, string name) =>
        query[name].ToString().Trim() is { Length: > 0 } value ? value : null;

    private static int Take(IQueryCollection query, int otherwise) =>
        int.TryParse(Field(query, "take"), NumberStyles.None, CultureInfo.InvariantCulture, out var take)
            ? Math.Clamp(take, 1, 1_000)
            : otherwise;
}

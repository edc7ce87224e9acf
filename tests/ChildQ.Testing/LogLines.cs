using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChildQ.Testing;

/// <summary>Everything that a service logs, as text: messages, the values that go with them, exceptions, and the scopes around them.</summary>
public sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> All => _lines;

    /// <summary>What a running service logs from here on, at the level at which it runs in use.</summary>
    public static LogLines From(IServiceProvider services)
    {
        var lines = new LogLines();
        services.GetRequiredService<ILoggerFactory>().AddProvider(lines);
        var configuration = (IConfigurationRoot)services.GetRequiredService<IConfiguration>();
        configuration["Logging:LogLevel:Default"] = nameof(LogLevel.Information);
        configuration.Reload();
        return lines;
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _lines.Enqueue($"{state} {Values(state)}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => _lines.Enqueue($"{formatter(state, exception)} {Values(state)} {exception}");

    public void Dispose() => _lines.Clear();

    private static string Values(object? state) =>
        state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(v => $"{v.Key}={v.Value}")) : "";
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ChildQ.Identity.Tests;

/// <summary>Everything the issuer logs, as text.</summary>
public sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> All => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => _lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose() => _lines.Clear();
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChildQ.Testing;

/// <summary>
/// What a service lets out beside its database and its answers: every log record, every trace with its tags and events, the tags of
/// every measurement, every message published. Other services of the same process are overheard too, but for their messages.
/// </summary>
public sealed class Overheard : IPublishObserver, IDisposable
{
    private readonly ConcurrentQueue<string> _traces = new();
    private readonly ConcurrentQueue<string> _measurements = new();
    private readonly ConcurrentQueue<string> _events = new();
    private readonly ActivityListener _listener;
    private readonly MeterListener _meters;

    public Overheard()
    {
        _listener = new()
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _traces.Enqueue(Words(activity)),
        };
        ActivitySource.AddActivityListener(_listener);
        _meters = new() { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Measured(instrument, tags));
        _meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Measured(instrument, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Measured(instrument, tags));
        _meters.Start();
    }

    public LogLines Log { get; } = new();

    public IReadOnlyCollection<string> Traces => _traces;

    public IReadOnlyCollection<string> Measurements => _measurements;

    /// <summary>As they stand in the messages: the event's type and its JSON.</summary>
    public IReadOnlyCollection<string> Events => _events;

    /// <summary>All of it, each with where it was heard.</summary>
    public IEnumerable<(string Where, string Text)> All =>
        [
            .. Log.All.Select(l => ("log", l)),
            .. _traces.Select(t => ("trace", t)),
            .. _measurements.Select(m => ("measurement", m)),
            .. _events.Select(e => ("event", e)),
        ];

    /// <summary>Listens to a service's log at every level but for what the service's own code keeps out of it, whatever its settings say.</summary>
    public void ListenToLog(IWebHostBuilder web) =>
        web.UseSetting("Logging:LogLevel:Default", "Trace").ConfigureLogging(logging => logging.AddProvider(Log));

    public void ListenToEvents(IServiceProvider services) => services.GetRequiredService<IBus>().ConnectPublishObserver(this);

    public Task PrePublish<T>(PublishContext<T> context)
        where T : class
    {
        var headers = string.Join(' ', context.Headers.GetAll().Select(h => $"{h.Key}={h.Value}"));
        _events.Enqueue($"{context.Message.GetType().Name} {JsonSerializer.Serialize<object>(context.Message)} {headers}");
        return Task.CompletedTask;
    }

    public Task PostPublish<T>(PublishContext<T> context)
        where T : class => Task.CompletedTask;

    public Task PublishFault<T>(PublishContext<T> context, Exception exception)
        where T : class => Task.CompletedTask;

    public void Dispose()
    {
        _listener.Dispose();
        _meters.Dispose();
        Log.Dispose();
    }

    private void Measured(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measurements.Enqueue($"{instrument.Name} {Words(tags.ToArray())}");

    private static string Words(Activity activity) =>
        $"{activity.Source.Name} {activity.DisplayName} {activity.StatusDescription} {Words(activity.TagObjects)} "
        + string.Join(' ', activity.Baggage.Select(b => $"{b.Key}={b.Value}"))
        + string.Join(' ', activity.Events.Select(e => $"{e.Name} {Words(e.Tags)}"));

    private static string Words(IEnumerable<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.Select(t => $"{t.Key}={t.Value}"));
}

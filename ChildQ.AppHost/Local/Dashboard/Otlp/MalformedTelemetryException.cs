namespace ChildQ.AppHost.Local.Dashboard.Otlp;

/// <summary>A request that is not the OTLP it claims to be. The sender is told; nothing of the request is kept.</summary>
internal sealed class MalformedTelemetryException : Exception
{
    public MalformedTelemetryException()
        : this("The request is not valid OTLP.") { }

    public MalformedTelemetryException(string message)
        : base(message) { }

    public MalformedTelemetryException(string message, Exception innerException)
        : base(message, innerException) { }
}

using System.Net;

namespace ChildQ.Portal.Clients;

/// <summary>The service answered, and the answer is no: not signed in, not allowed, or no such thing. Shown as that error page.</summary>
public sealed class ServiceRefusedException(ServicePart part, HttpStatusCode status)
    : Exception($"{part?.Resource} answered {(int)status}.")
{
    public ServicePart Part { get; } = part;
    public HttpStatusCode Status { get; } = status;
}

/// <summary>The service did not answer, or failed while answering. Shown as a page that names the part and says what still works.</summary>
public sealed class ServiceUnavailableException(ServicePart part, Exception? cause = null)
    : Exception($"{part?.Resource} does not answer.", cause)
{
    public ServicePart Part { get; } = part;
}

/// <summary>A thing as read, with the version that a change of it must name.</summary>
public sealed record Found<T>(T Value, string? ETag);

/// <summary>What a part said, or nothing; and whether it said nothing at all.</summary>
public sealed record Heard<T>(T? Value, bool Silent)
    where T : class;

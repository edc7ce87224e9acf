namespace ChildQ.AppHost.Local;

/// <summary>The app model, or a stack made of it, is not as it should be.</summary>
public class DistributedApplicationException : Exception
{
    public DistributedApplicationException() { }

    public DistributedApplicationException(string message)
        : base(message) { }

    public DistributedApplicationException(string message, Exception innerException)
        : base(message, innerException) { }
}

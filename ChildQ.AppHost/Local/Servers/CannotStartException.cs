namespace ChildQ.AppHost.Local.Servers;

/// <summary>Something a person has to mend before the stack can start. The message says what is wrong and which command mends it.</summary>
public sealed class CannotStartException : Exception
{
    public CannotStartException(string message)
        : base(message) { }

    public CannotStartException(string message, Exception inner)
        : base(message, inner) { }

    public CannotStartException() { }
}

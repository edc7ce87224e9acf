namespace ChildQ.ServiceDefaults;

/// <summary>Which service this is: fixed once at start, used for routes, queue names, telemetry and documents.</summary>
/// <param name="Name">Resource name, for example <c>schools</c>.</param>
/// <param name="Title">Name for people, for example <c>Schools</c>.</param>
public sealed record ServiceIdentity(string Name, string Title)
{
    /// <summary>The prefix of every route of the service, kept by the gateway: <c>/api/schools</c>.</summary>
    public string Prefix => $"/api/{Name}";
}

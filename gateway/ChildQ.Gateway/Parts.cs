namespace ChildQ.Gateway;

/// <summary>Something behind the gateway, by its service discovery name.</summary>
/// <param name="Name">For example <c>schools</c>, found at <c>http://schools</c>.</param>
/// <param name="Title">For people.</param>
public sealed record Part(string Name, string Title)
{
    public Uri Address => new($"http://{Name}");
}

/// <summary>Everything behind the gateway.</summary>
public static class Parts
{
    public static Part Portal { get; } = new("portal", "Web pages");
    public static Part Identity { get; } = new("identity", "Signing in");

    /// <summary>The five services, each under <c>/api/{name}</c>.</summary>
    public static IReadOnlyList<Part> Services { get; } =
    [
        new("police-action-plan", "Police action planning"),
        new("schools", "Schools"),
        new("staff-support", "Staff support"),
        new("community-engagement", "Community engagement"),
        new("oversight", "Oversight"),
    ];

    public static IReadOnlyList<Part> Of(GatewaySettings settings) =>
        settings.HasOwnIdentity ? [Portal, .. Services, Identity] : [Portal, .. Services];
}

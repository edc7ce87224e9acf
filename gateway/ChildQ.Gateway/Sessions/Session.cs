namespace ChildQ.Gateway.Sessions;

/// <summary>One signed-in browser. The browser holds only its key; who it is and its tokens stay here.</summary>
public sealed class Session
{
    /// <summary>Hash of the key in the browser's cookie, so that reading this table is not enough to take a session over.</summary>
    public required string Id { get; init; }

    /// <summary>Who is signed in, with their tokens, encrypted by data protection.</summary>
    public required byte[] Sealed { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }
}

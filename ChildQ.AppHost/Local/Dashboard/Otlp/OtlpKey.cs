using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ChildQ.AppHost.Local.Dashboard.Otlp;

/// <summary>Admits only senders that this run of the stack has started: they carry the key in <c>x-otlp-api-key</c>.</summary>
internal sealed class OtlpKey(string key)
{
    private readonly byte[] _expected = Hash(key);

    public bool Admits(HttpRequest request) =>
        request.Headers["x-otlp-api-key"] is [{ } sent] && CryptographicOperations.FixedTimeEquals(_expected, Hash(sent));

    // Of equal length whatever was sent, so that the comparison's time tells nothing, not even the key's length.
    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}

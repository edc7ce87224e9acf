using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ChildQ.AppHost.Local.Servers;

/// <summary>
/// Free loopback ports. Each is leased by a lock on a file, so that two stacks which start at the same moment do not choose the same
/// one; the lease ends with this object or with the process.
/// </summary>
public sealed class Ports : IDisposable
{
    // Below the range from which systems take the ports of outgoing connections.
    private const int Lowest = 15_000;
    private const int Highest = 31_999;
    private readonly List<FileStream> _leases = [];
    private readonly Lock _lock = new();

    private static string Folder => Path.Combine(Path.GetTempPath(), $"childq-ports-{Environment.UserName}");

    /// <summary>The wanted port where it is free, else another one.</summary>
    public int Prefer(int port) => TryLease(port) ? port : Next();

    public int Next()
    {
        for (var attempt = 0; attempt < 1_000; attempt++)
        {
            var port = Random.Shared.Next(Lowest, Highest + 1);
            if (TryLease(port))
                return port;
        }
        throw new CannotStartException($"No free port found between {Lowest} and {Highest}. See which programs hold them: ss -ltnp");
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _leases.ForEach(x => x.Dispose());
            _leases.Clear();
        }
    }

    private bool TryLease(int port)
    {
        Directory.CreateDirectory(Folder);
        FileStream? lease = null;
        try
        {
            var path = Path.Combine(Folder, port.ToString(CultureInfo.InvariantCulture));
            lease = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (!IsFree(port))
                return false;
            lock (_lock)
                _leases.Add(lease);
            lease = null;
            return true;
        }
        catch (IOException)
        {
            return false;
        }
        finally
        {
            lease?.Dispose();
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var any = new TcpListener(IPAddress.IPv6Any, port);
            any.Server.DualMode = true;
            any.Start();
            return true;
        }
        catch (SocketException)
        {
            return IsFreeWithoutIPv6(port);
        }
    }

    private static bool IsFreeWithoutIPv6(int port)
    {
        if (Socket.OSSupportsIPv6)
            return false;
        try
        {
            using var any = new TcpListener(IPAddress.Any, port);
            any.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

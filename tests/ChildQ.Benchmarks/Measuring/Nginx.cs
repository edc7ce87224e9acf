using System.Net;
using System.Net.Sockets;
using ChildQ.AppHost.Local.Servers;
using ChildQ.Testing;

namespace ChildQ.Benchmarks.Measuring;

/// <summary>nginx that passes everything on to one address, with connections kept open on both sides.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private readonly GuardedProcess _process;
    private readonly DirectoryInfo _folder;

    private Nginx(GuardedProcess process, DirectoryInfo folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    public Uri Address { get; }

    /// <summary>Starts it; on Debian and Ubuntu as root it is installed where it is missing.</summary>
    public static async Task<Nginx> StartAsync(Uri behind)
    {
        var program = await new Machine(mayInstall: true, Console.WriteLine).RequireAsync("nginx", "nginx", Find, CancellationToken.None);
        var folder = Directory.CreateTempSubdirectory("childq-nginx-");
        var port = FreePort();
        var settings = Path.Combine(folder.FullName, "nginx.conf");
        await File.WriteAllTextAsync(settings, Settings(folder.FullName, port, behind));
        var process = GuardedProcess.Start(new(program, ["-c", settings, "-p", folder.FullName, "-e", "stderr"]), Say);
        var nginx = new Nginx(process, folder, new($"http://127.0.0.1:{port}"));
        using var client = new HttpClient { BaseAddress = nginx.Address };
        await Eventually.TrueAsync(() => AnswersAsync(client), "nginx answers");
        return nginx;
    }

    public async ValueTask DisposeAsync()
    {
        await _process.StopAsync();
        _folder.Delete(recursive: true);
    }

    private static string? Find() =>
        new[] { "/usr/sbin/nginx", "/usr/bin/nginx", "/opt/homebrew/bin/nginx" }.FirstOrDefault(Programs.IsThere);

    private static string Settings(string folder, int port, Uri behind) =>
        $$"""
            daemon off;
            worker_processes auto;
            pid {{folder}}/nginx.pid;
            events { worker_connections 1024; }
            http {
              access_log off;
              client_body_temp_path {{folder}}/body;
              proxy_temp_path {{folder}}/proxy;
              fastcgi_temp_path {{folder}}/fastcgi;
              uwsgi_temp_path {{folder}}/uwsgi;
              scgi_temp_path {{folder}}/scgi;
              upstream behind { server {{behind.Authority}}; keepalive 64; }
              server {
                listen 127.0.0.1:{{port}};
                location / {
                  proxy_pass http://behind;
                  proxy_http_version 1.1;
                  proxy_set_header Connection "";
                }
              }
            }
            """;

    private static void Say(string line, bool isError)
    {
        if (isError)
        {
            Console.Error.WriteLine($"nginx: {line}");
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/");
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}

using System.Collections;
using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

// With ASPNETCORE_URLS a service, which says that it was asked to stop: /health/ready (200 when /heal was asked for, or at once without SAMPLE_ILL), /environment, /crash.
// Without it a job, which ends with SAMPLE_EXIT.
if (Environment.GetEnvironmentVariable("ASPNETCORE_URLS") is not { Length: > 0 } urls)
{
    Console.WriteLine("job done");
    return int.Parse(Environment.GetEnvironmentVariable("SAMPLE_EXIT") ?? "0", CultureInfo.InvariantCulture);
}

using var asked = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Console.WriteLine("asked to stop"));
var healthy = Environment.GetEnvironmentVariable("SAMPLE_ILL") is null;
using var listener = new HttpListener();
foreach (var url in urls.Split(';'))
{
    listener.Prefixes.Add(url + "/");
}
listener.Start();
Console.WriteLine($"listens on {urls}");
while (true)
{
    var context = await listener.GetContextAsync();
    switch (context.Request.Url!.AbsolutePath)
    {
        case "/crash":
            context.Response.Close();
            return 3;
        case "/heal":
            healthy = true;
            break;
        case "/health/ready":
            context.Response.StatusCode = healthy ? 200 : 503;
            break;
        case "/environment":
            var all = Environment
                .GetEnvironmentVariables()
                .Cast<DictionaryEntry>()
                .ToDictionary(x => (string)x.Key, x => (string?)x.Value, StringComparer.Ordinal);
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(all)));
            break;
        default:
            context.Response.StatusCode = 404;
            break;
    }
    context.Response.Close();
}

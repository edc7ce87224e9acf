using ChildQ.Testing;
using Microsoft.AspNetCore.Hosting;

namespace ChildQ.Schools.Tests.ChildData;

/// <summary>The schools service, overheard: its whole log, its traces, its measurements and its events.</summary>
public sealed class OverheardSchoolsHost : SchoolsHost
{
    public Overheard Overheard { get; } = new();

    protected override void Configure(IWebHostBuilder web)
    {
        // Not on the console, which nobody reads here.
        web.UseSetting("Logging:Console:LogLevel:Default", "None");
        Overheard.ListenToLog(web);
    }
}

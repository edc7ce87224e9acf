using System.Runtime.InteropServices;
using ChildQ.AppHost.Local.Servers;

// Started by the first test process of a run (ChildQ.Testing), as a process of its own: keep FOLDER [SECONDS]
if (args is not ["keep", var path, .. var rest])
{
    await Console.Error.WriteLineAsync("usage: keep FOLDER [SECONDS OF PATIENCE]");
    return 2;
}
using var stop = new CancellationTokenSource();
using var onTerm = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var onInt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
var patience = TimeSpan.FromSeconds(rest is [var seconds] ? int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture) : 20);
try
{
    return await new Keeper(new KeeperFolder(path), patience, Console.Out).RunAsync(stop.Token);
}
catch (CannotStartException e)
{
    // The process that waits for the servers shows this line.
    await Console.Error.WriteLineAsync($"cannot start: {e.Message}");
    return 1;
}

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}

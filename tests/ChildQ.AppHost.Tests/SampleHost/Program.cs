using ChildQ.AppHost.Local;
using ChildQ.AppHost.Local.Running;
using ChildQ.AppHost.SampleHost;

// PostgreSQL, RabbitMQ and a service, run as a person runs a stack. Beside what a person reads it says its folder and what processes it has started.
var builder = new DistributedApplicationBuilder(RunOptions.Parse(["--verbose"], isTest: true), entryPoint: null);
var database = builder.AddPostgres("postgres").WithDataVolume().AddDatabase("schools-db");
var messaging = builder.AddRabbitMQ("messaging").WithDataVolume();
builder.AddProject<SampleService>("schools").WithHttpEndpoint().WithHttpHealthCheck("/health/ready").WaitFor(database).WaitFor(messaging);
await using var app = builder.Build();
var run = app.RunAsync();
await Task.WhenAny(run, SayWhatRunsAsync(app));
await run;

static async Task SayWhatRunsAsync(DistributedApplication app)
{
    await app.Stack.States.WaitUntilAsync(
        () => app.Stack.States.All.Any(x => x is { Name: "schools", IsReady: true }),
        CancellationToken.None
    );
    Console.WriteLine($"folder {app.Stack.Folder}");
    Console.WriteLine($"processes {string.Join(' ', app.Stack.States.All.Select(x => x.ProcessId).OfType<int>())}");
}

using ChildQ.AppHost.Local;
using ChildQ.AppHost.Local.Running;

namespace ChildQ.AppHost.Tests.Running;

/// <summary>The smallest project: Sample/Program.cs says what it does.</summary>
internal sealed class Sample : IProjectMetadata
{
    public string ProjectPath => AssemblyPath;

    public string AssemblyPath => Path.Combine(AppContext.BaseDirectory, "ChildQ.AppHost.Sample.dll");

    /// <summary>An app model of a test's own, with free ports and a folder that is deleted afterwards.</summary>
    public static IDistributedApplicationBuilder Stack() =>
        new DistributedApplicationBuilder(RunOptions.Parse([], isTest: true), entryPoint: null);
}

internal static class SampleExtensions
{
    public static IResourceBuilder<ProjectResource> AddService(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddProject<Sample>(name).WithHttpEndpoint().WithHttpHealthCheck("/health/ready");
}

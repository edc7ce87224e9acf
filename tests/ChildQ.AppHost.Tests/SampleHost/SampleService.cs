using ChildQ.AppHost.Local;

namespace ChildQ.AppHost.SampleHost;

/// <summary>The smallest project: Sample/Program.cs says what it does.</summary>
internal sealed class SampleService : IProjectMetadata
{
    public string ProjectPath => AssemblyPath;

    public string AssemblyPath => Path.Combine(AppContext.BaseDirectory, "ChildQ.AppHost.Sample.dll");
}

namespace ChildQ.AppHost.Local;

/// <summary>A project of the solution, as the build describes it in the generated namespace <c>Projects</c>.</summary>
public interface IProjectMetadata
{
    string ProjectPath { get; }

    /// <summary>What the build made of it: nothing is built when the stack starts.</summary>
    string AssemblyPath { get; }
}

/// <summary>An endpoint by name, whose address is known when the stack has started.</summary>
public sealed class EndpointReference
{
    internal EndpointReference(IResourceWithEndpoints owner, string endpointName)
    {
        Resource = owner;
        EndpointName = endpointName;
    }

    public IResourceWithEndpoints Resource { get; }

    public string EndpointName { get; }
}

/// <summary>What an environment variable is set to.</summary>
internal interface IValue;

internal sealed record TextValue(string? Text) : IValue;

internal sealed record EndpointValue(EndpointReference Endpoint) : IValue;

internal sealed record ParameterValue(ParameterResource Parameter) : IValue;

/// <param name="Port">The wanted port; null is any free one.</param>
/// <param name="Variable">The environment variable that is told the port; null leaves it at ASPNETCORE_URLS.</param>
internal sealed record Endpoint(string Name, int? Port, string? Variable);

internal sealed record HttpHealthCheck(string Path, int? StatusCode, string EndpointName);

/// <param name="ForCompletion">Waits until it has run and ended well, rather than until it is healthy.</param>
internal sealed record Wait(IResource For, bool ForCompletion);

namespace ChildQ.Stack.Tests;

/// <summary>Tests that begin a version of the shared plan, one after the other: there is one open version at a time. Each closes its own.</summary>
[CollectionDefinition(Name)]
public sealed class SharedPlan
{
    public const string Name = "The shared plan";
}

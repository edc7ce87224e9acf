using ChildQ.Benchmarks.Measuring;

namespace ChildQ.Benchmarks;

/// <summary>One thing that is measured, with all that it needs running around it.</summary>
internal interface IBenchmark
{
    /// <summary>As it is asked for on the command line.</summary>
    string Name { get; }

    /// <summary>Starts what it needs, hands over what is to be compared, and stops it again.</summary>
    Task RunAsync(Func<Comparison, Task> compareAsync);
}

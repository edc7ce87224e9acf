namespace ChildQ.Benchmarks.Measuring;

/// <summary>One way to do a piece of work.</summary>
/// <param name="Name">As the table calls it.</param>
/// <param name="RunAsync">Does the work once through. Throws where the outcome is not what it must be, so that nothing is timed that was not done.</param>
internal sealed record Contender(string Name, Func<Task> RunAsync);

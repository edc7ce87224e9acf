using Xunit;

namespace ChildQ.Testing;

/// <summary>Waits for a condition, never for a time: the limit only ends a test that would otherwise hang.</summary>
public static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Asks again until the answer is as wanted, and returns it.</summary>
    public static async Task<T> IsAsync<T>(Func<Task<T>> ask, Func<T, bool> wanted, string what)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            var answer = await ask();
            if (wanted(answer))
            {
                return answer;
            }

            if (limit.IsCancellationRequested)
            {
                Assert.Fail($"Not within {Limit.TotalSeconds} s: {what}. Last answer: {answer}");
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public static async Task TrueAsync(Func<Task<bool>> condition, string what) => await IsAsync(condition, holds => holds, what);
}

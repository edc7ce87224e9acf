using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Problems;

namespace ChildQ.CommunityEngagement.Tests;

/// <summary>What an act came to.</summary>
internal static class Rules
{
    public static void Refused(this Result result, string type, string? field = null) =>
        Assert.Contains(result.Broken, b => b.Type == type && (field is null || b.Field == field));

    public static void Refused<T>(this Result<T> made, string type, string? field = null)
        where T : class => made.Outcome.Refused(type, field);

    public static void Holds(this Result result) => Assert.True(result.IsOk, string.Join(' ', result.Broken.Select(b => b.Type)));

    /// <summary>The one event of this kind that it has raised and not told yet.</summary>
    public static T Told<T>(this Entity entity) => Assert.Single(entity.Events.OfType<T>());
}

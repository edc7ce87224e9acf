namespace ChildQ.ServiceDefaults.Problems;

/// <summary>A rule that refused an act.</summary>
/// <param name="Type">Stable and unique to the rule, for example <c>protocol/not-endorsed</c>: the problem's <c>type</c>.</param>
/// <param name="Message">What the person can do about it, in plain words; never anything they typed.</param>
/// <param name="Field">The field at fault, camel case; none where the rule is about the whole.</param>
public sealed record BrokenRule(string Type, string Message, string? Field = null);

/// <summary>What an act on an entity came to: done, or refused by one or more rules. Nothing has changed when it was refused.</summary>
public sealed class Result
{
    private Result(IReadOnlyList<BrokenRule> broken) => Broken = broken;

    public static Result Ok { get; } = new([]);

    public IReadOnlyList<BrokenRule> Broken { get; }

    public bool IsOk => Broken.Count == 0;

    public static Result Refused(IReadOnlyList<BrokenRule> broken) => new(broken);

    public Result<T> With<T>(Func<T> value)
        where T : class => IsOk ? value() : this;

    public static implicit operator Result(BrokenRule rule) => new([rule]);
}

/// <summary>What making something came to: the thing, or the rules that refused it.</summary>
public sealed class Result<T>
    where T : class
{
    private readonly T? _value;

    private Result(T? value, Result outcome) => (_value, Outcome) = (value, outcome);

    public Result Outcome { get; }

    public bool IsOk => Outcome.IsOk;

    /// <summary>The thing made; throws where it was refused.</summary>
    public T Value => _value ?? throw new InvalidOperationException($"Refused: {Outcome.Broken[0].Type}.");

    public static implicit operator Result<T>(T value) => new(value, Result.Ok);

    public static implicit operator Result<T>(Result refused) => new(null, refused);

    public static implicit operator Result<T>(BrokenRule rule) => new(null, rule);
}

/// <summary>Says which rule refused.</summary>
public static class Rule
{
    public static BrokenRule Broken(string type, string message, string? field = null) => new(type, message, field);
}

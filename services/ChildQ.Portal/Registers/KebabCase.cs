using System.Text.RegularExpressions;

namespace ChildQ.Portal.Registers;

/// <summary>Pages/PoliceActionPlan/Actions is at /police-action-plan/actions.</summary>
public sealed partial class KebabCase : IOutboundParameterTransformer
{
    public string? TransformOutbound(object? value) =>
        value?.ToString() is { } name ? WordStart().Replace(name, "-").ToLowerInvariant() : null;

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.ExplicitCapture)]
    private static partial Regex WordStart();
}

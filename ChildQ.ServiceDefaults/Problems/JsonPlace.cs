using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace ChildQ.ServiceDefaults.Problems;

/// <summary>
/// Where a body could not be read, in the API's own words only: what a caller called a member may be what they meant to put into it, and so a name.
/// </summary>
internal static partial class JsonPlace
{
    /// <summary>The path as far as the document's own members go: <c>$.visit.on</c>, and <c>$.visit</c> for a member that it does not know.</summary>
    public static string Of(JsonException failed, Endpoint? endpoint, JsonSerializerOptions options)
    {
        var (place, type) = ("$", endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType);
        foreach (Match part in Part().Matches(failed.Path ?? ""))
        {
            if (part.Groups["index"] is { Success: true } index)
            {
                (place, type) = ($"{place}[{index.Value}]", ElementOf(type));
            }
            else if (MemberOf(type, part.Groups["member"].Value, options) is { } member)
            {
                (place, type) = ($"{place}.{member.Name}", member.Type);
            }
            else
            {
                break;
            }
        }

        return place == "$" ? "its start" : place;
    }

    private static (string Name, Type Type)? MemberOf(Type? type, string name, JsonSerializerOptions options) =>
        type is not null
        && options
            .GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type)
            .Properties.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))
            is { } property
            ? (property.Name, property.PropertyType)
            : null;

    private static Type? ElementOf(Type? type) => type?.GetElementType() ?? type?.GetGenericArguments().FirstOrDefault();

    /// <summary>One after the other from the start; what is quoted in brackets is no member of any document here.</summary>
    [GeneratedRegex(
        @"(?<=^\$|\G)(\.(?<member>[^.\[]+)|\[(?<index>[0-9]+)\])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 100
    )]
    private static partial Regex Part();
}

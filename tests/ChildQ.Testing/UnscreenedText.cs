using System.Collections;
using System.Reflection;
using ChildQ.ServiceDefaults.Screening;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ChildQ.Testing;

/// <summary>What a running service takes in without looking for personal data in it.</summary>
public static class UnscreenedText
{
    /// <summary>Each string of each request's body that is not <see cref="FreeTextAttribute">free text</see>: <c>SessionText.Reference</c>.</summary>
    public static IReadOnlyList<string> In(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return
        [
            .. services
                .GetRequiredService<EndpointDataSource>()
                .Endpoints.Select(e => e.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType)
                .OfType<Type>()
                .Distinct()
                .SelectMany(StringsOf)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> StringsOf(Type body) =>
        body.GetProperties()
            .Where(p => p.GetIndexParameters().Length == 0)
            .SelectMany(p =>
                IsText(p.PropertyType) ? Unscreened(body, p)
                : ItemOf(p.PropertyType) is { } item
                && item.Namespace?.StartsWith("ChildQ", StringComparison.Ordinal) == true
                && item.IsClass
                    ? StringsOf(item)
                : []
            );

    private static IEnumerable<string> Unscreened(Type body, PropertyInfo property) =>
        typeof(IFreeText).IsAssignableFrom(body) && property.IsDefined(typeof(FreeTextAttribute)) ? [] : [$"{body.Name}.{property.Name}"];

    private static bool IsText(Type type) => type == typeof(string) || typeof(IEnumerable<string>).IsAssignableFrom(type);

    private static Type ItemOf(Type type) =>
        typeof(IEnumerable).IsAssignableFrom(type) && type.GetGenericArguments() is [var item] ? item : type;
}

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
                .SelectMany(body => StringsOf(body, typeof(IFreeText).IsAssignableFrom(body)))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <param name="screened">Whether what holds it is looked into.</param>
    private static IEnumerable<string> StringsOf(Type body, bool screened) =>
        body.GetProperties()
            .Where(p => p.GetIndexParameters().Length == 0)
            .SelectMany(p =>
                IsText(p.PropertyType) ? (IsScreened(p, screened) ? [] : [$"{body.Name}.{p.Name}"])
                : ItemOf(p.PropertyType) is { } item
                && item.Namespace?.StartsWith("ChildQ", StringComparison.Ordinal) == true
                && item.IsClass
                    ? StringsOf(item, IsScreened(p, screened))
                : []
            );

    private static bool IsScreened(PropertyInfo property, bool holder) => holder && property.IsDefined(typeof(FreeTextAttribute));

    private static bool IsText(Type type) => type == typeof(string) || typeof(IEnumerable<string>).IsAssignableFrom(type);

    private static Type ItemOf(Type type) =>
        typeof(IEnumerable).IsAssignableFrom(type) && type.GetGenericArguments() is [var item] ? item : type;
}

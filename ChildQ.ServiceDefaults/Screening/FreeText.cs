using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ChildQ.ServiceDefaults.Screening;

/// <summary>
/// Words that somebody writes as they like, or parts that hold such words: screened for likely personal data before anything is done with them.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FreeTextAttribute : Attribute;

/// <summary>A request's body with <see cref="FreeTextAttribute">free text</see> in it.</summary>
public interface IFreeText
{
    /// <summary>The writer has seen what looks like personal data, and says that it belongs there.</summary>
    bool Confirmed { get; }
}

/// <summary>
/// A body about a child: nothing in it that may identify someone is kept, whatever its writer says (<c>screening/never-kept</c>).
/// </summary>
public interface IFreeTextAboutAChild : IFreeText
{
    bool IFreeText.Confirmed => false;
}

/// <summary>Screens bodies before the endpoint that they are sent to, so that none can forget it.</summary>
public static class FreeText
{
    private static readonly ConcurrentDictionary<Type, (string Field, PropertyInfo Property)[]> Fields = new();

    public static RouteGroupBuilder ScreenFreeText(this RouteGroupBuilder root) =>
        root.AddEndpointFilter(
            async (call, next) =>
                call.Arguments.OfType<IFreeText>()
                    .Select(body =>
                        body is IFreeTextAboutAChild ? Screened.ProblemOfAnyKind(Of(body)) : Screened.Problem(body.Confirmed, Of(body))
                    )
                    .FirstOrDefault(p => p is not null)
                ?? await next(call)
        );

    /// <summary>The free text of a body, by the name of its field, in a part of it too; what is in one of several parts by the name of the field that holds them.</summary>
    public static IEnumerable<(string Field, string? Text)> Of(IFreeText body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return In(body);
    }

    private static IEnumerable<(string Field, string? Text)> In(object part) =>
        Fields.GetOrAdd(part.GetType(), FieldsOf).SelectMany(f => Texts(f.Field, f.Property.GetValue(part)));

    private static IEnumerable<(string Field, string? Text)> Texts(string field, object? value) =>
        value switch
        {
            null => [],
            string text => [(field, text)],
            IEnumerable<object?> parts => parts.SelectMany(p => Texts(field, p)).Select(x => (field, x.Text)),
            var part => In(part),
        };

    private static (string, PropertyInfo)[] FieldsOf(Type type) =>
        [
            .. type.GetProperties()
                .Where(p => p.IsDefined(typeof(FreeTextAttribute)))
                .Select(p => (JsonNamingPolicy.CamelCase.ConvertName(p.Name), p)),
        ];
}

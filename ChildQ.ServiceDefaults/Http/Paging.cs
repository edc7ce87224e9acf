using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ChildQ.ServiceDefaults.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.ServiceDefaults.Http;

/// <summary>One page of a list.</summary>
/// <param name="Items">In the list's order.</param>
/// <param name="Next">The <c>after</c> of the next page; none on the last. Also sent as <c>Link: rel="next"</c>.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Which page is asked for.</summary>
/// <param name="After">The <c>next</c> of the page before; none for the first.</param>
/// <param name="Take">How many, 1 to 200; 50 unless said.</param>
public sealed record PageRequest(HttpContext Http, string? After, int? Take);

/// <summary>Keyset pagination: the cost of a page does not grow with how far down it lies.</summary>
public static class Paging
{
    public const int Most = 200;
    public const int Usual = 50;

    private static readonly MethodInfo Greater = Comparison(nameof(NpgsqlDbFunctionsExtensions.GreaterThan));
    private static readonly MethodInfo Less = Comparison(nameof(NpgsqlDbFunctionsExtensions.LessThan));

    /// <summary>Orders by a key that is never null (then by id, so that the order is total) and takes one page.</summary>
    public static async Task<Page<TView>> ToPageAsync<T, TKey, TView>(
        this IQueryable<T> query,
        Expression<Func<T, TKey>> by,
        PageRequest request,
        Func<T, TView> view,
        bool descending = false
    )
        where T : Entity
    {
        var take = request.Take ?? Usual;
        if (take is < 1 or > Most)
        {
            throw new BadHttpRequestException($"take must be 1 to {Most}.");
        }

        if (request.After is { } after)
        {
            query = query.Where(Beyond(by, Read<TKey>(after), descending));
        }

        query = descending ? query.OrderByDescending(by).ThenByDescending(e => e.Id) : query.OrderBy(by).ThenBy(e => e.Id);
        var rows = await query.Take(take + 1).ToListAsync(request.Http.RequestAborted);
        string? next = null;
        if (rows.Count > take)
        {
            rows.RemoveAt(take);
            next = Write(by.Compile()(rows[^1]), rows[^1].Id);
            request.Http.Response.Headers.Link = $"<{NextUrl(request.Http.Request, next)}>; rel=\"next\"";
        }

        return new(rows.ConvertAll(row => view(row)), next);
    }

    private static Expression<Func<T, bool>> Beyond<T, TKey>(Expression<Func<T, TKey>> by, Cursor<TKey> cursor, bool descending)
        where T : Entity
    {
        // (key, id) > (@key, @id): a row comparison, which a composite index answers directly.
        Expression<Func<Cursor<TKey>>> at = () => cursor;
        var row = by.Parameters[0];
        var create = typeof(ValueTuple)
            .GetMethods()
            .Single(m => m.Name == nameof(ValueTuple.Create) && m.GetGenericArguments().Length == 2)
            .MakeGenericMethod(typeof(TKey), typeof(Guid));
        Expression Tuple(Expression key, Expression id) => Expression.Convert(Expression.Call(create, key, id), typeof(ITuple));
        var here = Tuple(by.Body, Expression.Property(row, nameof(Entity.Id)));
        var there = Tuple(Expression.Property(at.Body, nameof(Cursor<TKey>.Key)), Expression.Property(at.Body, nameof(Cursor<TKey>.Id)));
        var functions = Expression.Property(null, typeof(EF), nameof(EF.Functions));
        return Expression.Lambda<Func<T, bool>>(Expression.Call(null, descending ? Less : Greater, functions, here, there), row);
    }

    private static MethodInfo Comparison(string name) =>
        typeof(NpgsqlDbFunctionsExtensions)
            .GetMethods()
            .Single(m => m.Name == name && m.GetParameters() is [_, var a, _] && a.ParameterType == typeof(ITuple));

    private static string Write<TKey>(TKey key, Guid id) =>
        WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(new Cursor<TKey>(key, id)));

    private static Cursor<TKey> Read<TKey>(string after)
    {
        try
        {
            return JsonSerializer.Deserialize<Cursor<TKey>>(WebEncoders.Base64UrlDecode(after)) is { Key: not null } cursor
                ? cursor
                : throw new BadHttpRequestException("after must be the 'next' of an earlier page.");
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            throw new BadHttpRequestException(
                "after must be the 'next' of an earlier page.",
                e is JsonException ? new FormatException(e.Message) : e
            );
        }
    }

    private static string NextUrl(HttpRequest request, string next)
    {
        var query = QueryHelpers.ParseQuery(request.QueryString.Value);
        query["after"] = next;
        return UriHelper.BuildRelative(request.PathBase, request.Path, QueryString.Create(query));
    }

    private sealed record Cursor<TKey>(TKey Key, Guid Id);
}

using System.Linq.Expressions;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.ServiceDefaults.Registers;

/// <summary>A public register: what it is called, how an entry is made and shown, who keeps it.</summary>
public sealed record Register<T, TText, TRow, TView>
    where T : Registered
    where TRow : class
{
    /// <summary>In the address: <c>milestones</c>.</summary>
    public required string Name { get; init; }

    /// <summary>One of them, in words: <c>milestone</c>.</summary>
    public required string What { get; init; }

    public required Func<TText, DateOnly, Result<T>> Make { get; init; }

    public required Func<T, TText, DateOnly, Result> Correct { get; init; }

    public required Func<T, TView> View { get; init; }

    public required Func<T, TRow> Row { get; init; }

    public required Func<TRow, TText> Text { get; init; }

    public required Func<TRow, string> RowReference { get; init; }

    /// <summary>What a search looks through: title, text.</summary>
    public required Expression<Func<T, string>> Searched { get; init; }

    public required AuthorizationPolicy Keep { get; init; }

    public required AuthorizationPolicy Import { get; init; }
}

/// <summary>The routes that every public register has: list, one, CSV in and out, put on record, correct.</summary>
public static class RegisterEndpoints
{
    public static RouteGroupBuilder MapRegister<T, TText, TRow, TView>(
        this RouteGroupBuilder root,
        Register<T, TText, TRow, TView> register
    )
        where T : Registered
        where TRow : class
    {
        var group = root.MapGroup($"/{register.Name}").WithTags(register.Name);
        group
            .MapGet(
                "",
                (ServiceDb db, TimeProvider clock, [AsParameters] PageRequest page, string? q, DateOnly? asAt) =>
                    List(register, db, page, q, asAt ?? clock.Today())
            )
            .AllowAnonymous()
            .Produces<Page<TView>>()
            .WithSummary($"The {register.Name} in order of reference, as at a date.");
        group
            .MapGet(
                "/{id:guid}",
                async (Guid id, ServiceDb db, TimeProvider clock, DateOnly? asAt) =>
                    await Known<T>(db, asAt ?? clock.Today()).FirstOrDefaultAsync(e => e.Id == id) is { } entry
                        ? EntityTags.Ok(register.View(entry), entry.Version)
                        : Problem.NotFound(register.What)
            )
            .AllowAnonymous()
            .Produces<TView>()
            .WithSummary($"One {register.What}, as at a date.");
        group
            .MapGet(
                "/export.csv",
                (ServiceDb db, TimeProvider clock, DateOnly? asAt) =>
                    CsvExport.Of(Rows(register, db, asAt ?? clock.Today()), $"{register.Name}.csv")
            )
            .AllowAnonymous()
            .WithSummary($"All {register.Name} as CSV, as at a date.");
        group
            .MapPost(
                "",
                (TText text, ServiceDb db, TimeProvider clock, ServiceIdentity service) =>
                    db.SaveNew(register.Make(text, clock.Today()), e => $"{service.Prefix}/{register.Name}/{e.Id}", register.View)
            )
            .RequireAuthorization(register.Keep)
            .Idempotent()
            .Produces<TView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary($"Puts a {register.What} on record.");
        group
            .MapPut(
                "/{id:guid}",
                (Guid id, TText text, ServiceDb db, HttpContext http, TimeProvider clock) =>
                    Correct(register, id, text, db, http, clock.Today())
            )
            .RequireAuthorization(register.Keep)
            .RequireIfMatch()
            .Produces<TView>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary($"Corrects a {register.What}.");
        group
            .MapImport<TRow>(
                register.Name,
                (batch, db, today, ct) =>
                    batch.UpsertAsync(
                        db.Set<T>(),
                        db,
                        register.RowReference,
                        entry => entry.Reference,
                        row => register.Make(register.Text(row), today),
                        (entry, row) => register.Correct(entry, register.Text(row), today),
                        ct
                    )
            )
            .RequireAuthorization(register.Import);
        return group;
    }

    private static IQueryable<T> Known<T>(ServiceDb db, DateOnly asAt)
        where T : Registered => db.Set<T>().AsNoTracking().Where(e => e.KnownOn <= asAt);

    private static async Task<IResult> List<T, TText, TRow, TView>(
        Register<T, TText, TRow, TView> register,
        ServiceDb db,
        PageRequest page,
        string? q,
        DateOnly asAt
    )
        where T : Registered
        where TRow : class
    {
        var entries = Known<T>(db, asAt);
        if (!string.IsNullOrWhiteSpace(q))
        {
            entries = entries.Where(Found(register.Searched, $"%{Like.Escape(q)}%"));
        }

        return TypedResults.Ok(await entries.ToPageAsync(e => e.Reference, page, register.View));
    }

    private static async Task<IResult> Correct<T, TText, TRow, TView>(
        Register<T, TText, TRow, TView> register,
        Guid id,
        TText text,
        ServiceDb db,
        HttpContext http,
        DateOnly today
    )
        where T : Registered
        where TRow : class
    {
        if (await db.Set<T>().FirstOrDefaultAsync(e => e.Id == id) is not { } entry)
        {
            return Problem.NotFound(register.What);
        }

        return http.IsStale(entry)
            ? EntityTags.Changed()
            : await db.SaveAfter(register.Correct(entry, text, today), () => EntityTags.Ok(register.View(entry), entry.Version));
    }

    private static async IAsyncEnumerable<TRow> Rows<T, TText, TRow, TView>(
        Register<T, TText, TRow, TView> register,
        ServiceDb db,
        DateOnly asAt
    )
        where T : Registered
        where TRow : class
    {
        await foreach (var entry in Known<T>(db, asAt).OrderBy(e => e.Reference).AsAsyncEnumerable())
        {
            yield return register.Row(entry);
        }
    }

    private static Expression<Func<T, bool>> Found<T>(Expression<Func<T, string>> searched, string pattern)
        where T : Registered
    {
        Expression<Func<string, bool>> like = text => EF.Functions.ILike(text, pattern, @"\");
        Expression<Func<T, string>> reference = entry => entry.Reference;
        Expression Ask(LambdaExpression of) =>
            new Put(like.Parameters[0], new Put(of.Parameters[0], searched.Parameters[0]).Visit(of.Body)).Visit(like.Body);
        return Expression.Lambda<Func<T, bool>>(Expression.OrElse(Ask(searched), Ask(reference)), searched.Parameters);
    }

    private sealed class Put(ParameterExpression at, Expression what) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == at ? what : node;
    }
}

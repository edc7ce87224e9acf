using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace ChildQ.ServiceDefaults.Problems;

/// <summary>RFC 9457 problem details: one stable <c>type</c> per rule, fields at fault under <c>errors</c>, never what a person typed.</summary>
public static class Problem
{
    public static IResult Of(Result refused) => TypedResults.Problem(Details(refused));

    public static IResult Of(int status, string type, string detail, string? field = null) =>
        TypedResults.Problem(Details(status, type, detail, field));

    public static IResult NotFound(string what) =>
        Of(StatusCodes.Status404NotFound, "not-found", $"There is no such {what}, or it is not yours to see.");

    public static ProblemDetails Details(int status, string type, string detail, string? field = null)
    {
        var problem = new ProblemDetails
        {
            Status = status,
            Type = type,
            Title = Title(status),
            Detail = detail,
        };
        if (field is not null)
        {
            problem.Extensions["errors"] = new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [detail] };
        }

        return problem;
    }

    private static ProblemDetails Details(Result refused)
    {
        var first = refused.Broken[0];
        var problem = Details(
            StatusCodes.Status422UnprocessableEntity,
            first.Type,
            string.Join(' ', refused.Broken.Select(b => b.Message))
        );
        var fields = refused
            .Broken.Where(b => b.Field is not null)
            .GroupBy(b => b.Field!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(b => b.Message).ToArray(), StringComparer.Ordinal);
        if (fields.Count > 0)
        {
            problem.Extensions["errors"] = fields;
        }

        return problem;
    }

    private static string Title(int status) =>
        status switch
        {
            400 => "The request could not be read",
            401 => "Sign in first",
            403 => "Not allowed",
            404 => "Not found",
            409 => "In conflict with what is there",
            412 => "Changed by someone else",
            413 => "Too large",
            415 => "Not a kind of content taken here",
            422 => "Refused by a rule",
            428 => "Say which version you change",
            _ => "Something went wrong",
        };
}

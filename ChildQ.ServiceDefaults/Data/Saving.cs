using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http;

namespace ChildQ.ServiceDefaults.Data;

/// <summary>How an endpoint ends: refused by a rule and nothing changed, or saved.</summary>
public static class Saving
{
    /// <summary>Saves when the act was done, and answers with <paramref name="then"/>, or 204; else answers 422 with the rules that refused.</summary>
    public static async Task<IResult> SaveAfter(this ServiceDb db, Result result, Func<IResult>? then = null)
    {
        if (!result.IsOk)
        {
            return Problem.Of(result);
        }

        await db.SaveChangesAsync();
        return then?.Invoke() ?? TypedResults.NoContent();
    }

    /// <summary>Adds and saves what was made and answers 201 with its place and ETag; else answers 422.</summary>
    public static async Task<IResult> SaveNew<T, TView>(this ServiceDb db, Result<T> made, Func<T, string> place, Func<T, TView> view)
        where T : Entity
    {
        if (!made.IsOk)
        {
            return Problem.Of(made.Outcome);
        }

        db.Add(made.Value);
        await db.SaveChangesAsync();
        return new Tagged<TView>(view(made.Value), made.Value.Version, StatusCodes.Status201Created, place(made.Value));
    }
}

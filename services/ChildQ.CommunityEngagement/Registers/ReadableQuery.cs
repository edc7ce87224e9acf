using ChildQ.ServiceDefaults.Problems;

namespace ChildQ.CommunityEngagement.Registers;

/// <summary>Refuses a query string with characters that the database cannot hold, before anything is looked for.</summary>
internal static class ReadableQuery
{
    public static RouteGroupBuilder RequireReadableQuery(this RouteGroupBuilder group) =>
        group.AddEndpointFilter(
            async (context, next) =>
                context.HttpContext.Request.Query.Any(q => q.Value.Any(v => v?.Contains('\0', StringComparison.Ordinal) == true))
                    ? Problem.Of(400, "input/not-readable", "A value in the address holds a character that cannot be read.")
                    : await next(context)
        );
}

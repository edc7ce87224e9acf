using ChildQ.Gateway.Pages;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Gateway.Health;

/// <summary><c>/health</c>: the whole stack, each part named. Everybody sees names and states; the operations team sees more.</summary>
public static class HealthEndpoint
{
    public static void MapStackHealth(this IEndpointRouteBuilder routes) =>
        routes.MapGet(
            "/health",
            async (HttpContext http, StackHealth stack, GatewaySettings settings, CancellationToken cancellation) =>
            {
                var parts = await stack.AskAsync(cancellation);
                var whole = parts.Any(part => part.State == PartState.Unhealthy) ? PartState.Unhealthy : parts.Max(part => part.State);
                var status = whole == PartState.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
                var forOperations = http.User.HasClaim(settings.RoleClaim, Roles.Operations);
                http.Response.Headers.CacheControl = "no-store";
                return Page.IsWantedBy(http.Request)
                    ? Page.Html(status, Heading(whole), Table(parts, forOperations))
                    : Results.Json(Response(whole, parts, forOperations), statusCode: status);
            }
        );

    private static StackHealthResponse Response(PartState whole, IEnumerable<PartHealth> parts, bool forOperations) =>
        new(
            whole.ToString(),
            [
                .. parts.Select(part => new PartHealthResponse(
                    part.Name,
                    part.State.ToString(),
                    forOperations ? (int)part.Took.TotalMilliseconds : null,
                    forOperations ? part.Detail : null
                )),
            ]
        );

    private static string Heading(PartState whole) =>
        whole switch
        {
            PartState.Healthy => "Everything is working",
            PartState.Degraded => "Working, with something missing",
            _ => "Part of the service is not working",
        };

    private static string Table(IEnumerable<PartHealth> parts, bool forOperations)
    {
        var rows = parts.Select(part =>
            $"""
                <tr class="govuk-table__row">
                  <th scope="row" class="govuk-table__header">{Page.Encode(part.Name)}</th>
                  <td class="govuk-table__cell">{part.State}</td>
                  {(
                    forOperations
                        ? $"""<td class="govuk-table__cell">{(int)part.Took.TotalMilliseconds} ms. {Page.Encode(part.Detail ?? "")}</td>"""
                        : ""
                )}
                </tr>
                """
        );
        return $"""
            <table class="govuk-table">
              <caption class="govuk-table__caption govuk-table__caption--m">Parts of the service</caption>
              <thead class="govuk-table__head">
                <tr class="govuk-table__row">
                  <th scope="col" class="govuk-table__header">Part</th>
                  <th scope="col" class="govuk-table__header">State</th>
                  {(forOperations ? """<th scope="col" class="govuk-table__header">Detail</th>""" : "")}
                </tr>
              </thead>
              <tbody class="govuk-table__body">
                {string.Join('\n', rows)}
              </tbody>
            </table>
            """;
    }

    public sealed record StackHealthResponse(string Status, IReadOnlyList<PartHealthResponse> Parts);

    /// <summary><c>Milliseconds</c> and <c>Detail</c> are for the operations team only.</summary>
    public sealed record PartHealthResponse(
        string Name,
        string Status,
        [property: System.Text.Json.Serialization.JsonIgnore(
            Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull
        )]
            int? Milliseconds,
        [property: System.Text.Json.Serialization.JsonIgnore(
            Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull
        )]
            string? Detail
    );
}

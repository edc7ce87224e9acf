using System.Diagnostics;
using ChildQ.Portal.Clients;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages.Errors;

/// <summary>What is shown when a page cannot be: says what happened, and what to do next.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class IndexModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Code { get; set; }

    /// <summary>The address that was asked for.</summary>
    public string Asked =>
        HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } first
            ? first.OriginalPathBase + first.OriginalPath + first.OriginalQueryString
        : HttpContext.Features.Get<IExceptionHandlerPathFeature>() is { } failed ? failed.Path
        : "/";

    /// <summary>The part that does not answer, where that is the reason.</summary>
    public ServicePart? Part => HttpContext.Items[ServiceAnswersFilter.PartItem] as ServicePart;

    public string? Trace => Activity.Current?.TraceId.ToString();

    public string Heading =>
        Code switch
        {
            400 => "That could not be read",
            401 => "Sign in to see this page",
            403 => "You may not see this page",
            404 => "Page not found",
            503 when Part is { } part => $"{part.Name} does not answer",
            503 => "This page cannot be shown right now",
            _ => "Sorry, there is a problem",
        };
}

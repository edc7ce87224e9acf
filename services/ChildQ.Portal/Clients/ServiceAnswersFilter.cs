using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ChildQ.Portal.Clients;

/// <summary>Turns a service's refusal or silence into the error page for it, in one place for all pages.</summary>
public sealed class ServiceAnswersFilter(ILogger<ServiceAnswersFilter> log) : IExceptionFilter
{
    /// <summary>Where the 503 page finds which part it is about.</summary>
    public const string PartItem = "ChildQ.UnavailablePart";

    public void OnException(ExceptionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        switch (context.Exception)
        {
            case ServiceRefusedException refused:
                context.Result = new StatusCodeResult((int)refused.Status);
                break;
            case ServiceUnavailableException unavailable:
                log.LogWarning(unavailable, "{Service} does not answer", unavailable.Part.Resource);
                context.HttpContext.Items[PartItem] = unavailable.Part;
                context.Result = new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
                break;
            default:
                return;
        }
        context.ExceptionHandled = true;
    }
}

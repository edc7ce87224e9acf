using System.Diagnostics;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Identity.Pages;

/// <summary>What went wrong, in words for the person, and a code for whoever mends it.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public string Heading { get; private set; } = "Sorry, there is a problem with signing in";
    public string Advice { get; private set; } = "Try again in a few minutes.";
    public string? Code { get; private set; }

    public void OnGet(int? status) => Show(status);

    public void OnPost(int? status) => Show(status);

    private void Show(int? status)
    {
        Code = HttpContext.GetOpenIddictServerResponse()?.Error ?? Activity.Current?.TraceId.ToString();
        switch (status)
        {
            case StatusCodes.Status404NotFound:
                (Heading, Advice, Code) = ("Page not found", "If you typed the web address, check that it is right.", null);
                break;
            case StatusCodes.Status429TooManyRequests:
                (Heading, Advice, Code) = ("Too many tries", "Wait one minute, then try to sign in again.", null);
                break;
            case >= 400 and < 500:
                (Heading, Advice) = ("This sign-in link does not work", "Go to the home page and choose Sign in again.");
                break;
            default:
                Response.StatusCode = status ?? StatusCodes.Status500InternalServerError;
                break;
        }
    }
}

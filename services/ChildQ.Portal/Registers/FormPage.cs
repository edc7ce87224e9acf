using ChildQ.Portal.Clients;
using ChildQ.ServiceDefaults.Screening;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Registers;

/// <summary>What the partials of a form need to know of any form.</summary>
public interface IForm
{
    string? ETag { get; }
    string Key { get; }

    /// <summary>Where yours and the current version differ, after somebody else was faster; none otherwise.</summary>
    IReadOnlyList<Difference> Differences { get; }

    /// <summary>What in the text looks like personal data and waits for the writer's word.</summary>
    IReadOnlyList<ScreenedFind> Finds { get; }

    /// <summary>Whether they may stay if the writer says so.</summary>
    bool MayConfirm { get; }
}

/// <summary>For partials about fields that several forms have.</summary>
public interface IFormOf<out TForm>
{
    TForm Form { get; }
}

/// <summary>
/// What every form has: the fields, the version they were filled from, a key that makes sending twice harmless, and how a service's refusal
/// comes back to the fields it is about.
/// </summary>
public abstract class FormPage<TForm> : PageModel, IForm, IFormOf<TForm>
    where TForm : class, new()
{
    /// <summary>Where the layout finds what was just done.</summary>
    public const string NoticeKey = "Notice";

    [BindProperty]
    public TForm Form { get; set; } = new();

    [BindProperty]
    public string? ETag { get; set; }

    [BindProperty]
    public string Key { get; set; } = NewKey();

    public IReadOnlyList<Difference> Differences { get; protected set; } = [];

    public IReadOnlyList<ScreenedFind> Finds { get; private set; } = [];

    public bool MayConfirm { get; private set; }

    /// <summary>Sends the form unless a field is wrong; goes on when it is done, and shows the form again with what is wrong when it is refused.</summary>
    protected async Task<IActionResult> SaveAsync(
        Func<Task<Saved>> send,
        Func<Saved, IActionResult> then,
        Func<Task>? whenChangedMeanwhile = null
    )
    {
        ArgumentNullException.ThrowIfNull(send);
        ArgumentNullException.ThrowIfNull(then);
        if (!ModelState.IsValid)
            return Page();
        var saved = await send();
        if (saved.Done)
            return then(saved);
        if (saved.Refused is { } problem)
        {
            ModelState.AddProblem(problem, typeof(TForm));
            Finds = ScreenedFind.In(problem, Form);
            MayConfirm = problem.Type == ScreenedText.ProblemType;
            return Page();
        }
        if (whenChangedMeanwhile is not null)
            await whenChangedMeanwhile();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>To another page, which says what was done.</summary>
    protected RedirectResult GoTo(string address, string notice)
    {
        TempData[NoticeKey] = notice;
        return LocalRedirectAfterPost(address);
    }

    private RedirectResult LocalRedirectAfterPost(string address) => Redirect(Url.Content("~" + address));

    private static string NewKey() => Guid.CreateVersion7().ToString("n");
}

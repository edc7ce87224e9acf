using System.ComponentModel.DataAnnotations;
using ChildQ.Identity.Accounts;
using ChildQ.Identity.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace ChildQ.Identity.Pages;

[AllowAnonymous]
[EnableRateLimiting(Web.SignInLimit)]
public sealed class SignInModel(SignInManager<Account> signIn, IdentitySettings settings) : PageModel
{
    /// <summary>One text for every reason, so that nobody can find out which addresses have an account or are locked.</summary>
    private const string NotAccepted = "The e-mail address or password is not right, or the account is locked for now";

    [BindProperty]
    [Required(ErrorMessage = "Enter your e-mail address")]
    [StringLength(256, ErrorMessage = "Enter an e-mail address of 256 characters or fewer")]
    public string Email { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "Enter your password")]
    [StringLength(256, ErrorMessage = "Enter a password of 256 characters or fewer")]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public bool ShowsDevelopmentAccounts => settings.SeedDevelopmentAccounts;

    public void OnGet() => ReturnUrl = LocalOrHome(ReturnUrl);

    public async Task<IActionResult> OnPostAsync()
    {
        ReturnUrl = LocalOrHome(ReturnUrl);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var account = await signIn.UserManager.FindByNameAsync(Email.Trim());
        if (account is null)
        {
            SpendTheSameTime(Password);
        }
        else if ((await signIn.PasswordSignInAsync(account, Password, isPersistent: false, lockoutOnFailure: true)).Succeeded)
        {
            return LocalRedirect(ReturnUrl);
        }

        ModelState.AddModelError("", NotAccepted);
        return Page();
    }

    public IReadOnlyList<string> ErrorsOf(string field) =>
        ModelState.TryGetValue(field, out var entry) ? [.. entry.Errors.Select(error => error.ErrorMessage)] : [];

    private string LocalOrHome(string? url) => Url.IsLocalUrl(url) ? url : "/";

    /// <summary>Without this an address that has no account would answer faster than one that has.</summary>
    private void SpendTheSameTime(string password) => signIn.UserManager.PasswordHasher.HashPassword(new Account { Name = "" }, password);
}

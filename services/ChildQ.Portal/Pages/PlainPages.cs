using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages;

// Pages of words only: they read nothing and are open to all.

[AllowAnonymous]
public sealed class AccessibilityModel : PageModel;

[AllowAnonymous]
public sealed class PrivacyModel : PageModel;

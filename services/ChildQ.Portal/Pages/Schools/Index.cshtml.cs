using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages.Schools;

/// <summary>What there is of schools: for everyone what is published, for each role what is theirs.</summary>
[AllowAnonymous]
public sealed class IndexModel : PageModel;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages.Oversight;

[AllowAnonymous]
public sealed class IndexModel : PageModel;

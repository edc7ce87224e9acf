using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages.CommunityEngagement;

[AllowAnonymous]
public sealed class IndexModel : PageModel;

using ChildQ.Portal.Access;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages.StaffSupport;

[PageFor(Roles.Staff, Roles.StaffLead, Roles.Facilitator, Roles.Oversight, Roles.Councillor, Roles.Scrutiny)]
public sealed class IndexModel : PageModel;

using ChildQ.Portal.Access;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages.Schools;

[PageFor(Roles.SchoolsLead, Roles.SafeguardingLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny, Roles.School, Roles.PolicePlanLead)]
public sealed class IndexModel : PageModel;

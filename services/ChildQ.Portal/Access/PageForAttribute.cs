using Microsoft.AspNetCore.Authorization;

namespace ChildQ.Portal.Access;

/// <summary>
/// Says which roles a page is for. The services decide again on every request; a page only saves people from walking into a refusal.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public class PageForAttribute : AuthorizeAttribute
{
    public PageForAttribute(params string[] roles) => Roles = string.Join(',', roles);
}

/// <summary>Everyone who reads partner-level items: leads, boards, partners, councillors.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PageForPartnersAttribute() : PageForAttribute([.. ChildQ.ServiceDefaults.Access.Roles.PartnerReaders]);

/// <summary>Signed in, whatever the role.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PageForEveryoneSignedInAttribute : AuthorizeAttribute;

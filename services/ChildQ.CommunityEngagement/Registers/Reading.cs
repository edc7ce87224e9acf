using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Sharing;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.CommunityEngagement.Registers;

/// <summary>How entries with a sharing level are read and changed, always through the filter of what the caller may see.</summary>
internal static class Reading
{
    public static bool IsLead(this CurrentUser user) => user.Has(Roles.EngagementLead) && !SharingRules.IsPolice(user.Principal);

    /// <summary>The lead all; a facilitator those of the activities they run.</summary>
    public static bool Keeps(this CurrentUser user, IFacilitated thing) =>
        user.IsLead()
        || (
            user.Has(Roles.Facilitator)
            && !SharingRules.IsPolice(user.Principal)
            && string.Equals(thing.FacilitatedBy, user.Id, StringComparison.Ordinal)
        );

    /// <summary>Changes what the caller keeps and has read (<c>If-Match</c>): 404, 403, 412, 422, or 200 with the new ETag.</summary>
    public static async Task<IResult> ChangeAsync<T, TView>(
        this ServiceDb db,
        Guid id,
        CurrentUser user,
        HttpContext http,
        Func<T, Task<Result>> change,
        Func<T, TView> view,
        string what
    )
        where T : Registered, IFacilitated
    {
        var visible = db.Set<T>().Where(SharingRules.VisibleTo<T>(user.Principal));
        if (await visible.FirstOrDefaultAsync(e => e.Id == id) is not { } entry)
        {
            return Problem.NotFound(what);
        }

        if (!user.Keeps(entry))
        {
            return Problem.Of(StatusCodes.Status403Forbidden, $"{what}/not-yours", $"This {what} is of an activity that you do not run.");
        }

        return http.IsStale(entry)
            ? EntityTags.Changed()
            : await db.SaveAfter(await change(entry), () => EntityTags.Ok(view(entry), entry.Version));
    }
}

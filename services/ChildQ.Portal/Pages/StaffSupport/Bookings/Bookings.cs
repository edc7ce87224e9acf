using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages.StaffSupport.Bookings;

/// <summary>One's own booking.</summary>
public sealed record MyBookingView(
    Guid Id,
    string State,
    Guid SessionId,
    string Title,
    DateOnly? StartsOn,
    TimeOnly? StartsAt,
    string? Place,
    bool SessionCancelled,
    string? CancelledBecause
);

/// <summary>One's own bookings, and giving one back.</summary>
[PageFor(Roles.Staff)]
public sealed class IndexModel(StaffSupportClient staff) : PageModel
{
    public IReadOnlyList<MyBookingView> Bookings { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Bookings = await staff.Get<IReadOnlyList<MyBookingView>>("bookings/mine", cancel);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        var given = await staff.Delete($"bookings/{id}", null, cancel);
        TempData[FormPage<object>.NoticeKey] = given.Refused?.Sentence ?? "Your booking is given back. The place goes to whoever waits.";
        return RedirectToPage();
    }
}

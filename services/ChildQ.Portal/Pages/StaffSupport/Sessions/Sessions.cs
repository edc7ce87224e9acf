using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Suppression;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages.StaffSupport.Sessions;

/// <summary>A support session. Nothing of its bookings is in it.</summary>
public sealed record SessionView(
    Guid Id,
    string Reference,
    string Kind,
    string Title,
    DateOnly? StartsOn,
    TimeOnly? StartsAt,
    TimeOnly? EndsAt,
    string? Place,
    int? Capacity,
    string Places,
    string? Facilitator,
    string? FacilitatorId,
    string? Audience,
    DateOnly? CancelledOn,
    string? CancelledBecause,
    DateOnly KnownOn,
    string? Source
) : IEntry;

[PageFor(Roles.Staff, Roles.StaffLead, Roles.Facilitator, Roles.Oversight, Roles.Councillor, Roles.Scrutiny)]
public sealed class IndexModel(StaffSupportClient staff)
    : RegisterPage<SessionView>(
        staff,
        "sessions",
        Filter.Search(),
        Filter.Words("kind", "Kind", SessionForm.Kinds),
        Filter.Words("when", "When", [new("upcoming", "Upcoming"), new("past", "Past")])
    )
{
    public override bool OffersAsAt => true;
}

[PageFor(Roles.Staff, Roles.StaffLead, Roles.Facilitator, Roles.Oversight, Roles.Councillor, Roles.Scrutiny)]
public sealed class OneModel(StaffSupportClient staff) : OnePage<SessionView>(staff, "sessions");

public sealed class SessionForm : RegisteredForm
{
    [Display(Name = "Title")]
    [Required(ErrorMessage = "Enter a title")]
    public string? Title { get; set; }

    [Display(Name = "Kind")]
    [Required(ErrorMessage = "Choose a kind")]
    public string? Kind { get; set; }

    [Display(Name = "Date", Description = "Leave empty if it is still to be arranged: it then takes no bookings.")]
    public DateOnly? StartsOn { get; set; }

    [Display(Name = "Starts at")]
    public TimeOnly? StartsAt { get; set; }

    [Display(Name = "Ends at")]
    public TimeOnly? EndsAt { get; set; }

    [Display(Name = "Place")]
    public string? Place { get; set; }

    [Display(Name = "Places", Description = "Leave empty if no booking is needed.")]
    public int? Capacity { get; set; }

    [Display(Name = "Run by", Description = "A team or post, as shown.")]
    public string? Facilitator { get; set; }

    [Display(Name = "Account of whoever runs it", Description = "They alone see who has booked.")]
    public string? FacilitatorId { get; set; }

    [Display(Name = "For whom")]
    public string? Audience { get; set; }

    public static IReadOnlyList<Choice> Kinds { get; } =
        Choice.Of("peerListening", "specialistLed", "dropIn", "questionAndAnswer", "briefing");
}

[PageFor(Roles.StaffLead)]
public sealed class EditModel(StaffSupportClient staff) : EditPage<SessionForm, SessionView>(staff, "sessions")
{
    protected override string Address => "/staff-support/sessions";

    protected override SessionForm FormFrom(SessionView item) =>
        new()
        {
            Title = item.Title,
            Kind = item.Kind,
            StartsOn = item.StartsOn,
            StartsAt = item.StartsAt,
            EndsAt = item.EndsAt,
            Place = item.Place,
            Capacity = item.Capacity,
            Facilitator = item.Facilitator,
            FacilitatorId = item.FacilitatorId,
            Audience = item.Audience,
            Source = item.Source,
        };

    protected override object ToSend() =>
        new
        {
            Form.Reference,
            Form.Title,
            Form.Kind,
            Form.StartsOn,
            Form.StartsAt,
            Form.EndsAt,
            Form.Place,
            Form.Capacity,
            Form.Facilitator,
            Form.FacilitatorId,
            Form.Audience,
            Form.KnownOn,
            Form.Source,
            Form.Confirmed,
        };
}

/// <summary>How a session's times and places are said.</summary>
public static class SessionTimes
{
    public static string Of(SessionView session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return (session.StartsAt, session.EndsAt) switch
        {
            ({ } from, { } to) => $"{Dates.PlainDates.InWords(from)} to {Dates.PlainDates.InWords(to)}",
            ({ } from, null) => $"from {Dates.PlainDates.InWords(from)}",
            _ => Dates.PlainDates.NotStated,
        };
    }

    public static string PlacesOf(string places) =>
        places switch
        {
            "available" => "Open",
            "full" => "Waiting list",
            "ask" => "Book to find out",
            _ => "No booking",
        };
}

public sealed class NoFields;

/// <summary>Books a place for oneself.</summary>
[PageFor(Roles.Staff)]
public sealed class BookModel(StaffSupportClient staff) : ActPage<NoFields, SessionView>(staff, "sessions")
{
    protected override string Act => "bookings";
    protected override string Address => "/staff-support/bookings";
    protected override string Notice => "Booked. Nobody but you and whoever runs the session sees it.";

    protected override Task<Saved> SendAsync(CancellationToken cancel) => Client.Post($"sessions/{Id}/bookings", null, Key, cancel);
}

public sealed class CancelForm
{
    [Display(Name = "Why", Description = "Shown to everyone who sees the session.")]
    [Required(ErrorMessage = "Say why it is cancelled")]
    public string? Reason { get; set; }

    /// <summary>The writer has seen what looks like personal data, and says that it stays.</summary>
    public bool Confirmed { get; set; }
}

[PageFor(Roles.StaffLead)]
public sealed class CancelModel(StaffSupportClient staff) : ActPage<CancelForm, SessionView>(staff, "sessions")
{
    protected override string Act => "cancellation";
    protected override string Address => $"/staff-support/sessions/{Id}";
    protected override string Notice => "Cancelled.";
}

/// <summary>A booking as whoever runs the session sees it: an account, no name.</summary>
public sealed record SessionBookingView(Guid Id, string Person, string State, int? PlaceInLine, DateTimeOffset BookedAt);

[PageFor(Roles.Facilitator)]
public sealed class BookingsModel(StaffSupportClient staff) : OnePage<SessionView>(staff, "sessions")
{
    public IReadOnlyList<SessionBookingView> Bookings { get; private set; } = [];

    protected override async Task AlsoReadAsync(CancellationToken cancel) =>
        Bookings = await Client.Get<IReadOnlyList<SessionBookingView>>($"sessions/{Id}/bookings", cancel);
}

/// <summary>How many people took part, by kind of session, in a quarter that is over; small numbers suppressed by the service.</summary>
[PageFor(Roles.StaffLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny)]
public sealed class AttendanceModel(StaffSupportClient staff, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Quarter { get; set; }

    public SuppressedTable? Table { get; private set; }

    public static IReadOnlyList<Choice> Quarters { get; } =
    [new("1", "January to March"), new("2", "April to June"), new("3", "July to September"), new("4", "October to December")];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var before = ServiceDefaults.Time.London.Today(clock).AddMonths(-3);
        Year ??= before.Year;
        Quarter ??= (before.Month + 2) / 3;
        Table = await staff.TryGet<SuppressedTable>($"sessions/attendance?year={Year}&quarter={Quarter}", cancel);
    }
}

using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Mvc;

namespace ChildQ.Portal.Pages.Schools.Training;

public sealed class BookForm
{
    [Display(Name = "School", Description = "Its URN, six digits.")]
    public int? Urn { get; set; }

    [Display(Name = "For whom?", Description = "Roles only: do not name anyone.")]
    [Required(ErrorMessage = "Choose for whom")]
    public string? For { get; set; }

    [Display(Name = "How many places?")]
    [Required(ErrorMessage = "Enter how many places")]
    public int? Places { get; set; }
}

/// <summary>A school asks for places.</summary>
[PageFor(Roles.School, Roles.SchoolsLead)]
public sealed class BookModel(SchoolsClient schools) : ActPage<BookForm, TrainingView>(schools, "training")
{
    protected override string Act => "bookings";
    protected override string Address => $"/schools/training/{Id}";
    protected override string Notice => "Your places are booked, or you are on the waiting list: see below.";
}

public sealed class ReturnForm
{
    [Display(Name = "How many places do you give back?", Description = "Leave empty to give back all of them.")]
    public int? Places { get; set; }
}

/// <summary>A school gives places back.</summary>
[PageFor(Roles.School, Roles.SchoolsLead)]
public sealed class ReturnModel(SchoolsClient schools) : ActPage<ReturnForm, TrainingView>(schools, "training")
{
    [BindProperty(SupportsGet = true)]
    public Guid Booking { get; set; }

    /// <summary>None where it is not there, or not the reader's.</summary>
    public TrainingBookingView? Own => Item.Bookings.FirstOrDefault(b => b.Id == Booking);

    protected override string Act => $"bookings/{Booking}/return";
    protected override string Address => $"/schools/training/{Id}";
    protected override string Notice => "Given back. The places go to whoever waits.";
}

public sealed class MoveForm
{
    [Display(Name = "New date", Description = "Leave empty if it is put off and the new day is not known yet.")]
    public DateOnly? On { get; set; }

    [Display(Name = "Starts at")]
    public TimeOnly? StartsAt { get; set; }

    [Display(Name = "Ends at")]
    public TimeOnly? EndsAt { get; set; }

    [Display(Name = "Why", Description = "Shown to everyone, beside the date before.")]
    [Required(ErrorMessage = "Say why it moves")]
    public string? Reason { get; set; }

    public bool Confirmed { get; set; }
}

[PageFor(Roles.SchoolsLead)]
public sealed class MoveModel(SchoolsClient schools) : ActPage<MoveForm, TrainingView>(schools, "training")
{
    protected override string Act => "date";
    protected override string Address => $"/schools/training/{Id}";
    protected override string Notice => "Moved. The date before stays in view.";

    protected override void Fill(TrainingView item) => (Form.StartsAt, Form.EndsAt) = (item.StartsAt, item.EndsAt);
}

public sealed class CancelForm
{
    [Display(Name = "Why", Description = "Shown to everyone who sees it.")]
    [Required(ErrorMessage = "Say why it is cancelled")]
    public string? Reason { get; set; }

    public bool Confirmed { get; set; }
}

[PageFor(Roles.SchoolsLead)]
public sealed class CancelModel(SchoolsClient schools) : ActPage<CancelForm, TrainingView>(schools, "training")
{
    protected override string Act => "cancellation";
    protected override string Address => $"/schools/training/{Id}";
    protected override string Notice => "Cancelled. The schools that booked see it.";
}

public sealed class AttendanceForm
{
    /// <summary>How many came, by the booking's id.</summary>
    public Dictionary<Guid, int?> Attended { get; set; } = [];
}

/// <summary>How many of each booking's places were attended.</summary>
[PageFor(Roles.SchoolsLead)]
public sealed class AttendanceModel(SchoolsClient schools) : ActPage<AttendanceForm, TrainingView>(schools, "training")
{
    protected override string Act => "attendance";
    protected override string Address => $"/schools/training/{Id}";
    protected override string Notice => "Attendance is on record. Certificates follow from it.";

    public IReadOnlyList<TrainingBookingView> Booked => [.. Item.Bookings.Where(b => b.State == "booked")];

    protected override void Fill(TrainingView item) => Form.Attended = Booked.ToDictionary(b => b.Id, int? (b) => b.Attended ?? b.Places);

    /// <summary>A field left empty means that nobody came.</summary>
    protected override object ToSend() =>
        new { Attendance = Form.Attended.Select(a => new { Booking = a.Key, Attended = a.Value ?? 0 }).ToList() };
}

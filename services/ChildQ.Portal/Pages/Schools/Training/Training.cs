using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Dates;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.Portal.Pages.Schools.Training;

public sealed record TrainingMoveView(DateOnly? From, DateOnly? To, string? Reason, DateOnly KnownOn);

/// <summary>A school's places, or its turn for them: how many and for which role.</summary>
public sealed record TrainingBookingView(
    Guid Id,
    int Urn,
    string? School,
    string For,
    int Places,
    string State,
    int? PlaceInLine,
    DateOnly AskedOn,
    DateOnly? MovedUpOn,
    int? Attended,
    DateOnly? CertificatesUntil
)
{
    /// <summary>"3 places for staff".</summary>
    public string InWords => TrainingWords.Places(Places, For);

    public string? StateInWords =>
        State switch
        {
            "waiting" when PlaceInLine is { } place => $"{place} in line",
            "booked" when MovedUpOn is { } on => $"moved up from the waiting list on {on.InWords()}",
            _ => null,
        };
}

/// <summary>A session or conference for schools, with the reader's own bookings.</summary>
public sealed record TrainingView(
    Guid Id,
    string Reference,
    string Kind,
    string Title,
    string? Detail,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> ForWhom,
    DateOnly? On,
    DateOnly? FirstOn,
    string? OnText,
    TimeOnly? StartsAt,
    TimeOnly? EndsAt,
    string? Place,
    int? Capacity,
    int? CertificateMonths,
    string? Provider,
    string Status,
    DateOnly? CancelledOn,
    string? CancelledBecause,
    IReadOnlyList<TrainingMoveView> Moves,
    string Places,
    int? PlacesFree,
    int? Waiting,
    IReadOnlyList<TrainingBookingView> Bookings,
    DateOnly KnownOn,
    string? Source
) : IEntry
{
    public bool TakesBookings => Places is "available" or "full";

    public bool IsOpen => Status is "planned" or "underWay";

    public string Times =>
        (StartsAt, EndsAt) switch
        {
            ({ } from, { } to) => $"{from.InWords()} to {to.InWords()}",
            ({ } from, null) => $"from {from.InWords()}",
            _ => PlainDates.NotStated,
        };

    /// <summary>What to show where a list shows one word: cancelled and held before anything about places.</summary>
    public string Standing => IsOpen && TakesBookings ? TrainingWords.PlacesOf(Places) : Status;
}

/// <summary>The words of training, said plainly.</summary>
public static class TrainingWords
{
    public static IReadOnlyList<Choice> Kinds { get; } = [new("training", "Training"), new("conference", "Conference")];

    public static IReadOnlyList<Choice> Topics { get; } =
    [
        .. new[] { "safeguarding", "adultification", "culturalCompetence", "antiRacismLeadership", "exclusions", "equalityDuties" }.Select(
            t => new Choice(t, Topic(t))
        ),
    ];

    public static IReadOnlyList<Choice> Roles { get; } = [new("head", "Headteachers"), new("staff", "Staff"), new("governor", "Governors")];

    public static string Topic(string topic) => topic == "antiRacismLeadership" ? "Anti-racism leadership" : Words.Of(topic);

    public static string Role(string role) => Roles.FirstOrDefault(r => r.Value == role)?.Text ?? Words.Of(role);

    public static string Places(int places, string role) =>
        $"{places} {(places == 1 ? "place" : "places")} for {Role(role).ToLowerInvariant()}";

    public static string PlacesOf(string places) =>
        places switch
        {
            "available" => "Open",
            "full" => "Waiting list",
            _ => "No booking",
        };

    public static string Part(string part) => part == "board" ? "Governing board" : "School";

    /// <summary>What a school may do about a topic: "Never", "Expired on 1 June 2024", "Until 1 June 2024".</summary>
    public static string Standing(TopicStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return standing.State switch
        {
            "trained" when standing.Until is { } until => $"Until {until.InWords()}",
            "trained" => "Yes, without end",
            "expired" => $"Expired on {standing.Until.InWords()}",
            _ => "Never",
        };
    }
}

[AllowAnonymous]
public sealed class IndexModel(SchoolsClient schools)
    : RegisterPage<TrainingView>(
        schools,
        "training",
        Filter.Search(),
        new("kind", "Kind", TrainingWords.Kinds),
        new("topic", "Topic", TrainingWords.Topics),
        new("for", "For", TrainingWords.Roles),
        new("when", "When", [new("coming", "To come"), new("past", "Past")])
    )
{
    public override bool OffersAsAt => true;

    public string CalendarHref => $"{Client.Part.Prefix}/training/calendar.ics";
}

[AllowAnonymous]
public sealed class OneModel(SchoolsClient schools) : OnePage<TrainingView>(schools, "training");

public sealed class TrainingForm : RegisteredForm
{
    [Display(Name = "Title")]
    [Required(ErrorMessage = "Enter a title")]
    public string? Title { get; set; }

    [Display(Name = "Kind")]
    [Required(ErrorMessage = "Choose a kind")]
    public string? Kind { get; set; }

    [Display(Name = "What it is about", Description = "Name nobody.")]
    public string? Detail { get; set; }

    [Display(Name = "Topics it trains in", Description = "Those who come count as trained in these.")]
    public List<string> Topics { get; set; } = [];

    [Display(Name = "For whom", Description = "Leave empty if it is for all of them.")]
    public List<string> ForWhom { get; set; } = [];

    [Display(Name = "Date", Description = "Leave empty if it is not known yet: no places can then be booked.")]
    public DateOnly? On { get; set; }

    [Display(Name = "Date in words", Description = "For example, Autumn 2022. Only where the day is not known.")]
    public string? OnText { get; set; }

    [Display(Name = "Starts at")]
    public TimeOnly? StartsAt { get; set; }

    [Display(Name = "Ends at")]
    public TimeOnly? EndsAt { get; set; }

    [Display(Name = "Place")]
    public string? Place { get; set; }

    [Display(
        Name = "Places",
        Description = "Leave empty if their number is not known yet: none can then be booked. More places go to the waiting list by themselves."
    )]
    public int? Capacity { get; set; }

    [Display(Name = "Months for which a certificate holds", Description = "Leave empty if it does not expire.")]
    public int? CertificateMonths { get; set; }

    [Display(Name = "Provider", Description = "A team or organisation.")]
    public string? Provider { get; set; }
}

[PageFor(Roles.SchoolsLead)]
public sealed class EditModel(SchoolsClient schools) : EditPage<TrainingForm, TrainingView>(schools, "training")
{
    protected override string Address => "/schools/training";

    protected override TrainingForm FormFrom(TrainingView item) =>
        new()
        {
            Title = item.Title,
            Kind = item.Kind,
            Detail = item.Detail,
            Topics = [.. item.Topics],
            ForWhom = [.. item.ForWhom],
            On = item.On,
            OnText = item.OnText,
            StartsAt = item.StartsAt,
            EndsAt = item.EndsAt,
            Place = item.Place,
            Capacity = item.Capacity,
            CertificateMonths = item.CertificateMonths,
            Provider = item.Provider,
            Source = item.Source,
        };
}

[PageFor(Roles.SchoolsLead)]
public sealed class ImportModel(SchoolsClient schools) : ImportPage(schools, "training")
{
    protected override string Address => "/schools/training";
}

using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Dates;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages.Schools.Training;

/// <summary>How a school or its board stands with a topic.</summary>
public sealed record TopicStanding(string Topic, string Part, string State, DateOnly? On, DateOnly? Until, bool ExpiresSoon)
{
    public bool IsGap => State != "trained";
}

public sealed record CoverageRow(
    Guid Id,
    int Urn,
    string School,
    string Phase,
    int Gaps,
    int ExpiringSoon,
    IReadOnlyList<TopicStanding> Standings
);

public sealed record TopicTotal(string Topic, string Part, int Trained, int Expired, int Never, int ExpiringSoon);

public sealed record CoverageView(DateOnly AsAt, IReadOnlyList<TopicTotal> Totals, IReadOnlyList<CoverageRow> Schools);

/// <summary>A booking of a school with the session it is of.</summary>
public sealed record SchoolBookingView(
    Guid SessionId,
    string Title,
    string Kind,
    string Status,
    string? CancelledBecause,
    DateOnly? On,
    TimeOnly? StartsAt,
    TimeOnly? EndsAt,
    string? Place,
    TrainingBookingView Booking
)
{
    /// <summary>A cancelled session's bookings stand no more, whatever they stood at.</summary>
    public string Shown => Status == "cancelled" ? Status : Booking.State;
}

public sealed record SchoolTrainingView(
    Guid Id,
    int Urn,
    string School,
    int Gaps,
    IReadOnlyList<TopicStanding> Standings,
    IReadOnlyList<TopicStanding> ExpiringSoon,
    IReadOnlyList<SchoolBookingView> Bookings
)
{
    /// <summary>Gaps of one part, as a sentence would list them; none where there are none.</summary>
    public string? GapsOf(string part) =>
        string.Join(", ", Standings.Where(s => s.Part == part && s.IsGap).Select(s => TrainingWords.Topic(s.Topic))) is { Length: > 0 } some
            ? some
            : null;
}

/// <summary>Who is trained in what, by school and by governing board, gaps first.</summary>
[PageFor(Roles.SchoolsLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny, Roles.School)]
public sealed class CoverageModel(SchoolsClient schools)
    : RegisterPage(
        schools,
        "training/coverage",
        Filter.Search("Name or URN"),
        new("phase", "Phase", [.. Register.Phases.All.Select(p => new Choice(p, p))]),
        new("topic", "Topic", TrainingWords.Topics),
        new("part", "Whose", [new("school", "School"), new("board", "Governing board")]),
        new("state", "Stands", [new("never", "Never trained"), new("expired", "Expired"), new("trained", "Trained")]),
        new("expiresSoon", "Expiring", [new("true", "Within 60 days")])
    )
{
    public CoverageView? Coverage { get; private set; }

    public override bool OffersAsAt => true;

    /// <summary>The columns that the filters leave.</summary>
    public IReadOnlyList<TopicTotal> Columns => [.. (Coverage?.Totals ?? []).Where(t => Left("topic", t.Topic) && Left("part", t.Part))];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        ReadFilters();
        if (ModelState.IsValid)
            Coverage = await Client.Get<CoverageView>(Query(), cancel);
    }

    private bool Left(string filter, string value) => Filters.First(f => f.Name == filter).Value is not { } asked || asked == value;
}

/// <summary>One school's training: what it is trained in, what it booked, what soon expires.</summary>
[PageFor(Roles.SchoolsLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny, Roles.School)]
public sealed class SchoolModel(SchoolsClient schools) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Urn { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? AsAt { get; set; }

    public SchoolTrainingView Item { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) =>
        Item = await schools.Get<SchoolTrainingView>($"training/schools/{Urn}{(AsAt is { } date ? $"?asAt={date.Iso()}" : "")}", cancel);
}

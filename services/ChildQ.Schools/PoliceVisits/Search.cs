using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Problems;

namespace ChildQ.Schools.PoliceVisits;

/// <summary>A search of one child within a visit. Corrections are appended as <see cref="SearchRecord"/>s.</summary>
public sealed class Search : Entity
{
    private readonly List<SearchRecord> _records = [];

    private Search() { }

    public Guid VisitId { get; private init; }

    public Visit Visit { get; private init; } = null!;

    /// <summary>As now known.</summary>
    public SearchDetails Details { get; private set; } = null!;

    public int Revisions { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public IReadOnlyList<SearchRecord> Records => _records;

    /// <summary>The safeguards that it lacked, as now known.</summary>
    public IReadOnlyList<Safeguard> Missing => SafeguardRules.MissingFrom(Details);

    public static Result<Search> Record(Visit visit, SearchText text, DateOnly today, DateTimeOffset now)
    {
        var search = new Search { VisitId = visit.Id, Visit = visit };
        return search.Write(text, reason: null, today, now).With(() => search);
    }

    /// <summary>Appends a correction with its reason.</summary>
    public Result Correct(SearchText text, string? reason, DateOnly today, DateTimeOffset now)
    {
        var check = new Check().Text(reason, "correctionReason", 500);
        return check.Failed ? check.Result : Write(text, reason, today, now);
    }

    private Result Write(SearchText text, string? reason, DateOnly today, DateTimeOffset now)
    {
        var details = SearchDetails.Of(text);
        if (details == Details)
        {
            return Rule.Broken("visit/not-changed", "That is what is on record already.");
        }

        (Details, Revisions, RecordedAt) = (details, Revisions + 1, now);
        _records.Add(new(Id, Revisions, today, now, reason, details));
        return Result.Ok;
    }
}

/// <summary>What was known of a search from a date on. Appended, never changed.</summary>
public sealed class SearchRecord : Entity
{
    private SearchRecord() { }

    internal SearchRecord(Guid searchId, int sequence, DateOnly knownOn, DateTimeOffset at, string? reason, SearchDetails details) =>
        (SearchId, Sequence, KnownOn, RecordedAt, Reason, Details) = (searchId, sequence, knownOn, at, reason, details);

    public Guid SearchId { get; private init; }

    public int Sequence { get; private init; }

    public DateOnly KnownOn { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    public string? Reason { get; private init; }

    public SearchDetails Details { get; private init; } = null!;
}

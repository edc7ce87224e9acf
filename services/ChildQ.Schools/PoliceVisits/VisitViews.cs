using ChildQ.ServiceDefaults.Import;

namespace ChildQ.Schools.PoliceVisits;

/// <summary>A visit in a list, as at a date.</summary>
/// <param name="Revision">How often it had been put on record: more than 1 where it was corrected.</param>
/// <param name="Searches">How many searches were made. These are a school's own records, not published counts.</param>
/// <param name="Incomplete">How many of them lacked a safeguard, or are not known to have had it.</param>
public sealed record VisitLine(
    Guid Id,
    int Urn,
    string School,
    VisitDetails Details,
    int Revision,
    DateOnly KnownOn,
    int Searches,
    int Incomplete
)
{
    internal static VisitLine Of(VisitRecord record, string school, IReadOnlyList<SearchRecord> searches) =>
        new(
            record.VisitId,
            record.Urn,
            school,
            record.Details,
            record.Sequence,
            record.KnownOn,
            searches.Count,
            searches.Count(s => SafeguardRules.MissingFrom(s.Details).Count > 0)
        );
}

/// <summary>A visit with its searches and how it came to be as it is, as at a date.</summary>
public sealed record VisitView(
    Guid Id,
    int Urn,
    string School,
    VisitDetails Details,
    int Revision,
    DateOnly KnownOn,
    IReadOnlyList<SearchView> Searches,
    IReadOnlyList<CorrectionView> Corrections
)
{
    internal static VisitView Of(Visit visit, string school, IEnumerable<Search> searches, DateOnly asAt)
    {
        var records = visit.Records.Where(r => r.KnownOn <= asAt).OrderBy(r => r.Sequence).ToList();
        return new(
            visit.Id,
            visit.Urn,
            school,
            records[^1].Details,
            records[^1].Sequence,
            records[^1].KnownOn,
            [.. searches.Where(s => s.Records.Any(r => r.KnownOn <= asAt)).OrderBy(s => s.Id).Select(s => SearchView.Of(s, asAt))],
            [.. records.Skip(1).Select(r => new CorrectionView(r.KnownOn, r.Reason!))]
        );
    }
}

/// <summary>A search as at a date.</summary>
/// <param name="Missing">The safeguards that it lacked, or is not known to have had. Where there are any, a concern was raised.</param>
public sealed record SearchView(
    Guid Id,
    SearchDetails Details,
    int Revision,
    DateOnly KnownOn,
    uint Version,
    IReadOnlyList<Safeguard> Missing,
    IReadOnlyList<CorrectionView> Corrections
)
{
    internal static SearchView Of(Search search, DateOnly asAt)
    {
        var records = search.Records.Where(r => r.KnownOn <= asAt).OrderBy(r => r.Sequence).ToList();
        return new(
            search.Id,
            records[^1].Details,
            records[^1].Sequence,
            records[^1].KnownOn,
            search.Version,
            SafeguardRules.MissingFrom(records[^1].Details),
            [.. records.Skip(1).Select(r => new CorrectionView(r.KnownOn, r.Reason!))]
        );
    }
}

/// <summary>That something was corrected, when (London date) and why.</summary>
public sealed record CorrectionView(DateOnly On, string Reason);

/// <summary>A safeguard, what it is and what it rests on.</summary>
public sealed record SafeguardView(Safeguard Safeguard, string Words, string Source);

/// <summary>A visit, with one of its searches where there are any, as one row of CSV.</summary>
public sealed record VisitRow(
    [property: CsvColumn("urn")] int Urn,
    string School,
    DateOnly On,
    TimeOnly? At,
    AskedBy AskedBy,
    VisitReason Reason,
    string? Why,
    int? Officers,
    Attended Attended,
    VisitOutcome Outcome,
    string? Note,
    SearchKind? SearchKind,
    SearchedBy? SearchedBy,
    Pupils.YearGroup? YearGroup,
    Pupils.AgeBand? AgeBand,
    Pupils.EthnicGroup? EthnicGroup,
    Pupils.Sex? Sex,
    Pupils.Send? Send,
    Pupils.Known? PupilPremium,
    Pupils.Known? AppropriateAdult,
    Pupils.Known? ParentInformedBefore,
    Pupils.Known? SeniorOfficer,
    Pupils.Known? SafeguardingLead,
    Pupils.Known? Found,
    VisitOutcome? SearchOutcome
)
{
    internal static VisitRow Of(VisitRecord visit, string school, SearchDetails? search) =>
        new(
            visit.Urn,
            school,
            visit.Details.On,
            visit.Details.At,
            visit.Details.AskedBy,
            visit.Details.Reason,
            visit.Details.Why,
            visit.Details.Officers,
            visit.Details.Attended,
            visit.Details.Outcome,
            visit.Details.Note,
            search?.Kind,
            search?.By,
            search?.YearGroup,
            search?.AgeBand,
            search?.EthnicGroup,
            search?.Sex,
            search?.Send,
            search?.PupilPremium,
            search?.AppropriateAdult,
            search?.ParentInformedBefore,
            search?.SeniorOfficer,
            search?.SafeguardingLead,
            search?.Found,
            search?.Outcome
        );
}

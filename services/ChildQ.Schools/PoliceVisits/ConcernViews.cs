namespace ChildQ.Schools.PoliceVisits;

/// <summary>
/// A concern as at a date. The schools lead sees where it stands; the notes, and the accounts of those who handle it, are for the safeguarding
/// lead alone, and null for anyone else.
/// </summary>
/// <param name="School">The school's name.</param>
/// <param name="TakeUpBy">London date by the end of which it is to be taken up.</param>
/// <param name="Overdue">It was not taken up by then. Computed, never typed.</param>
/// <param name="Learning">What others should learn from it: written for the schools lead too.</param>
public sealed record ConcernView(
    Guid Id,
    string Reference,
    Guid VisitId,
    Guid SearchId,
    int Urn,
    string School,
    DateOnly VisitOn,
    SearchKind Kind,
    IReadOnlyList<Safeguard> Missing,
    ConcernState State,
    DateOnly RaisedOn,
    DateOnly TakeUpBy,
    bool Overdue,
    DateOnly? TakenUpOn,
    string? TakenUpBy,
    DateOnly? ClosedOn,
    ConcernOutcome? Outcome,
    string? Learning,
    IReadOnlyList<ConcernStepView>? Steps
)
{
    internal static ConcernView Of(Concern concern, string school, bool handling, DateOnly asAt)
    {
        var state = concern.StateAsAt(asAt);
        var closed = state == ConcernState.Closed;
        var search = concern.Search.Records.Where(r => r.KnownOn <= asAt).MaxBy(r => r.Sequence)!;
        var found = concern.Search.Records.Where(r => r.KnownOn <= asAt).SelectMany(r => SafeguardRules.MissingFrom(r.Details)).ToHashSet();
        var visit = concern.Search.Visit.Records.Where(r => r.KnownOn <= asAt).MaxBy(r => r.Sequence)!;
        return new(
            concern.Id,
            concern.Reference,
            concern.Search.VisitId,
            concern.SearchId,
            visit.Urn,
            school,
            visit.Details.On,
            search.Details.Kind,
            [.. concern.Missing.Where(found.Contains)],
            state,
            concern.RaisedOn,
            concern.TakeUpBy,
            concern.IsOverdue(asAt),
            concern.TakenUpOn <= asAt ? concern.TakenUpOn : null,
            handling && concern.TakenUpOn <= asAt ? concern.TakenUpBy : null,
            closed ? concern.ClosedOn : null,
            closed ? concern.Outcome : null,
            closed ? concern.Learning : null,
            handling
                ?
                [
                    .. concern
                        .Steps.Where(s => s.RecordedOn <= asAt)
                        .OrderBy(s => s.On)
                        .ThenBy(s => s.RecordedAt)
                        .Select(ConcernStepView.Of),
                ]
                : null
        );
    }
}

/// <summary>What was done about a concern, as the safeguarding lead sees it.</summary>
/// <param name="On">London date on which it was done.</param>
/// <param name="Handler">The account of whoever did it.</param>
public sealed record ConcernStepView(DateOnly On, string Note, string Handler, DateOnly RecordedOn)
{
    internal static ConcernStepView Of(ConcernStep step) => new(step.On, step.Note, step.Handler, step.RecordedOn);
}

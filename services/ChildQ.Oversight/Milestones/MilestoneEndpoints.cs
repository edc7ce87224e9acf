using ChildQ.ServiceDefaults.Registers;

namespace ChildQ.Oversight.Milestones;

/// <summary>A milestone as shown.</summary>
public sealed record MilestoneView(
    Guid Id,
    string Reference,
    DateOnly? On,
    string Workstream,
    string Title,
    string? Detail,
    DateOnly KnownOn,
    string? Source
);

/// <summary>A milestone as one row of CSV.</summary>
public sealed record MilestoneRow(
    string Reference,
    DateOnly? On,
    string Workstream,
    string Title,
    string? Detail,
    DateOnly? KnownOn,
    string? SourceSection
);

public static class MilestoneEndpoints
{
    public static void MapMilestones(this RouteGroupBuilder root) =>
        root.MapRegister(
            new Register<Milestone, MilestoneText, MilestoneRow, MilestoneView>
            {
                Name = "milestones",
                What = "milestone",
                Make = Milestone.Record,
                Correct = (milestone, text, _) => milestone.Correct(text),
                View = m => new(m.Id, m.Reference, m.On, m.Workstream, m.Title, m.Detail, m.KnownOn, m.Source),
                Row = m => new(m.Reference, m.On, m.Workstream, m.Title, m.Detail, m.KnownOn, m.Source),
                Text = r => new(r.Reference, r.On, r.Workstream, r.Title, r.Detail, r.KnownOn, r.SourceSection),
                RowReference = r => r.Reference,
                Searched = m => m.Title,
                Keep = Can.KeepRegisters,
                Import = Can.Import,
            }
        );
}

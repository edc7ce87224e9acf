using ChildQ.ServiceDefaults.Registers;

namespace ChildQ.Oversight.Workstreams;

/// <summary>A workstream as shown.</summary>
public sealed record WorkstreamView(
    Guid Id,
    string Reference,
    string Name,
    string? StrategicObjective,
    string? PoliticalLead,
    IReadOnlyList<string> Bodies,
    DateOnly KnownOn,
    string? Source
);

/// <summary>A workstream as one row of CSV.</summary>
public sealed record WorkstreamRow(
    string Reference,
    string Name,
    string? StrategicObjective,
    string? PoliticalLead,
    string[] Bodies,
    DateOnly? KnownOn,
    string? SourceSection
);

public static class WorkstreamEndpoints
{
    public static void MapWorkstreams(this RouteGroupBuilder root) =>
        root.MapRegister(
            new Register<Workstream, WorkstreamText, WorkstreamRow, WorkstreamView>
            {
                Name = "workstreams",
                What = "workstream",
                Make = Workstream.Set,
                Correct = (workstream, text, _) => workstream.Correct(text),
                View = w => new(w.Id, w.Reference, w.Name, w.StrategicObjective, w.PoliticalLead, w.Bodies, w.KnownOn, w.Source),
                Row = w => new(w.Reference, w.Name, w.StrategicObjective, w.PoliticalLead, [.. w.Bodies], w.KnownOn, w.Source),
                Text = r => new(r.Reference, r.Name, r.StrategicObjective, r.PoliticalLead, r.Bodies, r.KnownOn, r.SourceSection),
                RowReference = r => r.Reference,
                Searched = w => w.Name,
                Keep = Can.KeepRegisters,
                Import = Can.Import,
            }
        );
}

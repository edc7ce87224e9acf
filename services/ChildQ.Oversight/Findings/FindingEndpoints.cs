using ChildQ.ServiceDefaults.Registers;

namespace ChildQ.Oversight.Findings;

/// <summary>A finding as shown.</summary>
public sealed record FindingView(Guid Id, string Reference, int Number, string Summary, DateOnly KnownOn, string? Source);

/// <summary>A finding as one row of CSV.</summary>
public sealed record FindingRow(string Reference, int Number, string Summary, DateOnly? KnownOn, string? SourceSection);

public static class FindingEndpoints
{
    public static void MapFindings(this RouteGroupBuilder root) =>
        root.MapRegister(
            new Register<Finding, FindingText, FindingRow, FindingView>
            {
                Name = "findings",
                What = "finding",
                Make = Finding.Set,
                Correct = (finding, text, _) => finding.Correct(text),
                View = f => new(f.Id, f.Reference, f.Number, f.Summary, f.KnownOn, f.Source),
                Row = f => new(f.Reference, f.Number, f.Summary, f.KnownOn, f.Source),
                Text = r => new(r.Reference, r.Number, r.Summary, r.KnownOn, r.SourceSection),
                RowReference = r => r.Reference,
                Searched = f => f.Summary,
                Keep = Can.KeepRegisters,
                Import = Can.Import,
            }
        );
}

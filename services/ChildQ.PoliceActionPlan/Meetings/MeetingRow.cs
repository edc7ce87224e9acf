using ChildQ.Contracts;
using ChildQ.PoliceActionPlan.Bodies;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Meetings;

/// <summary>A meeting as one row of CSV, in and out.</summary>
/// <param name="Sharing">Public where the column is missing or empty.</param>
public sealed record MeetingRow(
    string Reference,
    string? Body,
    DateOnly? On,
    string Title,
    MeetingStatus Status,
    string? Purpose,
    string? Outcome,
    string[] AttendedBy,
    bool? IndependentlyFacilitated,
    DateOnly? KnownOn,
    string? SourceSection,
    [CsvColumn(MayBeMissing = true)] SharingLevel? Sharing,
    [CsvColumn(MayBeMissing = true)] TimeOnly? StartsAt,
    [CsvColumn(MayBeMissing = true)] TimeOnly? EndsAt,
    [CsvColumn(MayBeMissing = true)] string? Place
)
{
    internal static MeetingRow Of(Meeting meeting, DateOnly asAt)
    {
        var m = MeetingView.Of(meeting, asAt);
        return new(
            m.Reference,
            m.Body,
            m.On,
            m.Title,
            m.Status,
            m.Purpose,
            m.Outcome,
            [.. m.AttendedBy],
            m.IndependentlyFacilitated,
            m.KnownOn,
            m.Source,
            m.Sharing,
            m.StartsAt,
            m.EndsAt,
            m.Place
        );
    }

    internal static async Task Apply(ImportBatch<MeetingRow> batch, ServiceDb db, DateOnly today, CancellationToken ct)
    {
        await batch.KnowsAsync(db.Set<Body>(), row => row.Body, "body", ct);
        var workstreams = await db.Set<Body>().ToDictionaryAsync(b => b.Reference, b => b.Workstream, StringComparer.Ordinal, ct);
        string? Workstream(MeetingRow row) => row.Body is null ? null : workstreams.GetValueOrDefault(row.Body);
        await batch.UpsertAsync(
            db.Set<Meeting>(),
            db,
            row => row.Reference,
            meeting => meeting.Reference,
            row => Meeting.Record(row.Text(SharingLevel.Public), Workstream(row), today),
            (meeting, row) => row.Revise(meeting, Workstream(row), today),
            ct
        );
    }

    private Result Revise(Meeting meeting, string? workstream, DateOnly today)
    {
        if (Status == MeetingStatus.Held && meeting.Status == MeetingStatus.Planned)
        {
            var held = meeting.Hold(On, Outcome, AttendedBy, IndependentlyFacilitated, today, On ?? today);
            if (!held.IsOk)
            {
                return held;
            }
        }

        return meeting.Correct(Text(null), workstream, today);
    }

    private MeetingText Text(SharingLevel? unlessSaid) =>
        new(
            Reference,
            Body,
            On,
            Title,
            Status,
            Purpose,
            Outcome,
            AttendedBy,
            IndependentlyFacilitated,
            KnownOn,
            SourceSection,
            Sharing ?? unlessSaid,
            StartsAt,
            EndsAt,
            Place
        );
}

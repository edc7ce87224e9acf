using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Protocols;

/// <summary>
/// A protocol as one row of CSV, in and out. Its texts are not in it: a row puts on record what was issued before they were kept here, and
/// publishes nothing that a class of stakeholder is to endorse.
/// </summary>
/// <param name="ReviewOn">As it stands; a file sets and moves none.</param>
/// <param name="Audience">Which schools it is for: every school where the column is missing or empty.</param>
/// <param name="Sharing">Public where the column is missing or empty.</param>
public sealed record ProtocolRow(
    string Reference,
    string Title,
    ProtocolKind Kind,
    ProtocolStatus Status,
    string? Aim,
    DateOnly? Due,
    StakeholderClass[] StakeholderClasses,
    DateOnly? InterimOn,
    DateOnly? KnownOn,
    string? SourceSection,
    [CsvColumn(MayBeMissing = true)] DateOnly? PublishedOn,
    [CsvColumn(MayBeMissing = true)] DateOnly? ReviewOn,
    [CsvColumn(MayBeMissing = true)] Audience? Audience,
    [CsvColumn(MayBeMissing = true)] SharingLevel? Sharing
)
{
    internal static ProtocolRow Of(Protocol protocol, DateOnly asAt)
    {
        DateOnly? On(ProtocolStatus status) =>
            protocol.Stages.Where(s => s.Status == status && s.KnownOn <= asAt).MaxBy(s => s.Position)?.On;
        return new(
            protocol.Reference,
            protocol.Title,
            protocol.Kind,
            protocol.StageAsAt(asAt)?.Status ?? ProtocolStatus.Revising,
            protocol.Aim,
            protocol.DueAsAt(asAt),
            [.. protocol.StakeholderClasses],
            On(ProtocolStatus.Interim),
            protocol.KnownOn,
            protocol.Source,
            On(ProtocolStatus.Published),
            protocol.ReviewOnAsAt(asAt),
            protocol.Audience,
            protocol.Sharing
        );
    }

    internal static Task Apply(ImportBatch<ProtocolRow> batch, ServiceDb db, TimeProvider clock, DateOnly today, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return batch.UpsertAsync(
            db.Set<Protocol>().AsSplitQuery(),
            db,
            row => row.Reference,
            protocol => protocol.Reference,
            row =>
            {
                var started = Protocol.Start(row.Text(SharingLevel.Public), today, now);
                return started.IsOk && row.Advance(started.Value, today, now) is { IsOk: false } refused ? refused : started;
            },
            (protocol, row) =>
                protocol.HasDue(row.Due) is { IsOk: false } moved ? moved
                : protocol.Correct(row.Text(null)) is { IsOk: false } refused ? refused
                : row.Advance(protocol, today, now),
            ct
        );
    }

    /// <summary>Takes the protocol to the row's status, where it is not there.</summary>
    private Result Advance(Protocol protocol, DateOnly today, DateTimeOffset now) =>
        (protocol.Status, Status) switch
        {
            var (there, here) when there == here => Result.Ok,
            (_, ProtocolStatus.Interim) => protocol.RecordIssuedBefore(Status, InterimOn, InterimOn ?? KnownOn ?? today, today, now),
            (_, ProtocolStatus.Published) => protocol.RecordIssuedBefore(Status, PublishedOn, PublishedOn ?? KnownOn ?? today, today, now),
            _ => Rule.Broken("protocol/status", "It is further than that. A new version is started there, not by a file.", "status"),
        };

    private ProtocolText Text(SharingLevel? unlessSaid) =>
        new(Reference, Title, Kind, Aim, Due, StakeholderClasses, KnownOn, SourceSection, Sharing ?? unlessSaid, Audience: Audience);
}

using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;

namespace ChildQ.PoliceActionPlan.Protocols;

/// <summary>One numbered text of a protocol; the words themselves are a <see cref="DraftText"/>. Appended, never changed.</summary>
public sealed class ProtocolDraft
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>From 1, through all versions of the protocol.</summary>
    public required int Number { get; init; }

    /// <summary>The version it is a draft of.</summary>
    public required int VersionNumber { get; init; }

    /// <summary>As the protocol was titled then.</summary>
    public required string Title { get; init; }

    /// <summary>Of <see cref="DraftText.Canonical"/>: what is endorsed, issued and published.</summary>
    public required string Hash { get; init; }

    /// <summary>What is new in it, and on whose word.</summary>
    public string? WhatChanged { get; init; }

    /// <summary>London date on which it was written.</summary>
    public required DateOnly On { get; init; }

    /// <summary>London date from which it was known here.</summary>
    public required DateOnly KnownOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>A text that is put on record as the next draft.</summary>
/// <param name="On">London date on which it was written; today unless said.</param>
public sealed record NewDraft(string? Text, string? WhatChanged, DateOnly? On);

/// <summary>The texts of a protocol: numbered, each with its hash. The latest of the version that is worked on is open for comment.</summary>
public sealed partial class Protocol
{
    private readonly List<ProtocolDraft> _drafts = [];

    public IReadOnlyList<ProtocolDraft> Drafts => _drafts;

    /// <summary>The latest text of the version that is worked on, or that was published; none before the first is written.</summary>
    public ProtocolDraft? CurrentDraft => _drafts.Where(d => d.VersionNumber == VersionNumber).MaxBy(d => d.Number);

    /// <summary>Writes the next draft. Endorsements of the one before count for it no longer.</summary>
    public Result<DraftText> WriteDraft(NewDraft draft, DateOnly today, DateTimeOffset now)
    {
        var check = new Check()
            .That(Status != ProtocolStatus.Published, "protocol/published", "What is published stays as it is: start a new version.")
            .Text(draft.Text, "text", DraftText.Longest)
            .OptionalText(draft.WhatChanged, "whatChanged", 2000)
            .That(draft.On is null || draft.On <= today, "draft/in-the-future", "It cannot have been written on a later day.", "on")
            .That(
                draft.On is null || CurrentDraft is null || draft.On >= CurrentDraft.On,
                "draft/before-the-last",
                "It cannot have been written before the draft that it replaces.",
                "on"
            );
        if (check.Failed)
        {
            return check.Result;
        }

        var text = DraftText.Of(this, _drafts.Count + 1, draft.Text!);
        if (CurrentDraft?.Hash == text.Hash)
        {
            return Rule.Broken("draft/same-words", "This says the same as the current draft.", "text");
        }

        _drafts.Add(
            new()
            {
                Number = text.Number,
                VersionNumber = VersionNumber,
                Title = Title,
                Hash = text.Hash,
                WhatChanged = draft.WhatChanged,
                On = draft.On ?? today,
                KnownOn = today,
                RecordedAt = now,
            }
        );
        AppendedAt = now;
        // A draft is for partners, whatever is said in public of the work on it.
        Raise(
            new ProtocolRecorded(
                Id,
                Reference,
                Headline.Of($"Draft {text.Number} written", Title),
                draft.On ?? today,
                today,
                Workstreams.PoliceTrustAndConfidence,
                SharingLevel.Partners,
                Path
            )
        );
        return text;
    }

    /// <summary>The latest draft of the version that was worked on, as known at a date.</summary>
    public ProtocolDraft? CurrentDraftAsAt(DateOnly asAt)
    {
        var version = StageAsAt(asAt)?.VersionNumber ?? 1;
        return _drafts.Where(d => d.VersionNumber == version && d.KnownOn <= asAt).MaxBy(d => d.Number);
    }

    /// <summary>Whether a draft was issued, and so is for everyone, as known at a date.</summary>
    public bool IsIssuedAsAt(int draft, DateOnly asAt) => _stages.Exists(s => s.Draft == draft && s.IsIssue && s.KnownOn <= asAt);

    /// <summary>Refuses what is meant for a text that is not, or is no longer, the current draft.</summary>
    internal Check OfCurrentDraft(Check check, string? draftHash) =>
        check
            .That(CurrentDraft is not null, "protocol/no-draft", "There is no draft yet: write its text first.")
            .That(Status != ProtocolStatus.Published, "protocol/published", "This version is published: it is no longer a draft.")
            .That(
                CurrentDraft is null || CurrentDraft.Hash == draftHash,
                "draft/not-current",
                "This is not the current draft: read that first.",
                "draftHash"
            );
}

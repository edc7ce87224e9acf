using ChildQ.Contracts;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;
using ChildQ.ServiceDefaults.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.PoliceActionPlan.Actions;

/// <summary>A piece of evidence as written.</summary>
/// <param name="What">What it shows.</param>
/// <param name="On">London date of the evidence itself; none where it is not known.</param>
/// <param name="Address">Public web address where it can be found.</param>
/// <param name="Document">Reference of the document in which it can be found.</param>
/// <param name="Sharing">For partners unless said. What only the council may read never reaches police.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record EvidenceText(
    [property: FreeText] string? What,
    DateOnly? On = null,
    [property: FreeText] string? Address = null,
    [property: FreeText] string? Document = null,
    SharingLevel? Sharing = null,
    bool Confirmed = false
) : IFreeText;

/// <summary>Evidence of what an action has come to: what it shows, and where it can be found.</summary>
public sealed class ActionEvidence : Appended, IShared
{
    private ActionEvidence() { }

    public string What { get; private init; } = "";

    public DateOnly? On { get; private init; }

    public string? Address { get; private init; }

    public string? Document { get; private init; }

    public SharingLevel Sharing { get; private init; }

    public static Result<ActionEvidence> Add(EvidenceText text, ActionHead action, string? addedBy, DateOnly today, DateTimeOffset now) =>
        new Check()
            .Text(text.What, "what", 2000)
            .That(text.On is null || text.On <= today, "evidence/in-the-future", "Evidence is of what has happened.", "on")
            .OptionalText(text.Address, "address", 1000)
            .OptionalText(text.Document, "document", 300)
            .That(
                !string.IsNullOrWhiteSpace(text.Address) || !string.IsNullOrWhiteSpace(text.Document),
                "evidence/nowhere",
                "Say where it can be found: a public web address, or the reference of a document.",
                "address"
            )
            .That(
                string.IsNullOrWhiteSpace(text.Address) || IsPublicAddress(text.Address),
                "evidence/address",
                "Give a web address that anyone can open, beginning with https:// or http://.",
                "address"
            )
            .That(
                text.Sharing is not SharingLevel.SafeSpace,
                "evidence/safe-space",
                "What was said in a safe space is no evidence here: it stays with those who facilitated it.",
                "sharing"
            )
            .Result.With(() =>
            {
                var evidence = new ActionEvidence
                {
                    ActionId = action.Id,
                    What = text.What!,
                    On = text.On,
                    Address = string.IsNullOrWhiteSpace(text.Address) ? null : text.Address.Trim(),
                    Document = string.IsNullOrWhiteSpace(text.Document) ? null : text.Document,
                    Sharing = text.Sharing ?? SharingLevel.Partners,
                    KnownOn = today,
                    RecordedAt = now,
                    AddedBy = addedBy,
                };
                evidence.RaiseRecorded(action, "Evidence added", evidence.On ?? today, today);
                return evidence;
            });

    protected override void RaiseWithdrawn(ActionHead action, DateOnly today) => RaiseRecorded(action, "Evidence withdrawn", today, today);

    /// <summary>Nobody outside is told of what only the council may read.</summary>
    private void RaiseRecorded(ActionHead action, string what, DateOnly on, DateOnly knownOn)
    {
        if (Sharing.IsRestricted())
        {
            return;
        }

        Raise(
            new ActionEvidenceRecorded(
                action.Id,
                action.Reference,
                Headline.Of(what, action.Title),
                on,
                knownOn,
                action.Workstream,
                SharingLevels.MostRestrictive(Sharing, action.Sharing),
                action.Path,
                Id,
                WithdrawnOn is null
            )
        );
    }

    // A name that the public's resolvers know: no bare host, no address of a machine, no sign-in in it.
    private static bool IsPublicAddress(string address) =>
        Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.UserInfo.Length == 0
        && uri.HostNameType == UriHostNameType.Dns
        && uri.IdnHost.Contains('.', StringComparison.Ordinal)
        && !PrivateEndings.Any(e => uri.IdnHost.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] PrivateEndings = [".local", ".localhost", ".internal", ".lan", ".intranet", ".test", ".invalid"];
}

internal sealed class ActionEvidenceMapping : IEntityTypeConfiguration<ActionEvidence>
{
    public void Configure(EntityTypeBuilder<ActionEvidence> builder)
    {
        builder.ToTable("action_evidence");
        builder.Property(e => e.AddedBy).HasMaxLength(300);
        builder.HasOne<PlanAction>().WithMany().HasForeignKey(e => e.ActionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new
        {
            e.ActionId,
            e.RecordedAt,
            e.Id,
        });
    }
}

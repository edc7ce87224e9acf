using ChildQ.Contracts;
using ChildQ.Contracts.Oversight;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.Oversight.PublicAffairs;

/// <summary>How something was put to government or Parliament.</summary>
public enum PublicAffairKind
{
    Letter,
    Petition,
    Meeting,
    Briefing,
    Commitment,
}

/// <summary>What became of an ask.</summary>
public enum AskStatus
{
    Open,
    Met,
    PartlyMet,
    Refused,
    NoAnswer,
}

/// <summary>What is put on record of an ask, as written or rewritten.</summary>
/// <param name="On">London date on which it was put; none where it is not known.</param>
/// <param name="Status">None where nothing was asked, as for a briefing.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record PublicAffairText(
    string? Reference,
    PublicAffairKind Kind,
    DateOnly? On,
    string? MadeBy,
    string? AddressedTo,
    [property: FreeText] string? Ask,
    [property: FreeText] string? Answer,
    AskStatus? Status,
    DateOnly? KnownOn,
    [property: FreeText] string? Source,
    bool Confirmed = false
) : IRegisteredText, IFreeText;

/// <summary>An ask of national or London government, a petition, a meeting or a briefing, and the answer to it.</summary>
public sealed class PublicAffair : Registered
{
    private PublicAffair() { }

    public PublicAffairKind Kind { get; private set; }

    public DateOnly? On { get; private set; }

    public string? MadeBy { get; private set; }

    public string? AddressedTo { get; private set; }

    /// <summary>What was asked; none where nothing was, as in a letter of thanks or a briefing.</summary>
    public string? Ask { get; private set; }

    public string? Answer { get; private set; }

    public AskStatus? Status { get; private set; }

    public static Result<PublicAffair> Record(PublicAffairText text, DateOnly today)
    {
        var affair = new PublicAffair();
        return affair
            .Write(text, New(text, today))
            .With(() =>
            {
                affair.Enter(text, today);
                affair.Tell(affair.On, affair.KnownOn);
                return affair;
            });
    }

    public Result Correct(PublicAffairText text, DateOnly today)
    {
        var before = (Status, Answer);
        var written = Write(text, Corrected(text));
        if (written.IsOk)
        {
            Reenter(text);
            if (before != (Status, Answer))
            {
                Tell(today, today);
            }
        }

        return written;
    }

    private string Headline
    {
        get
        {
            var parties = string.Join(" to ", new[] { MadeBy, AddressedTo }.Where(p => p is not null));
            var line = $"{Kind}: {string.Join(". ", new[] { parties, Ask ?? Answer }.Where(p => !string.IsNullOrEmpty(p)))}";
            return line.Length > 300 ? $"{line[..299]}…" : line;
        }
    }

    private void Tell(DateOnly? on, DateOnly knownOn) =>
        Raise(
            new PublicAffairRecorded(
                Id,
                Reference,
                Headline,
                on,
                knownOn,
                Contracts.Workstreams.InstitutionalRacism,
                SharingLevel.Public,
                $"/oversight/public-affairs/{Id}",
                Status?.ToString() ?? ""
            )
        );

    private Result Write(PublicAffairText text, Check check)
    {
        check
            .OptionalText(text.Ask, "ask", 2000)
            .OptionalText(text.MadeBy, "madeBy", 300)
            .OptionalText(text.AddressedTo, "addressedTo", 300)
            .OptionalText(text.Answer, "answer")
            .That(
                text.Status is not (AskStatus.Met or AskStatus.PartlyMet or AskStatus.Refused) || !string.IsNullOrWhiteSpace(text.Answer),
                "public-affair/no-answer",
                "Say what the answer was.",
                "answer"
            );
        if (!check.Failed)
        {
            (Kind, On, MadeBy, AddressedTo, Ask, Answer, Status) = (
                text.Kind,
                text.On,
                text.MadeBy,
                text.AddressedTo,
                text.Ask,
                text.Answer,
                text.Status
            );
        }

        return check.Result;
    }
}

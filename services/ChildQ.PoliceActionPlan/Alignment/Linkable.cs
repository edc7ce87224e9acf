using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;
using ChildQ.ServiceDefaults.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.PoliceActionPlan.Alignment;

/// <summary>What an action can be linked to. The first two shape it; with the others it is aligned.</summary>
public enum LinkKind
{
    /// <summary>Of what was said, in community engagement's coding frame.</summary>
    Theme,

    /// <summary>A workshop, session or conversation of community engagement.</summary>
    Activity,

    /// <summary>One of the review's 14.</summary>
    Recommendation,

    /// <summary>An item of an outside framework, on our own register.</summary>
    Framework,
}

/// <summary>An item of an outside framework, as written or rewritten.</summary>
/// <param name="Framework">The framework of which it is an item, as it calls itself.</param>
/// <param name="Title">What the item asks for, in the framework's own words; the framework as a whole where those are not at hand.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record FrameworkText(
    string? Reference,
    [property: FreeText] string? Framework,
    [property: FreeText] string? Title,
    DateOnly? KnownOn,
    [property: FreeText] string? Source,
    SharingLevel? Sharing,
    bool Confirmed = false
) : IEntryText, IFreeText;

/// <summary>
/// Something that an action can be linked to: heard of from community engagement and oversight by their events, or entered here (outside
/// frameworks). Only what is not restricted is ever in this list.
/// </summary>
public sealed class Linkable : Entry
{
    private Linkable() { }

    public LinkKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>The framework of which it is an item; the review for its recommendations; none for themes and activities.</summary>
    public string? Framework { get; private set; }

    /// <summary>Where the Portal shows it, from the site's root; none where it has no page.</summary>
    public string? Path { get; private set; }

    /// <summary>False for an activity that is only planned: it has shaped nothing yet.</summary>
    public bool Happened { get; private set; } = true;

    public bool Shapes => Kind is LinkKind.Theme or LinkKind.Activity;

    /// <summary>What another service told of. Restricted things are refused, whoever tells of them.</summary>
    public static Linkable? Heard(
        LinkKind kind,
        string reference,
        string title,
        string? framework,
        DateOnly knownOn,
        SharingLevel sharing,
        string? path,
        bool happened
    )
    {
        if (sharing.IsRestricted())
        {
            return null;
        }

        var linkable = new Linkable
        {
            Kind = kind,
            Title = title,
            Framework = framework,
            Path = path,
            Happened = happened,
        };
        linkable.Enter(new FrameworkText(reference, framework, title, knownOn, null, sharing), knownOn);
        return linkable;
    }

    /// <summary>What was told of it later. It may become more open, never less; what has happened stays so.</summary>
    public void HeardAgain(string title, SharingLevel sharing, bool happened)
    {
        (Title, Happened) = (title, Happened || happened);
        if (sharing == SharingLevel.Public)
        {
            MakePublic();
        }
    }

    public static Result<Linkable> Record(FrameworkText text, DateOnly today)
    {
        var item = new Linkable { Kind = LinkKind.Framework };
        return item.Write(text, new Check().ForNew(text, today))
            .With(() =>
            {
                item.Enter(text, today);
                return item;
            });
    }

    public Result Correct(FrameworkText text)
    {
        var written = Write(text, new Check().ForCorrection(text, this));
        if (written.IsOk)
        {
            Reenter(text);
        }

        return written;
    }

    private Result Write(FrameworkText text, Check check)
    {
        check
            .That(
                Kind == LinkKind.Framework,
                "linkable/not-ours",
                "This is kept by the service it comes from: change it there.",
                "reference"
            )
            .Text(text.Framework, "framework", 300)
            .Text(text.Title, "title", 1000);
        if (check.Failed)
        {
            return check.Result;
        }

        (Framework, Title) = (text.Framework, text.Title!);
        return Result.Ok;
    }
}

internal sealed class LinkableMapping : IEntityTypeConfiguration<Linkable>
{
    public void Configure(EntityTypeBuilder<Linkable> builder)
    {
        builder.MapEntry("linkables");
        builder.HasIndex(l => new { l.Kind, l.Reference });
    }
}

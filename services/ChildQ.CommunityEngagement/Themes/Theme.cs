using ChildQ.CommunityEngagement.Registers;
using ChildQ.Contracts;
using ChildQ.Contracts.CommunityEngagement;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.CommunityEngagement.Themes;

/// <summary>What is on record of a theme, as written or rewritten.</summary>
/// <param name="Parent">Reference of the theme that it is part of; none at the top.</param>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record ThemeText(
    string? Reference,
    string? Parent,
    [property: FreeText] string? Title,
    [property: FreeText] string? Description,
    DateOnly? KnownOn,
    [property: FreeText] string? Source,
    bool Confirmed = false
) : IRegisteredText, IFreeText;

/// <summary>A theme of the coding frame, to which what people said is coded. The frame is open to all.</summary>
public sealed class Theme : Registered
{
    private Theme() { }

    public string? Parent { get; private set; }

    public string Title { get; private set; } = "";

    public string? Description { get; private set; }

    public static Result<Theme> Record(ThemeText text, DateOnly today)
    {
        var theme = new Theme();
        return theme
            .Write(text, New(text, today).Form(text.Reference), text.Reference)
            .With(() =>
            {
                theme.Enter(text, today);
                theme.Tell();
                return theme;
            });
    }

    public Result Correct(ThemeText text)
    {
        var before = Title;
        var written = Write(text, Corrected(text), Reference);
        if (written.IsOk)
        {
            Reenter(text);
            if (Title != before)
            {
                Tell();
            }
        }

        return written;
    }

    /// <summary>So that others can refer to it: the plan's actions are shaped by themes.</summary>
    private void Tell() =>
        Raise(new ThemeRecorded(Id, Reference, Title, KnownOn, SharingLevel.Public, $"/community-engagement/themes/{Id}"));

    private Result Write(ThemeText text, Check check, string? reference)
    {
        check
            .Text(text.Title, "title", 200)
            .OptionalText(text.Description, "description", 2000)
            .That(text.Parent is null || text.Parent != reference, CodingFrame.CircleType, CodingFrame.Circle, "parent");
        if (check.Failed)
        {
            return check.Result;
        }

        (Parent, Title, Description) = (text.Parent, text.Title!, text.Description);
        return Result.Ok;
    }
}

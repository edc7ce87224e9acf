using Microsoft.Playwright;

namespace ChildQ.Stack.Tests.Pages;

/// <summary>
/// Somebody's fingers on a phone, counted. What that takes is estimated by the keystroke-level model (Card, Moran and Newell 1980: M, a thought before
/// an act, 1.35 s; P, reaching for a place, 1.1 s; B, a press, 0.1 s), with a key of the screen's keyboard at half a second and a swipe at one.
/// </summary>
internal sealed class Fingers(IPage page)
{
    private const double Thought = 1.35;
    private const double Tap = 1.1 + 0.1;
    private const double Key = 0.5;
    private const double Swipe = 1;

    /// <summary>Of the screen's height that one swipe moves.</summary>
    private const double OfTheScreen = 0.7;

    public int Questions { get; private set; }
    public int Taps { get; private set; }
    public int Keys { get; private set; }
    public int Swipes { get; private set; }

    public TimeSpan Estimate => TimeSpan.FromSeconds((Questions * Thought) + (Taps * Tap) + (Keys * Key) + (Swipes * Swipe));

    /// <summary>A question that is answered by touching its answer.</summary>
    public async Task AnswerAsync(string question, string answer)
    {
        Questions++;
        var group = page.GetByRole(AriaRole.Group, new() { Name = question });
        await TapAsync(group.GetByText(answer, new() { Exact = true }));
        await Assertions.Expect(group.GetByLabel(answer, new() { Exact = true })).ToBeCheckedAsync();
    }

    /// <summary>A question that is answered from a list: it is opened, swiped once, and the answer touched.</summary>
    public async Task ChooseAsync(string question, string answer)
    {
        Questions++;
        var list = page.GetByLabel(question, new() { Exact = true });
        await ReachAsync(list);
        await list.SelectOptionAsync(new SelectOptionValue { Label = answer });
        (Taps, Swipes) = (Taps + 2, Swipes + 1);
    }

    /// <summary>A question that is left as it is, because what stands there is right.</summary>
    public void Leave() => Questions++;

    public async Task TapAsync(ILocator place)
    {
        await ReachAsync(place);
        await place.TapAsync();
        Taps++;
    }

    private async Task ReachAsync(ILocator place)
    {
        var height = page.ViewportSize!.Height;
        var box = await place.BoundingBoxAsync() ?? throw new InvalidOperationException("Not on the page.");
        var away = box.Y < 0 ? -box.Y : Math.Max(0, box.Y + box.Height - height);
        Swipes += (int)Math.Ceiling(away / (height * OfTheScreen));
        await place.ScrollIntoViewIfNeededAsync();
    }
}

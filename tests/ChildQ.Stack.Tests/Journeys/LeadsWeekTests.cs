using System.Text.RegularExpressions;
using ChildQ.ServiceDefaults.Access;
using ChildQ.Stack.Tests.Pages;
using Microsoft.Playwright;

namespace ChildQ.Stack.Tests.Journeys;

/// <summary>
/// A week of the lead of police action planning in a browser without JavaScript: a meeting is recorded and held, its decisions are taken and one is
/// published, an action moves on, a letter is logged, an endorsement is asked for. Each form is first sent with something missing, as happens.
/// </summary>
public sealed partial class LeadsWeekTests(Stack stack, Browser browser)
{
    private readonly string _mark = $"{Guid.NewGuid():N}"[..8];

    [Fact]
    public async Task A_meeting_is_recorded_held_and_minuted_and_one_of_its_decisions_made_public()
    {
        var page = await LeadAsync("/police-action-plan/meetings");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a meeting" }).ClickAsync();
        await page.GetByLabel("Place").FillAsync("Town Hall");
        await SendAsync(page);
        await RefusedAsync(page, "Enter a title", "#Form_Title", () => Kept(page.GetByLabel("Place"), "Town Hall"));
        await page.GetByLabel("Title").FillAsync($"Police Action Plan Board {_mark}");
        await page.GetByLabel("Body").SelectOptionAsync(await ReferenceAsync(page, "Police Action Plan Board"));
        await DateAsync(page, "Form_On", DateTime.UtcNow.AddDays(-1));
        await SendAsync(page);
        await SaysAsync(page, "Added.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Record that it was held" }).ClickAsync();
        await page.GetByLabel("What came of it").FillAsync("The plan was gone through.");
        await page.GetByLabel("Who came").FillAsync("Hackney Council, Chief Executive\nMetropolitan Police, Borough Commander");
        await page.GetByLabel("Decisions", new() { Exact = true })
            .FillAsync($"Go on with the workshops {_mark}\nMeet again in a month {_mark}");
        await page.GetByLabel("First action: what is to be done").FillAsync($"Circulate the minutes {_mark}");
        await SendAsync(page);
        await RefusedAsync(
            page,
            "Say who does the first action",
            "#Form_Owner1",
            () => Kept(page.GetByLabel("What came of it"), "The plan was gone through.")
        );
        await page.GetByLabel("First action: who does it").FillAsync("Hackney Council");
        await DateAsync(page, "Form_Due1", DateTime.UtcNow.AddDays(14));
        await SendAsync(page);
        await SaysAsync(page, "Recorded as held.");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync($"Circulate the minutes {_mark}");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Borough Commander");

        await page.GetByRole(
                AriaRole.Row,
                new() { NameRegex = new Regex($"workshops {_mark}", RegexOptions.None, TimeSpan.FromSeconds(1)) }
            )
            .GetByRole(AriaRole.Link)
            .ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Make it public" }).ClickAsync();
        await SendAsync(page);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync($"Go on with the workshops {_mark}");
        var anyone = await browser.VisitAsync(stack, javaScript: false);
        await anyone.GotoAsync($"/police-action-plan/decisions?q={_mark}");
        await Assertions.Expect(anyone.Locator("main")).ToContainTextAsync("Go on with the workshops");
        await Assertions.Expect(anyone.Locator("main")).Not.ToContainTextAsync("Meet again");
    }

    [Fact]
    public async Task An_action_moves_on_and_its_due_date_moves_only_with_a_reason()
    {
        var page = await LeadAsync("/police-action-plan/actions");
        await page.Locator("main table a").Nth(1).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add progress" }).ClickAsync();
        await page.Locator("textarea").FillAsync($"Talked through with schools {_mark}");
        await SendAsync(page);
        await RefusedAsync(page, "Choose", "#Form_Status", () => Kept(page.Locator("textarea"), $"Talked through with schools {_mark}"));
        await page.GetByLabel("Under way").CheckAsync();
        await SendAsync(page);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync($"Talked through with schools {_mark}");

        await page.GetByRole(AriaRole.Link, new() { Name = "Move the due date" }).ClickAsync();
        var to = DateTime.UtcNow.AddDays(60);
        await DateAsync(page, "Form_To", to);
        await SendAsync(page);
        await RefusedAsync(page, "Say why", "#Form_Reason", () => Kept(page.Locator("#Form_To"), $"{to.Day}"));
        await page.Locator("#Form_Reason").FillAsync($"The hall was not free {_mark}.");
        await SendAsync(page);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync($"The hall was not free {_mark}.");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync($"{to:d MMMM yyyy}");
    }

    [Fact]
    public async Task A_letter_is_logged_and_stands_in_its_thread()
    {
        var page = await LeadAsync("/police-action-plan/letters");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a letter" }).ClickAsync();
        await page.GetByLabel("Received").CheckAsync();
        await page.GetByLabel("From").FillAsync("Metropolitan Police");
        await page.GetByLabel("To", new() { Exact = true }).FillAsync("Hackney Council");
        await SendAsync(page);
        await RefusedAsync(page, "Enter a subject", "#Form_Subject", () => Kept(page.GetByLabel("From"), "Metropolitan Police"));
        await Assertions.Expect(page.GetByLabel("Received")).ToBeCheckedAsync();
        await page.GetByLabel("Subject").FillAsync($"Where the commitments stand {_mark}");
        await page.GetByLabel("In reply to").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await DateAsync(page, "Form_On", DateTime.UtcNow);
        await SendAsync(page);
        await SaysAsync(page, "Added.");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync($"Where the commitments stand {_mark}");
        Assert.True(await page.Locator("main table a[href^='/police-action-plan/letters/']").CountAsync() > 0, "The letter stands alone.");
    }

    [Fact]
    public async Task An_endorsement_is_asked_for_and_recorded()
    {
        var page = await LeadAsync("/police-action-plan/protocols");
        await page.GetByRole(AriaRole.Link, new() { Name = "Guidance on how police work with schools" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Write the first draft" }).ClickAsync();
        await page.GetByLabel("The whole text").FillAsync($"A senior member of staff stays with the child. {_mark}");
        await SendAsync(page);
        await SaysAsync(page, "The draft is on record");

        await page.GetByRole(AriaRole.Button, new() { Name = "Ask for endorsement" }).ClickAsync();
        await DateAsync(page, "Form_AnswerBy", DateTime.UtcNow.AddDays(14));
        await SendAsync(page);
        await RefusedAsync(
            page,
            "Choose who is asked",
            "#Form_Class",
            () => Kept(page.Locator("#Form_AnswerBy"), $"{DateTime.UtcNow.AddDays(14).Day}")
        );
        await page.Locator("input[type=radio]").First.CheckAsync();
        await SendAsync(page);
        await SaysAsync(page, "they are asked to endorse this draft");

        await page.GetByRole(AriaRole.Button, new() { Name = "Endorse", Exact = true }).ClickAsync();
        await page.GetByLabel("How it came about").FillAsync($"At the headteachers' conference {_mark}.");
        await SendAsync(page);
        await RefusedAsync(
            page,
            "Choose for whom",
            "#Form_Class",
            () => Kept(page.Locator("textarea"), $"At the headteachers' conference {_mark}.")
        );
        await page.Locator("input[type=radio]").First.CheckAsync();
        await SendAsync(page);
        await SaysAsync(page, "Endorsed.");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(_mark);
    }

    [Fact]
    public async Task With_JavaScript_a_refusal_takes_the_focus_and_its_link_leads_to_the_field()
    {
        var page = await browser.SignedInAsync(stack, Roles.PolicePlanLead);
        await page.GotoAsync("/police-action-plan/letters/edit");
        await SendAsync(page);

        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Enter a subject" }).ClickAsync();

        await Assertions.Expect(page.GetByLabel("Subject")).ToBeFocusedAsync();
        await page.AccessibleAsync();
    }

    private async Task<IPage> LeadAsync(string place)
    {
        var page = await browser.SignedInAsync(stack, Roles.PolicePlanLead, javaScript: false);
        await page.GotoAsync(place);
        return page;
    }

    private static async Task<string> ReferenceAsync(IPage page, string named) =>
        (await page.Locator("option", new() { HasText = named }).First.GetAttributeAsync("value"))!;

    private static Task SendAsync(IPage page) => page.Locator("main form[method=post] button[type=submit]").ClickAsync();

    private static Task SaysAsync(IPage page, string notice) =>
        Assertions.Expect(page.Locator(".govuk-notification-banner")).ToContainTextAsync(notice);

    /// <summary>The title says so, the summary links to the field, the field says what is wrong, and nothing that was typed is lost.</summary>
    private static async Task RefusedAsync(IPage page, string problem, string field, Func<Task> keeps)
    {
        await Assertions.Expect(page).ToHaveTitleAsync(ErrorFirst());
        var link = page.Locator(".govuk-error-summary a", new() { HasText = problem });
        await Assertions.Expect(link).ToHaveAttributeAsync("href", field);
        await Assertions.Expect(page.Locator(".govuk-form-group--error", new() { Has = page.Locator(field) })).ToContainTextAsync(problem);
        await keeps();
    }

    private static Task Kept(ILocator field, string typed) => Assertions.Expect(field).ToHaveValueAsync(typed);

    private static async Task DateAsync(IPage page, string id, DateTime on)
    {
        await page.Locator($"#{id}").FillAsync($"{on.Day}");
        await page.Locator($"#{id}_Month").FillAsync($"{on.Month}");
        await page.Locator($"#{id}_Year").FillAsync($"{on.Year}");
    }

    [GeneratedRegex("^Error: ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ErrorFirst();
}

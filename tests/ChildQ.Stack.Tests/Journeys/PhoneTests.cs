using System.Diagnostics;
using ChildQ.ServiceDefaults.Access;
using ChildQ.Stack.Tests.Pages;
using Microsoft.Playwright;

namespace ChildQ.Stack.Tests.Journeys;

/// <summary>A headteacher on a phone, between two lessons: a police visit with a search that lacked safeguards, on record in under two minutes.</summary>
public sealed class PhoneTests(Stack stack, Browser browser, ITestOutputHelper output)
{
    [Fact]
    public async Task A_visit_with_a_search_is_on_record_in_under_two_minutes_and_the_safeguarding_lead_sees_what_was_missing()
    {
        var page = await browser.SignedInAsync(stack, Roles.School, Browser.Phone);
        var fingers = new Fingers(page);
        var watch = Stopwatch.StartNew();

        await Shots.TakeAsync(page, "/", "phone");
        await fingers.TapAsync(page.GetByRole(AriaRole.Button, new() { Name = "Record a police visit" }));
        fingers.Leave(); // today
        await fingers.AnswerAsync("Who asked for it?", "The school");
        await fingers.ChooseAsync("Why did police come?", "Suspected drugs");
        await fingers.AnswerAsync("Which officers?", "Other officers");
        await fingers.ChooseAsync("What did it come to?", "No further action");
        await fingers.AnswerAsync("Was anyone searched?", "Yes");
        await Shots.TakeAsync(page, "/visit", "phone");
        await fingers.TapAsync(page.Locator("main button[type=submit]"));

        await fingers.AnswerAsync("How far did the search go?", "Strip search");
        await fingers.AnswerAsync("Who searched?", "Police");
        await fingers.AnswerAsync("Was an appropriate adult present?", "No");
        await fingers.AnswerAsync("Was a parent or carer informed before the search?", "No");
        await fingers.AnswerAsync("Was a senior police officer consulted?", "Not known");
        await fingers.AnswerAsync("Was your designated safeguarding lead consulted?", "Yes");
        await fingers.AnswerAsync("Was what was looked for found?", "No");
        await fingers.ChooseAsync("What did it come to?", "No further action");
        await fingers.ChooseAsync("Year group", "Year 10");
        await fingers.ChooseAsync("Age", "13 to 15");
        await fingers.ChooseAsync("Ethnic group", "Black: Caribbean");
        await fingers.ChooseAsync("Sex", "Female");
        await fingers.ChooseAsync("Special educational needs and disabilities", "No identified need");
        await fingers.AnswerAsync("Pupil premium", "Yes");
        await Shots.TakeAsync(page, "/search", "phone");
        await fingers.TapAsync(page.Locator("main button[type=submit]"));
        await Shots.TakeAsync(page, "/recorded", "phone");

        var told = page.Locator(".govuk-warning-text");
        await Assertions.Expect(told).ToContainTextAsync("An appropriate adult");
        await Assertions.Expect(told).ToContainTextAsync("A parent or carer informed beforehand");
        await Assertions.Expect(told).ToContainTextAsync("A senior officer consulted");
        output.WriteLine(
            $"{fingers.Questions} questions, {fingers.Taps} taps, {fingers.Keys} keys, {fingers.Swipes} swipes: "
                + $"about {fingers.Estimate.TotalSeconds:0} s by the keystroke-level model; the script took {watch.Elapsed.TotalSeconds:0} s"
        );
        Assert.True(fingers.Estimate < TimeSpan.FromMinutes(2), $"It takes about {fingers.Estimate}.");
        await SeenBySafeguardingLeadAsync();
    }

    [Fact]
    public async Task What_is_left_out_is_asked_for_and_what_was_answered_stays()
    {
        var page = await browser.SignedInAsync(stack, Roles.School, Browser.Phone);
        await page.GotoAsync("/schools/police-visits/record");
        Assert.Equal($"{Today().Day}", await page.Locator("#Form_On").InputValueAsync());
        await page.GetByRole(AriaRole.Group, new() { Name = "Who asked for it?" }).GetByText("Police", new() { Exact = true }).TapAsync();
        await page.GetByLabel("In a few words").FillAsync("A date of birth: 3 May 2009");
        await page.Locator("main button[type=submit]").TapAsync();

        await Assertions
            .Expect(page.Locator(".govuk-error-summary a", new() { HasText = "Say whether anyone was searched" }))
            .ToBeVisibleAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Group, new() { Name = "Who asked for it?" }).GetByLabel("Police"))
            .ToBeCheckedAsync();
        await Assertions.Expect(page.GetByLabel("In a few words")).ToHaveValueAsync("A date of birth: 3 May 2009");
    }

    [Fact]
    public async Task The_form_is_made_for_a_finger()
    {
        var page = await browser.SignedInAsync(stack, Roles.School, Browser.Phone);
        await page.GotoAsync("/schools/police-visits/record");

        Assert.True(
            await page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth") <= 375,
            "The page is wider than the phone."
        );
        Assert.Equal("off", await page.Locator("main form").GetAttributeAsync("autocomplete"));
        Assert.Equal("numeric", await page.Locator("#Form_Officers").GetAttributeAsync("inputmode"));
        Assert.Equal("time", await page.Locator("#Form_At").GetAttributeAsync("type"));
        foreach (var answer in await page.Locator(".govuk-radios__item").AllAsync())
        {
            var box = await answer.BoundingBoxAsync();
            Assert.True(box!.Height >= 44, $"An answer is {box.Height} pixels high.");
            Assert.True(box.X < 40, "Answers stand beside one another.");
        }
    }

    private async Task SeenBySafeguardingLeadAsync()
    {
        var page = await browser.SignedInAsync(stack, Roles.SafeguardingLead, javaScript: false);
        await page.GetByRole(AriaRole.Link, new() { Name = "Concern about a search" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("An appropriate adult");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it up" }).ClickAsync();
        await page.Locator("main form[method=post] button[type=submit]").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Add what was done" })).ToBeVisibleAsync();
    }

    private static DateTime Today() => TimeZoneInfo.ConvertTime(DateTime.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
}

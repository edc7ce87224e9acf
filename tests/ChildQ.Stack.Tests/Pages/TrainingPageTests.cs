using ChildQ.ServiceDefaults.Access;
using Microsoft.Playwright;

namespace ChildQ.Stack.Tests.Pages;

/// <summary>A school goes through training on the pages without JavaScript; what it sees, and what the lead sees, is looked at by axe, which needs it.</summary>
public sealed class TrainingPageTests(Stack stack, Browser browser)
{
    [Fact]
    public async Task A_school_books_places_sees_them_and_gives_one_back()
    {
        var id = await AnnouncedAsync(capacity: 2);
        var page = await browser.SignedInAsync(stack, Roles.School, javaScript: false);
        var looked = await browser.SignedInAsync(stack, Roles.School);

        await page.GotoAsync($"/schools/training/{id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Book places" }).ClickAsync();
        await page.Locator("main form[method=post] button[type=submit]").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is a problem");
        await looked.GotoAsync(page.Url);
        await looked.Locator("main form[method=post] button[type=submit]").ClickAsync();
        await Assertions.Expect(looked.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is a problem");
        await looked.AccessibleAsync();
        await page.GetByLabel("Staff").CheckAsync();
        await page.GetByLabel("How many places?").FillAsync("2");
        await page.Locator("main form[method=post] button[type=submit]").ClickAsync();

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("2 places for staff");
        await looked.GotoAsync(page.Url);
        await looked.AccessibleAsync();
        await page.GotoAsync("/schools/my-school");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("2 places for staff");
        await looked.GotoAsync(page.Url);
        await looked.AccessibleAsync();
        await page.GotoAsync($"/schools/training/{id}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Give back" }).ClickAsync();
        await page.GetByLabel("How many places do you give back?").FillAsync("1");
        await page.Locator("main form[method=post] button[type=submit]").ClickAsync();

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("1 place for staff");
    }

    [Fact]
    public async Task The_pages_of_the_lead_open_and_meet_WCAG_2_2_AA()
    {
        var id = await AnnouncedAsync(capacity: 20);
        var page = await browser.SignedInAsync(stack, Roles.SchoolsLead);

        foreach (
            var path in new[]
            {
                "",
                $"/{id}",
                $"/edit/{id}",
                $"/{id}/move",
                $"/{id}/cancel",
                $"/{id}/attendance",
                $"/{id}/book",
                "/import",
                "/coverage",
                "/coverage?part=board&state=never",
                "/schools/100001",
            }
        )
        {
            var answer = await page.GotoAsync($"/schools/training{path}");
            Assert.True(answer!.Status == 200, $"{answer.Status} at {path}");
            await page.AccessibleAsync();
        }
    }

    private async Task<Guid> AnnouncedAsync(int capacity)
    {
        using var lead = await stack.AsAsync(Roles.SchoolsLead);
        var announced = await lead.ActAsync(
            "/api/schools/training",
            new
            {
                reference = $"SCH-TRY-{Guid.NewGuid():N}"[..30],
                kind = "training",
                title = "Adultification: what it is and what it does",
                topics = new[] { "adultification" },
                on = $"{DateTime.UtcNow.AddDays(30):yyyy-MM-dd}",
                startsAt = "13:30:00",
                endsAt = "16:00:00",
                place = "Town Hall",
                capacity,
                certificateMonths = 24,
            }
        );
        return announced.GetProperty("id").GetGuid();
    }
}

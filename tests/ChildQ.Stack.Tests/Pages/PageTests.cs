using ChildQ.ServiceDefaults.Access;
using Microsoft.Playwright;

namespace ChildQ.Stack.Tests.Pages;

/// <summary>The pages as people meet them: they open, they are accessible, and they work without JavaScript.</summary>
public sealed class PageTests(Stack stack, Browser browser)
{
    [Fact]
    public async Task What_is_not_accessible_is_found()
    {
        var page = await browser.VisitAsync(stack);
        await page.SetContentAsync("<html lang=en-GB><title>Sample</title><main><h1>Sample</h1><img src=x></main></html>");

        Assert.Contains("image-alt", Assert.Single(await page.FaultsAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/tracker")]
    [InlineData("/tracker/ratified")]
    [InlineData("/police-action-plan/alignment")]
    [InlineData("/police-action-plan/frameworks")]
    [InlineData("/oversight/timeline")]
    [InlineData("/oversight/recommendations")]
    [InlineData("/police-action-plan/actions")]
    [InlineData("/community-engagement/insights")]
    [InlineData("/schools/training")]
    [InlineData("/search?q=charter")]
    [InlineData("/accessibility")]
    [InlineData("/privacy")]
    [InlineData("/sign-in")]
    public async Task A_public_page_opens_and_meets_WCAG_2_2_AA(string path)
    {
        var page = await browser.VisitAsync(stack);

        var answer = await page.GotoAsync(path);

        Assert.Equal(200, answer!.Status);
        await page.AccessibleAsync();
    }

    [Theory]
    [InlineData("/no-such-page", 404)]
    [InlineData("/schools/register", 401)]
    public async Task A_page_that_cannot_be_shown_helps(string path, int status)
    {
        var page = await browser.VisitAsync(stack);

        var answer = await page.GotoAsync(path);

        Assert.Equal(status, answer!.Status);
        await page.AccessibleAsync();
    }

    [Theory]
    [InlineData(Roles.PolicePlanLead)]
    [InlineData(Roles.SchoolsLead)]
    [InlineData(Roles.StaffLead)]
    [InlineData(Roles.EngagementLead)]
    [InlineData(Roles.Oversight)]
    [InlineData(Roles.School)]
    [InlineData(Roles.Staff)]
    [InlineData(Roles.PolicePartner)]
    [InlineData(Roles.Operations)]
    public async Task Each_role_signs_in_and_everything_in_its_menu_opens(string role)
    {
        var page = await browser.SignedInAsync(stack, role);
        await page.AccessibleAsync();
        var menu = await page.Locator("nav[aria-label=Menu] a")
            .EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");

        Assert.NotEmpty(menu);
        foreach (var link in menu)
        {
            var answer = await page.GotoAsync(link);
            Assert.True(answer!.Status == 200, $"{answer.Status} at {link} for {role}");
            await page.AccessibleAsync();
        }
    }

    [Fact]
    public async Task A_lead_moves_an_action_on_without_JavaScript()
    {
        var page = await browser.SignedInAsync(stack, Roles.PolicePlanLead, javaScript: false);
        await page.GotoAsync("/police-action-plan/actions");
        await page.Locator("main table a").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add progress" })
            .Or(page.GetByRole(AriaRole.Link, new() { Name = "Add progress" }))
            .ClickAsync();

        await page.Locator("main form[method=post] button[type=submit]").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is a problem");

        var words = $"Talked through with the Board {Guid.NewGuid():N}";
        await page.GetByLabel("Under way").CheckAsync();
        await page.Locator("textarea").FillAsync(words);
        await page.Locator("main form[method=post] button[type=submit]").ClickAsync();

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(words);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var page = await browser.SignedInAsync(stack, Roles.SchoolsLead);

        await page.GetByText("Sign out").ClickAsync();
        await page.WaitForLoadStateAsync();

        Assert.Equal(401, (await page.GotoAsync("/schools/register"))!.Status);
    }
}

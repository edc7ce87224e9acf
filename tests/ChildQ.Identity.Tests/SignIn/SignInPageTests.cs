using System.Net;
using ChildQ.Identity.Accounts;
using Microsoft.AspNetCore.WebUtilities;

namespace ChildQ.Identity.Tests.SignIn;

public sealed class SignInPageTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    private const string NotAccepted = "The e-mail address or password is not right, or the account is locked for now";

    [Fact]
    public async Task The_right_password_leads_back_to_where_the_person_was_going()
    {
        using var browser = host.Client();

        using var response = await browser.SignInAsync("oversight@childq.example", DevelopmentAccount.Password, "/oversight/timeline");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/oversight/timeline", response.Headers.Location?.ToString());
        Assert.Contains(response.Headers.GetValues("Set-Cookie"), IsSessionCookie);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task Nobody_is_led_to_another_site(string returnUrl)
    {
        using var browser = host.Client();

        using var response = await browser.SignInAsync("oversight@childq.example", DevelopmentAccount.Password, returnUrl);

        Assert.Equal("/", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_are_told_the_same()
    {
        using var browser = host.Client();

        var wrong = await TextOfAsync(browser.SignInAsync("operations@childq.example", "not-the-password"));
        var unknown = await TextOfAsync(browser.SignInAsync("nobody@childq.example", "not-the-password"));

        Assert.Contains(NotAccepted, wrong, StringComparison.Ordinal);
        Assert.Contains(NotAccepted, unknown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_a_quarter_of_an_hour()
    {
        using var browser = host.Client();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await browser.SignInAsync("facilitator@childq.example", "not-the-password");
        }

        var right = await TextOfAsync(browser.SignInAsync("facilitator@childq.example", DevelopmentAccount.Password));

        Assert.Contains(NotAccepted, right, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_form_says_what_to_enter_beside_each_field()
    {
        using var browser = host.Client();

        var page = await TextOfAsync(browser.SignInAsync("", ""));

        Assert.Contains("There is a problem", page, StringComparison.Ordinal);
        Assert.Contains("""<a href="#Email">Enter your e-mail address</a>""", page, StringComparison.Ordinal);
        Assert.Contains("""<a href="#Password">Enter your password</a>""", page, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"password-error\"", page, StringComparison.Ordinal);
        Assert.Contains("<title>Error: Sign in", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_this_page_did_not_make_is_refused()
    {
        using var browser = host.Client();
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Email"] = "oversight@childq.example",
                ["Password"] = DevelopmentAccount.Password,
            }
        );

        using var response = await browser.PostAsync("sign-in", form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(response.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(IsSessionCookie));
    }

    [Fact]
    public async Task Too_many_tries_from_one_address_are_stopped_with_a_page_that_says_when_to_come_back()
    {
        using var browser = IdentityHost.ClientOf(host.Start("Development", ("Identity:SignInsPerMinute", "2")));
        await browser.SignInAsync("one@childq.example", "not-the-password");
        await browser.SignInAsync("two@childq.example", "not-the-password");

        using var third = await browser.SignInAsync("three@childq.example", "not-the-password");

        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.Contains("Wait one minute", await third.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_accounts_to_choose_from_are_shown_on_a_developers_machine_and_nowhere_else()
    {
        using var development = host.Client();
        using var elsewhere = IdentityHost.ClientOf(await host.StartWithoutDevelopmentAccountsAsync());

        var shown = await development.GetStringAsync("sign-in");
        var notShown = await elsewhere.GetStringAsync("sign-in");

        Assert.All(DevelopmentAccount.All, account => Assert.Contains(account.Email, shown, StringComparison.Ordinal));
        Assert.Contains(DevelopmentAccount.Password, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("@childq.example", notShown, StringComparison.Ordinal);
        Assert.DoesNotContain(DevelopmentAccount.Password, notShown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_about_a_person_is_logged_while_they_sign_in()
    {
        using var browser = host.Client();

        using var wrong = await browser.SignInAsync("police-partner@childq.example", "not-the-password");
        using var right = await browser.SignInAsync("police-partner@childq.example", DevelopmentAccount.Password);

        Assert.DoesNotContain(host.Log.All, line => line.Contains("police-partner@", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(host.Log.All, line => line.Contains(DevelopmentAccount.Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_gateway_signs_a_person_out_at_once_with_their_own_token()
    {
        using var browser = host.Client();
        var (verifier, challenge) = Conversation.NewProof();
        var (_, tokens) = await browser.ExchangeAsync(await browser.CodeForAsync("staff-lead", challenge), verifier);

        using var response = await browser.GetAsync(
            QueryHelpers.AddQueryString(
                "connect/end-session",
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["id_token_hint"] = tokens.Text("id_token"),
                    ["post_logout_redirect_uri"] = "http://localhost:8080/signout-callback-oidc",
                }
            )
        );

        Assert.StartsWith("http://localhost:8080/signout-callback-oidc", response.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.True(await IsAskedToSignInAsync(browser));
    }

    [Fact]
    public async Task A_link_on_another_site_cannot_sign_a_person_out()
    {
        using var browser = host.Client();
        using var signedIn = await browser.SignInAsync("board-member@childq.example", DevelopmentAccount.Password);

        using var response = await browser.GetAsync("connect/end-session");

        Assert.Equal("/identity/sign-out", response.Headers.Location?.ToString());
        Assert.False(await IsAskedToSignInAsync(browser));
    }

    private static async Task<bool> IsAskedToSignInAsync(HttpClient browser)
    {
        using var response = await browser.GetAsync(Conversation.AuthorizeUrl(Conversation.NewProof().Challenge));
        return response.Headers.Location!.AbsolutePath == "/identity/sign-in";
    }

    private static async Task<string> TextOfAsync(Task<HttpResponseMessage> asked)
    {
        using var response = await asked;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(IsSessionCookie));
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    private static bool IsSessionCookie(string cookie) => cookie.StartsWith("childq-identity=", StringComparison.Ordinal);
}

using System.Net;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Portal.Tests.Shell;

public sealed class ErrorPageTests(PortalHost portal) : PortalTests(portal)
{
    [Fact]
    public async Task Someone_not_signed_in_is_shown_where_to_sign_in_and_comes_back_to_the_page()
    {
        var answer = await Portal.Anonymous().GetAsync(new Uri("/operations/audit-chain?x=1", UriKind.Relative), Cancel);
        var page = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("Sign in to see this page", page, StringComparison.Ordinal);
        Assert.Contains("/sign-in?returnUrl=%2Foperations%2Faudit-chain%3Fx%3D1", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_another_role_is_refused_and_says_who_is_signed_in()
    {
        var answer = await Portal.As(Roles.Staff).GetAsync(new Uri("/operations/audit-chain", UriKind.Relative), Cancel);
        var page = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("You may not see this page", page, StringComparison.Ordinal);
        Assert.Contains("Test caller", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_is_not_found_for_anyone()
    {
        var answer = await Portal.Anonymous().GetAsync(new Uri("/no/such/page", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Page not found", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_service_does_not_have_is_not_found()
    {
        var answer = await Portal.Anonymous().GetAsync(new Uri($"/steps/schools/{Guid.NewGuid()}", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_service_that_fails_is_named_and_the_rest_goes_on()
    {
        Backend.Answers("GET", "/api/schools/steps", new { }, 503);
        Backend.Answers("GET", "/api/oversight/steps", new { items = Array.Empty<object>() });

        var answer = await Portal.Anonymous().GetAsync(new Uri("/steps/schools", UriKind.Relative), Cancel);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        var other = await Portal.Anonymous().GetAsync(new Uri("/steps/community-tensions", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("Schools does not answer", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/steps/schools\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task A_form_that_does_not_come_from_its_page_changes_nothing()
    {
        using var form = new FormUrlEncodedContent([new("part", "schools"), new("queue", "schools-protocol-published")]);

        var answer = await Portal.As(Roles.Operations).PostAsync(new Uri("/operations/failed-messages", UriKind.Relative), form, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("That could not be read", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Empty(Backend.Asked);
    }
}

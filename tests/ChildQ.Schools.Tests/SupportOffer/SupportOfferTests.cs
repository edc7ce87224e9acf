using System.Net;
using ChildQ.Schools.SupportOffer;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Schools.Tests.SupportOffer;

public sealed class SupportOfferTests(SchoolsHost host) : IClassFixture<SchoolsHost>, IAsyncLifetime
{
    private const string Offers = "/api/schools/support-offers";

    public async ValueTask InitializeAsync() => await host.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_gaps_name_the_open_schools_that_were_never_offered_something()
    {
        var (one, two) = (await host.RegisterAsync(A.School(100_001)), await host.RegisterAsync(A.School(100_002)));
        await host.RegisterAsync(A.School(100_003).Closed());
        using var lead = host.As(Roles.SchoolsLead);
        using var head = host.As(Roles.School, school: one.Urn);

        await ChangeAsync(lead, one.Id, SupportState.Offered);
        await ChangeAsync(head, one.Id, SupportState.TakenUp);

        var gaps = await lead.GetAsync<IReadOnlyList<SupportGap>>($"{Offers}/gaps");
        var spaces = gaps.Single(g => g.Support == Support.ThinkingSpaces);
        Assert.Equal((2, 1, 1), (spaces.Schools, spaces.Offered, spaces.TakenUp));
        Assert.Equal([two.Id], spaces.NotOffered.Select(s => s.Id));
        Assert.All(
            gaps.Where(g => g.Support != Support.ThinkingSpaces),
            g => Assert.Equal([one.Id, two.Id], g.NotOffered.Select(s => s.Id))
        );
    }

    [Fact]
    public async Task A_school_answers_its_own_offers_and_sees_no_others()
    {
        var (own, other) = (await host.RegisterAsync(A.School(100_001)), await host.RegisterAsync(A.School(100_002)));
        using var lead = host.As(Roles.SchoolsLead);
        using var head = host.As(Roles.School, school: own.Urn);
        await ChangeAsync(lead, other.Id, SupportState.Offered);

        var offered = head.SendJsonAsync($"{Offers}/{own.Id}/changes", Change(SupportState.Offered));
        var taken = head.SendJsonAsync($"{Offers}/{other.Id}/changes", Change(SupportState.TakenUp));
        using var gaps = await head.GetAsync($"{Offers}/gaps");

        Assert.Equal("support/not-yours", await offered.ProblemTypeAsync(HttpStatusCode.UnprocessableEntity));
        Assert.Equal("not-found", await taken.ProblemTypeAsync(HttpStatusCode.NotFound));
        Assert.Equal("not-found", await head.GetAsync($"{Offers}/{other.Id}").ProblemTypeAsync(HttpStatusCode.NotFound));
        Assert.Equal(HttpStatusCode.Forbidden, gaps.StatusCode);
    }

    private static SupportChange Change(SupportState state) => new(Support.ThinkingSpaces, state, null, null);

    private static async Task ChangeAsync(HttpClient caller, Guid school, SupportState state) =>
        await caller.SendJsonAsync($"{Offers}/{school}/changes", Change(state)).ReadAsync<SupportView>();
}

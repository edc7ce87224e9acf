using System.Net;
using ChildQ.Schools.Advocacy;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Import;

namespace ChildQ.Schools.Tests.Advocacy;

public sealed class AdvocacyTests(SchoolsHost host) : IClassFixture<SchoolsHost>, IAsyncLifetime
{
    private const string Directory = "/api/schools/advocacy";
    private static readonly DateOnly Today = new(2022, 6, 14);

    private static readonly AdvocacyText Service = new(
        "ADV-001",
        "Speaking up at school",
        "Sample Advocacy",
        "Help at meetings about exclusion.",
        "Parents and carers",
        "020 7946 0000",
        "help@advocacy.example",
        "https://advocacy.example",
        "Free",
        EndedOn: null,
        KnownOn: null,
        Source: null
    );

    public async ValueTask InitializeAsync() => await host.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void A_service_can_be_reached() =>
        Refused(Service with { Phone = null, Email = "", Website = null }, "advocacy/no-way-to-reach");

    [Theory]
    [InlineData("advocacy.example")]
    [InlineData("javascript:alert(1)")]
    public void A_website_is_a_whole_address(string address) => Refused(Service with { Website = address }, "advocacy/website");

    [Fact]
    public void An_email_address_is_one() => Refused(Service with { Email = "nobody" }, "advocacy/email");

    [Fact]
    public void A_telephone_number_is_one() => Refused(Service with { Phone = "ask for Sam" }, "advocacy/phone");

    [Fact]
    public async Task The_schools_lead_keeps_the_directory_and_everyone_reads_it()
    {
        using var lead = host.As(Roles.SchoolsLead);
        using var anyone = host.Anonymous();
        var made = await lead.SendJsonAsync(Directory, Service).ReadAsync<AdvocacyView>(HttpStatusCode.Created);
        await lead.PutAsync($"{Directory}/{made.Id}", Service with { HelpsWith = "Help at every meeting." }).ReadAsync<AdvocacyView>();

        var found = Assert.Single(await anyone.ListAsync<AdvocacyView>($"{Directory}?q=every"));

        Assert.Equal("020 7946 0000", found.Phone);
        using var school = host.As(Roles.School, 100_001);
        using var refused = await school.SendJsonAsync(Directory, Service with { Reference = "ADV-002" });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task What_is_exported_can_be_imported_again_unchanged()
    {
        using var lead = host.As(Roles.SchoolsLead);
        await lead.SendJsonAsync(Directory, Service).ReadAsync<AdvocacyView>(HttpStatusCode.Created);

        var report = await lead.ImportAsync("advocacy", await lead.GetByteArrayAsync($"{Directory}/export.csv")).ReadAsync<ImportReport>();

        Assert.Equal((1, 1), (report.Rows, report.Unchanged));
    }

    private static void Refused(AdvocacyText text, string type) =>
        Assert.Equal(type, Assert.Single(AdvocacyService.List(text, Today).Outcome.Broken).Type);
}

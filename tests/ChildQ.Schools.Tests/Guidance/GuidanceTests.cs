using System.Net;
using System.Text.Json;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.Contracts.Schools;
using ChildQ.Schools.Guidance;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults.Access;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Tests.Guidance;

public sealed class GuidanceTests(SchoolsHost host) : GuidanceSlices(host)
{
    [Fact]
    public async Task A_published_protocol_awaits_acknowledgement_by_every_open_school_and_by_no_other()
    {
        await RegisterAsync(
            A.School(100_001),
            A.School(100_002) with
            {
                Status = SchoolStatus.OpenButProposedToClose,
            },
            A.School(100_003).Closed()
        );
        using var lead = Host.As(Roles.SchoolsLead);

        var receipts = await PublishAsync(A.Protocol(), expected: 2);

        Assert.Equal([100_001, 100_002], receipts.Select(r => r.Urn));
        Assert.All(receipts, r => Assert.Equal((ReceiptState.Awaiting, new DateOnly(2022, 6, 14)), (r.State, r.AwaitingSince)));
        var version = Assert.Single(await lead.ListAsync<GuidanceView>("/api/schools/guidance"));
        Assert.Equal((1, 2, 0, 2, true), (version.Version, version.Schools, version.Acknowledged, version.Awaiting, version.InForce));
    }

    [Fact]
    public async Task What_is_for_secondary_schools_is_owed_by_those_who_teach_pupils_of_that_age_and_by_no_other()
    {
        await RegisterAsync(
            A.School(100_001),
            A.School(100_002) with
            {
                Phase = "Primary",
            },
            A.School(100_003) with
            {
                Phase = "All-through",
            },
            A.School(100_004) with
            {
                Phase = "Not applicable",
            }
        );

        var receipts = await PublishAsync(A.Protocol() with { Audience = Audience.SecondarySchools }, expected: 2);
        await RegisterAsync(A.School(100_005), A.School(100_006) with { Phase = "Primary" });

        Assert.Equal([100_001, 100_003], receipts.Select(r => r.Urn));
        using var lead = Host.As(Roles.SchoolsLead);
        Assert.Equal([100_001, 100_003, 100_005], (await lead.ListAsync<ReceiptView>(Receipts)).Select(r => r.Urn).Order());
        var version = Assert.Single(await lead.ListAsync<GuidanceView>("/api/schools/guidance"));
        Assert.Equal((Audience.SecondarySchools, 3), (version.Audience, version.Schools));
    }

    [Fact]
    public async Task However_often_a_publication_is_told_each_school_has_one_receipt()
    {
        await RegisterAsync(A.School(100_001), A.School(100_002));
        var (protocol, message) = (A.Protocol(), Guid.CreateVersion7());
        await PublishAsync(protocol, expected: 2, message);

        await PublishOnlyAsync(protocol, message); // redelivered
        await PublishOnlyAsync(protocol, Guid.CreateVersion7()); // told anew
        await PublishAsync(A.Protocol(), expected: 4); // behind both in the queue

        Assert.Equal(2, await Host.InScopeAsync(db => db.Guidance.CountAsync()));
        Assert.Equal(4, await Host.InScopeAsync(db => db.Receipts.CountAsync()));
    }

    [Fact]
    public async Task A_school_that_comes_later_owes_receipts_for_what_is_in_force_only()
    {
        await RegisterAsync(A.School(100_001));
        var protocol = Guid.CreateVersion7();
        await PublishAsync(A.Protocol(protocol, version: 1), expected: 1);
        await PublishAsync(A.Protocol(protocol, version: 2), expected: 2);

        await RegisterAsync(A.School(100_002), A.School(100_003).Closed());

        using var lead = Host.As(Roles.SchoolsLead);
        var receipts = await lead.ListAsync<ReceiptView>(Receipts);
        Assert.Equal(["100001 v1", "100001 v2", "100002 v2"], receipts.Select(r => $"{r.Urn} v{r.Version}").Order(StringComparer.Ordinal));
        Assert.Equal(["v2", "v2"], (await lead.ListAsync<ReceiptView>($"{Receipts}?inForce=true")).Select(r => $"v{r.Version}"));
    }

    [Fact]
    public async Task A_school_that_reopens_owes_receipts_too()
    {
        await RegisterAsync(A.School(100_001), A.School(100_002).Closed());
        await PublishAsync(A.Protocol(), expected: 1);
        using var lead = Host.As(Roles.SchoolsLead);
        var closed = Assert.Single(await lead.ListAsync<SchoolView>("/api/schools/schools?status=closed"));

        using var reopened = await lead.PutAsync($"/api/schools/schools/{closed.Id}", A.School(100_002));
        using var again = await lead.PutAsync($"/api/schools/schools/{closed.Id}", A.School(100_002) with { Pupils = 901 });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (reopened.StatusCode, again.StatusCode));
        Assert.Equal([100_001, 100_002], (await lead.ListAsync<ReceiptView>(Receipts)).Select(r => r.Urn));
    }

    [Fact]
    public async Task An_earlier_version_that_arrives_late_is_not_the_one_in_force()
    {
        await RegisterAsync(A.School(100_001));
        var protocol = Guid.CreateVersion7();
        await PublishAsync(A.Protocol(protocol, version: 2), expected: 1);

        await PublishAsync(A.Protocol(protocol, version: 1), expected: 2);

        using var lead = Host.As(Roles.SchoolsLead);
        Assert.Equal(2, Assert.Single(await lead.ListAsync<GuidanceView>("/api/schools/guidance?inForce=true")).Version);
    }

    [Fact]
    public async Task A_school_acknowledges_its_own_receipt_once_and_that_is_told_without_any_name()
    {
        await RegisterAsync(A.School(100_001), A.School(100_002));
        var protocol = A.Protocol();
        await PublishAsync(protocol, expected: 2);
        using var school = Host.As(Roles.School, school: 100_001);
        var own = Assert.Single(await school.ListAsync<ReceiptView>(Receipts));
        var heard = new TaskCompletionSource<GuidanceAcknowledged>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var listener = await ListenAsync<GuidanceAcknowledged>(heard.SetResult);

        var done = await school
            .SendJsonAsync($"{Receipts}/{own.Id}/acknowledgement", new Acknowledgement(SchoolOffice.Headteacher))
            .ReadAsync<ReceiptView>();
        var twice = await school
            .SendJsonAsync($"{Receipts}/{own.Id}/acknowledgement", new Acknowledgement(SchoolOffice.ChairOfGovernors))
            .ProblemTypeAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(
            (ReceiptState.Acknowledged, SchoolOffice.Headteacher, new DateOnly(2022, 6, 14)),
            (done.State, done.AcknowledgedAs!.Value, done.AcknowledgedOn!.Value)
        );
        Assert.Equal("receipt/already-acknowledged", twice);
        var told = await heard.Task.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal((own.Id, protocol.SourceId, 1), (told.SourceId, told.ProtocolId, told.Version));
        Assert.DoesNotContain("Sample", told.ToString(), StringComparison.Ordinal);
        using var lead = Host.As(Roles.SchoolsLead);
        Assert.Equal([100_002], (await lead.ListAsync<ReceiptView>($"{Receipts}?state=awaiting")).Select(r => r.Urn));
        Assert.Equal(
            [100_001],
            (await lead.ListAsync<ReceiptView>($"{Receipts}?state=acknowledged&protocol={protocol.SourceId}")).Select(r => r.Urn)
        );
        Assert.Equal(1, Assert.Single(await lead.ListAsync<GuidanceView>("/api/schools/guidance")).Acknowledged);
    }

    [Fact]
    public async Task A_school_sees_and_acknowledges_nothing_of_another_whatever_id_it_guesses()
    {
        await RegisterAsync(A.School(100_001), A.School(100_002));
        await PublishAsync(A.Protocol(), expected: 2);
        using var lead = Host.As(Roles.SchoolsLead);
        var other = Assert.Single(await lead.ListAsync<ReceiptView>($"{Receipts}?school=100002"));
        using var school = Host.As(Roles.School, school: 100_001);
        using var both = Host.As([Roles.School, Roles.SchoolsLead], school: 100_001);

        Assert.Equal([100_001], (await school.ListAsync<ReceiptView>(Receipts)).Select(r => r.Urn));
        Assert.Empty(await school.ListAsync<ReceiptView>($"{Receipts}?school=100002"));
        Assert.Equal("not-found", await school.GetAsync($"{Receipts}/{other.Id}").ProblemTypeAsync(HttpStatusCode.NotFound));
        foreach (var caller in new[] { school, both })
        {
            var acknowledged = caller.SendJsonAsync(
                $"{Receipts}/{other.Id}/acknowledgement",
                new Acknowledgement(SchoolOffice.Headteacher)
            );
            Assert.Equal("not-found", await acknowledged.ProblemTypeAsync(HttpStatusCode.NotFound));
        }

        var export = await school.GetStringAsync($"{Receipts}/export.csv");
        Assert.Contains("100001", export, StringComparison.Ordinal);
        Assert.DoesNotContain("100002", export, StringComparison.Ordinal);
        Assert.Equal(ReceiptState.Awaiting, (await lead.GetAsync<ReceiptView>($"{Receipts}/{other.Id}")).State);
    }

    [Fact]
    public async Task As_at_an_earlier_date_nothing_later_shows()
    {
        await RegisterAsync(A.School(100_001));
        await PublishAsync(A.Protocol(), expected: 1);
        using var lead = Host.As(Roles.SchoolsLead);

        Assert.Empty(await lead.ListAsync<ReceiptView>($"{Receipts}?asAt=2022-06-13"));
        Assert.Empty(await lead.ListAsync<GuidanceView>("/api/schools/guidance?asAt=2022-06-13"));
        Assert.Empty(await lead.ListAsync<SchoolView>("/api/schools/schools?asAt=2022-06-13"));
    }

    [Fact]
    public async Task Receipts_are_read_by_those_who_answer_for_them_and_acknowledged_by_schools_only()
    {
        string[] readers = [Roles.SchoolsLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny, Roles.School];
        foreach (var role in Roles.All)
        {
            using var caller = Host.As(role, school: 100_001);

            using var read = await caller.GetAsync(Receipts);
            using var acknowledge = await caller.SendJsonAsync(
                $"{Receipts}/{Guid.NewGuid()}/acknowledgement",
                new Acknowledgement(SchoolOffice.Headteacher)
            );

            Assert.Equal(readers.Contains(role) ? HttpStatusCode.OK : HttpStatusCode.Forbidden, read.StatusCode);
            Assert.Equal(role == Roles.School ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden, acknowledge.StatusCode);
        }
    }

    [Fact]
    public async Task A_governing_board_adopts_what_the_school_has_read_and_that_is_told_without_any_name()
    {
        await RegisterAsync(A.School(100_001), A.School(100_002));
        await PublishAsync(A.Protocol(), expected: 2);
        using var school = Host.As(Roles.School, school: 100_001);
        using var another = Host.As(Roles.School, school: 100_002);
        using var lead = Host.As(Roles.SchoolsLead);
        var adoption = new Adoption(new(2022, 6, 14), "FGB 2022/14", SchoolOffice.ChairOfGovernors);
        var path = $"{Receipts}/{Assert.Single(await school.ListAsync<ReceiptView>(Receipts)).Id}";
        var heard = new TaskCompletionSource<GuidanceAdopted>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var listener = await ListenAsync<GuidanceAdopted>(heard.SetResult);

        var early = await school.SendJsonAsync($"{path}/adoption", adoption).ProblemTypeAsync(HttpStatusCode.UnprocessableEntity);
        await school.SendJsonAsync($"{path}/acknowledgement", new Acknowledgement(SchoolOffice.Headteacher)).ReadAsync<ReceiptView>();
        var other = await another.SendJsonAsync($"{path}/adoption", adoption).ProblemTypeAsync(HttpStatusCode.NotFound);
        using var byLead = await lead.SendJsonAsync($"{path}/adoption", adoption);
        using var named = await school.SendJsonAsync($"{path}/adoption", adoption with { MinuteReference = "Minuted by Mrs Sample" });
        var adopted = await school.SendJsonAsync($"{path}/adoption", adoption).ReadAsync<ReceiptView>();
        var twice = await school.SendJsonAsync($"{path}/adoption", adoption).ProblemTypeAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(("receipt/not-acknowledged", "not-found", "receipt/already-adopted"), (early, other, twice));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.UnprocessableEntity), (byLead.StatusCode, named.StatusCode));
        Assert.Equal((ReceiptState.Adopted, "FGB 2022/14"), (adopted.State, adopted.MinuteReference));
        Assert.Equal((SchoolOffice.Headteacher, new DateOnly(2022, 6, 14)), (adopted.AcknowledgedAs!.Value, adopted.AdoptedOn!.Value));
        Assert.DoesNotContain("FGB", (await heard.Task.WaitAsync(TimeSpan.FromSeconds(60))).ToString(), StringComparison.Ordinal);
        Assert.Equal([100_001], (await lead.ListAsync<ReceiptView>($"{Receipts}?state=adopted")).Select(r => r.Urn));
        Assert.Empty(await lead.ListAsync<ReceiptView>($"{Receipts}?state=acknowledged"));
        var counts = Assert.Single(await lead.ListAsync<GuidanceView>("/api/schools/guidance"));
        Assert.Equal((1, 1, 1), (counts.Acknowledged, counts.Awaiting, counts.Adopted));
    }

    [Fact]
    public async Task A_superseded_receipt_is_not_acknowledged_and_points_to_the_one_in_force()
    {
        await RegisterAsync(A.School(100_001));
        var protocol = Guid.CreateVersion7();
        await PublishAsync(A.Protocol(protocol, version: 1), expected: 1);
        var receipts = await PublishAsync(A.Protocol(protocol, version: 2), expected: 2);
        var (old, current) = (receipts.Single(r => r.Version == 1), receipts.Single(r => r.Version == 2));
        using var school = Host.As(Roles.School, school: 100_001);

        using var refused = await school.SendJsonAsync(
            $"{Receipts}/{old.Id}/acknowledgement",
            new Acknowledgement(SchoolOffice.Headteacher)
        );
        var adopted = await school
            .SendJsonAsync($"{Receipts}/{old.Id}/adoption", new Adoption(new(2022, 6, 14), "FGB 1", SchoolOffice.ChairOfGovernors))
            .ProblemTypeAsync(HttpStatusCode.UnprocessableEntity);
        var deputy = await school
            .SendJsonAsync($"{Receipts}/{current.Id}/acknowledgement", new Acknowledgement(SchoolOffice.DeputyHeadteacher))
            .ProblemTypeAsync(HttpStatusCode.UnprocessableEntity);
        await school
            .SendJsonAsync($"{Receipts}/{current.Id}/acknowledgement", new Acknowledgement(SchoolOffice.Headteacher))
            .ReadAsync<ReceiptView>();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("receipt/superseded", problem.GetProperty("type").GetString());
        Assert.Equal((current.Id, 2), (problem.GetProperty("currentReceipt").GetGuid(), problem.GetProperty("currentVersion").GetInt32()));
        Assert.Contains("Version 2", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(("receipt/superseded", "receipt/headteacher-only"), (adopted, deputy));
        Assert.Equal((false, true, new DateOnly(2022, 6, 14)), (old.InForce, current.InForce, old.SupersededOn!.Value));
    }

    [Fact]
    public async Task Interim_guidance_is_owed_as_interim_beside_what_is_in_force_until_the_version_is_published()
    {
        await RegisterAsync(A.School(100_001));
        var protocol = Guid.CreateVersion7();
        await PublishAsync(A.Protocol(protocol, version: 1), expected: 1);
        await TellAsync(A.Interim(protocol, version: 2, draft: 4), expected: 2);
        await TellAsync(A.Interim(protocol, version: 2, draft: 4), expected: 2);
        var receipts = await TellAsync(A.Interim(protocol, version: 2, draft: 5), expected: 3);

        Assert.Equal(["v1", "v2 draft 4, interim", "v2 draft 5, interim"], receipts.Select(Said).Order(StringComparer.Ordinal));
        Assert.Equal(["v1", "v2 draft 5, interim"], receipts.Where(r => r.InForce).Select(Said).Order(StringComparer.Ordinal));

        receipts = await PublishAsync(A.Protocol(protocol, version: 2) with { Draft = 6, ContentHash = "d6" }, expected: 4);

        var inForce = Assert.Single(receipts, r => r.InForce);
        Assert.Equal((2, 6, "d6", false), (inForce.Version, inForce.Draft!.Value, inForce.ContentHash!, inForce.Interim));
        using var anyone = Host.Anonymous();
        Assert.Equal(2, (await anyone.ListAsync<GuidanceView>("/api/schools/guidance")).Count(g => g.Interim));

        static string Said(ReceiptView r) =>
            $"v{r.Version}{(r.Draft is { } draft ? $" draft {draft}" : "")}{(r.Interim ? ", interim" : "")}";
    }

    [Fact]
    public async Task Interim_guidance_that_arrives_after_its_version_was_published_is_not_in_force()
    {
        await RegisterAsync(A.School(100_001));
        var protocol = Guid.CreateVersion7();
        await PublishAsync(A.Protocol(protocol, version: 1) with { Draft = 2 }, expected: 1);

        await TellAsync(A.Interim(protocol, version: 1, draft: 1), expected: 2);

        using var lead = Host.As(Roles.SchoolsLead);
        Assert.False(Assert.Single(await lead.ListAsync<GuidanceView>("/api/schools/guidance?inForce=true")).Interim);
    }
}

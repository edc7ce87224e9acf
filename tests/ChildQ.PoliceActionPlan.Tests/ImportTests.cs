using System.Net;
using ChildQ.Contracts.PoliceActionPlan;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Bodies;
using ChildQ.ServiceDefaults.Messaging;
using ChildQ.ServiceDefaults.Promises;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.PoliceActionPlan.Tests;

/// <summary>A file with anything wrong in it says all of it, by line, and keeps nothing.</summary>
public sealed class ImportTests(PoliceActionPlanHost host) : IClassFixture<PoliceActionPlanHost>, IAsyncLifetime
{
    private const string ActionHeader =
        "reference,priority,title,commitment,owner_organisations,outcome_measure,baseline,target,start,due,status,status_on,status_note,workstream,known_on,source_section\n";
    private const string BodyHeader =
        "reference,name,purpose,chair,members,cadence,reports_to,established_on,ended_on,workstream,known_on,source_section\n";
    private const string LetterHeader =
        "reference,direction,on,from,to,signatories,subject,summary,reply_due,in_reply_to,known_on,source_section\n";
    private const string ProtocolHeader = "reference,title,kind,status,aim,due,stakeholder_classes,interim_on,known_on,source_section\n";
    private readonly HttpClient _loader = host.Loader();

    public async ValueTask InitializeAsync()
    {
        await host.ResetAsync();
        await _loader.LoadAsync("priorities", June2022.Csv("priorities"));
    }

    public ValueTask DisposeAsync()
    {
        _loader.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_bad_row_is_named_by_line_and_column_and_nothing_is_kept()
    {
        var problems = await _loader.RefusedAsync(
            "actions",
            ActionHeader
                + "A-1,PAP-PRI-001,Good,Good,hackney-council,,,,,,done,,,,,\n"
                + "A-2,PAP-PRI-009,Good,Good,hackney-council,,,,,,,,,,,\n"
                + "A-3,PAP-PRI-001,Good,Good,,,,,,,,,,,,\n"
                + "A-4,PAP-PRI-001,Good,Good,hackney-council,,,,,soon,,,,,,\n"
                + "A-5,PAP-PRI-001,Good,Good,hackney-council,,,,,,stopped,,,,,\n"
                + "A-6,PAP-PRI-001,Good,Good,hackney-council,,,,,,done,2030-01-01,,,,\n"
        );

        Assert.Equal(
            [(3, "priority"), (4, "owner_organisations"), (5, "due"), (6, "note"), (7, "on")],
            problems.Select(p => (p.Line, p.Column))
        );
        Assert.Equal(0, await host.InScopeAsync(db => db.Actions.CountAsync()));
        Assert.Equal(0, await host.InScopeAsync(db => db.Set<OutboxMessage>().CountAsync(m => m.Type.EndsWith("ActionAdded"))));
    }

    [Fact]
    public async Task A_changed_status_is_appended_as_progress_and_the_old_one_stays()
    {
        await _loader.LoadAsync("actions", ActionHeader + "A-1,PAP-PRI-001,T,C,hackney-council,,,,,,under way,2022-05-01,,,2022-05-01,\n");

        var report = await _loader.LoadAsync(
            "actions",
            ActionHeader + "A-1,PAP-PRI-001,T,C,hackney-council,,,,,,done,2022-06-01,Held.,,2022-05-01,\n"
        );

        Assert.Equal((0, 1, 0), (report.Created, report.Updated, report.Unchanged));
        var action = Assert.Single(await _loader.ListAsync<ActionView>("/actions"));
        Assert.Equal(PromiseStatus.Done, Assert.Single(action.Promise.Progress).Status);
        Assert.Equal(2, (await _loader.ListAsync<ProgressView>($"/actions/{action.Id}/progress")).Count);
    }

    [Fact]
    public async Task A_file_does_not_move_a_due_date()
    {
        await _loader.LoadAsync("actions", ActionHeader + "A-1,PAP-PRI-001,T,C,hackney-council,,,,,2022-08-31,,,,,,\n");

        var problem = Assert.Single(
            await _loader.RefusedAsync("actions", ActionHeader + "A-1,PAP-PRI-001,T,C,hackney-council,,,,,2022-09-30,,,,,,\n")
        );

        Assert.Equal((2, "due"), (problem.Line, problem.Column));
    }

    [Fact]
    public async Task A_row_may_refer_to_a_later_row_of_the_file()
    {
        var report = await _loader.LoadAsync("bodies", BodyHeader + "B-1,Lower,,,,monthly,B-2,,,,,\nB-2,Upper,,,,weekly,,,,,,\n");

        Assert.Equal(2, report.Created);
        Assert.Equal(["B-2", null], (await _loader.ListAsync<BodyView>("/bodies")).Select(b => b.ReportsTo));
    }

    [Fact]
    public async Task Rows_that_refer_to_each_other_in_a_circle_are_refused()
    {
        var bodies = await _loader.RefusedAsync("bodies", BodyHeader + "B-1,One,,,,monthly,B-2,,,,,\nB-2,Two,,,,weekly,B-1,,,,,\n");
        var letters = await _loader.RefusedAsync(
            "letters",
            LetterHeader + "L-1,out,,Us,Them,,One,,,L-2,,\nL-2,in,,Them,Us,,Two,,,L-1,,\nL-3,in,,Them,Us,,Three,,,L-9,,\n"
        );

        Assert.Equal([(2, "reports_to"), (3, "reports_to")], bodies.Select(p => (p.Line, p.Column)));
        Assert.Equal([(2, "in_reply_to"), (3, "in_reply_to"), (4, "in_reply_to")], letters.Select(p => (p.Line, p.Column)));
    }

    [Fact]
    public async Task A_file_publishes_nothing_that_is_not_endorsed_and_takes_nothing_back()
    {
        const string published = "P-1,Searches,guidance,published,,,,,2022-03-20,\n";
        var refused = await _loader.RefusedAsync("protocols", ProtocolHeader + "P-2,Officers,protocol,published,,,police,,,\n");
        Assert.Equal((2, "status"), (refused[0].Line, refused[0].Column));
        await _loader.LoadAsync("protocols", ProtocolHeader + published);

        var back = await _loader.RefusedAsync("protocols", ProtocolHeader + "P-1,Searches,guidance,revising,,,,,2022-03-20,\n");

        Assert.Equal((2, "status"), (Assert.Single(back).Line, back[0].Column));
        Assert.Equal(1, (await _loader.LoadAsync("protocols", ProtocolHeader + published)).Unchanged);
    }

    [Fact]
    public async Task Each_row_created_is_told_once_and_a_second_load_tells_nothing()
    {
        await using var heard = await Heard.ListenAsync<ActionAdded>(host);
        await _loader.LoadAsync("actions", June2022.Csv("actions"));
        await _loader.LoadAsync("actions", June2022.Csv("actions"));
        await _loader.LoadAsync("actions", ActionHeader + "A-LAST,PAP-PRI-001,T,C,hackney-council,,,,,,,,,,,\n");

        await heard.OfAsync("A-LAST", 1);
        for (var n = 1; n <= 21; n++)
        {
            Assert.Single(await heard.OfAsync($"PAP-ACT-{n:000}", 1));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("not,a,register\n1,2,3\n")]
    [InlineData("reference,reference\n1,2\n")]
    public async Task What_is_no_file_of_the_register_is_refused(string csv)
    {
        foreach (var register in June2022.Registers)
        {
            Assert.NotEmpty(await _loader.RefusedAsync(register, csv));
        }
    }

    [Fact]
    public async Task Only_the_loader_and_the_lead_import()
    {
        using var anyone = host.Anonymous();
        using var partner = host.Community();

        foreach (var register in June2022.Registers)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await anyone.ImportAsync(register, June2022.Csv(register))).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await partner.ImportAsync(register, June2022.Csv(register))).StatusCode);
        }
    }
}

using ChildQ.PoliceActionPlan.Bodies;
using ChildQ.PoliceActionPlan.Packs;

namespace ChildQ.PoliceActionPlan.Tests.Packs;

/// <summary>The Police Action Plan Board's pack, drawn from the registers of June 2022.</summary>
public sealed class PackOfJune2022Tests(LoadedHost loaded) : IClassFixture<LoadedHost>
{
    [Fact]
    public async Task The_Boards_pack_on_the_day_of_the_report()
    {
        using var lead = loaded.Host.Lead();
        var board = (await lead.ListAsync<BodyView>("/bodies?q=Police%20Action%20Plan%20Board")).Single(b => b.Reference == "PAP-BOD-004");

        var pack = await lead.ReadAsync<PackView>($"/bodies/{board.Id}/pack?asAt=2022-06-13");
        var document = await Word.ReadAsync(lead, $"/bodies/{board.Id}/pack.docx?asAt=2022-06-13");

        Assert.Equal(("PAP-MEE-001", new DateOnly(2022, 5, 27)), (pack.LastMeeting!.Meeting.Reference, pack.Since));
        Assert.Equal((21, 2, 0), (pack.Counts.Total, pack.Counts.NotStarted, pack.Counts.Overdue));
        Assert.Equal(["PAP-PRI-001", "PAP-PRI-002", "PAP-PRI-003"], pack.Priorities.Select(p => p.Reference));
        Assert.Contains(pack.Priorities[0].Actions, a => a.Reference == "PAP-ACT-010" && a.Moved.Count == 1);
        Assert.Empty(Word.Faults(document));
        Assert.Empty(Word.Missing(document, pack));
    }

    [Fact]
    public async Task Before_its_first_meeting_the_Board_had_met_nowhere_and_the_reply_of_March_was_still_awaited()
    {
        using var lead = loaded.Host.Lead();
        var board = (await lead.ListAsync<BodyView>("/bodies?take=200")).Single(b => b.Reference == "PAP-BOD-004");

        // The Board was known from the day on which it first met.
        await lead.SeeAsync($"/bodies/{board.Id}/pack?asAt=2022-03-20").ProblemAsync(System.Net.HttpStatusCode.NotFound);
        var pack = await lead.ReadAsync<PackView>($"/bodies/{board.Id}/pack?asAt=2022-05-27");

        Assert.Equal(["PAP-ACT-010"], pack.Priorities.SelectMany(p => p.Actions).Select(a => a.Reference));
        Assert.DoesNotContain(pack.Letters, l => l.Letter.Reference == "PAP-LET-001");
    }
}

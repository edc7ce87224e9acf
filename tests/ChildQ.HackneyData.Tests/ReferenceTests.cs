using ChildQ.Contracts;

namespace ChildQ.HackneyData.Tests;

/// <summary>What one row says of another can be found, and is loaded before it.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void A_reference_is_used_once_in_the_whole_transcription()
    {
        var repeated = June2022Files
            .Rows.GroupBy(r => r["reference"], StringComparer.Ordinal)
            .Where(g => g.Count() > 1 || g.Key.Length == 0);

        Assert.Empty(repeated);
    }

    public static TheoryData<string, string, string> Links { get; } =
        new()
        {
            { "oversight/workstreams", "bodies", "police-action-plan/bodies" },
            { "police-action-plan/bodies", "reports_to", "police-action-plan/bodies" },
            { "police-action-plan/meetings", "body", "police-action-plan/bodies" },
            { "police-action-plan/letters", "in_reply_to", "police-action-plan/letters" },
            { "police-action-plan/asks", "letter", "police-action-plan/letters" },
            { "police-action-plan/commitments", "letter", "police-action-plan/letters" },
            { "police-action-plan/actions", "priority", "police-action-plan/priorities" },
            { "community-engagement/themes", "parent", "community-engagement/themes" },
            { "community-engagement/insights", "activity", "community-engagement/activities" },
            { "community-engagement/insights", "themes", "community-engagement/themes" },
        };

    [Theory]
    [MemberData(nameof(Links))]
    public void What_a_row_refers_to_exists(string register, string column, string target)
    {
        var dangling = June2022Files
            .Of(register)
            .Rows.SelectMany(r => r.Values(column))
            .Except(June2022Files.References(target), StringComparer.Ordinal);

        Assert.Empty(dangling);
    }

    [Theory]
    [MemberData(nameof(Links))]
    public void What_a_row_refers_to_in_its_own_service_is_loaded_before_it(string register, string column, string target)
    {
        var order = Registers.June2022.Select(r => r.ToString()).ToList();
        var rows = June2022Files.Of(register).Rows;
        var seen = new HashSet<string>(StringComparer.Ordinal);

        if (register == target)
        {
            Assert.All(
                rows,
                row =>
                {
                    Assert.Subset(seen, row.Values(column).ToHashSet(StringComparer.Ordinal));
                    seen.Add(row["reference"]);
                }
            );
        }
        else if (register.Split('/')[0] == target.Split('/')[0])
        {
            Assert.True(order.IndexOf(target) < order.IndexOf(register), $"{target} must be loaded before {register}.");
        }
    }

    [Fact]
    public void The_six_workstreams_are_those_the_services_know_in_the_reports_order()
    {
        Assert.Equal(Workstreams.All, June2022Files.Of("oversight/workstreams").Rows.Select(r => r["reference"]), StringComparer.Ordinal);
    }

    [Fact]
    public void A_workstream_named_in_a_row_is_one_of_the_six()
    {
        var unknown = June2022Files
            .All.Where(f => f.Columns.Contains("workstream", StringComparer.Ordinal))
            .SelectMany(f => f.Rows)
            .SelectMany(r => r.Values("workstream"))
            .Except(Workstreams.All, StringComparer.Ordinal);

        Assert.Empty(unknown);
    }

    [Fact]
    public void Every_step_action_and_milestone_has_a_workstream()
    {
        var rows = June2022Files.All.Where(f => f.Register.Name is "steps" or "actions" or "milestones").SelectMany(f => f.Rows);

        Assert.All(rows, r => Assert.NotEmpty(r["workstream"]));
    }

    [Fact]
    public void Numbers_run_without_a_gap()
    {
        Assert.Equal(Enumerable.Range(1, 8), June2022Files.Of("oversight/findings").Rows.Select(r => int.Parse(r["number"])));
        Assert.Equal(Enumerable.Range(1, 14), June2022Files.Of("oversight/recommendations").Rows.Select(r => int.Parse(r["number"])));
    }
}

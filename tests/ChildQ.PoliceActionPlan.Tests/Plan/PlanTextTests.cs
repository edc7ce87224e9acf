using ChildQ.PoliceActionPlan.Plan;

namespace ChildQ.PoliceActionPlan.Tests.Plan;

public sealed class PlanTextTests
{
    [Fact]
    public void The_same_plan_has_the_same_hash_in_whatever_order_it_is_read()
    {
        var one = APlan.Text(APlan.Action("ACT-2") with { Owners = ["b", "a"] }, APlan.Action("ACT-1"));
        var other = APlan.Text(APlan.Action("ACT-1"), APlan.Action("ACT-2") with { Owners = ["a", "b"] });

        Assert.Equal(PlanText.Hash(one.ToCanonical()), PlanText.Hash(other.ToCanonical()));
    }

    [Fact]
    public void The_canonical_form_is_fixed_so_that_anyone_can_compute_the_hash_again()
    {
        var canonical = PlanText
            .Of([new("PRI-1", "Café “trust”", null, [APlan.Action(commitment: "One\r\ntwo") with { Title = "Cafe\u0301" }])])
            .ToCanonical();

        Assert.Equal(
            """{"form":1,"priorities":[{"reference":"PRI-1","title":"Café “trust”","description":null,"actions":[{"reference":"ACT-1","title":"Café","commitment":"One\ntwo","owners":["hackney-council"],"outcomeMeasure":null,"baseline":null,"target":null,"start":null,"due":"2022-06-01","dueText":null}]}]}""",
            canonical
        );
        Assert.Equal(canonical, PlanText.Read(canonical).ToCanonical());
    }

    public static TheoryData<string, Func<PlannedAction, PlannedAction>> Changes { get; } =
        new()
        {
            { "title", a => a with { Title = a.Title + "." } },
            { "commitment", a => a with { Commitment = a.Commitment.Replace('H', 'h') } },
            { "owners", a => a with { Owners = [.. a.Owners, "metropolitan-police"] } },
            { "measure", a => a with { OutcomeMeasure = "x" } },
            { "baseline", a => a with { Baseline = "" } },
            { "target", a => a with { Target = "x" } },
            { "start", a => a with { Start = new(2022, 1, 1) } },
            { "due", a => a with { Due = null } },
            { "due in words", a => a with { DueText = "Autumn" } },
        };

    [Theory]
    [MemberData(nameof(Changes), DisableDiscoveryEnumeration = true)]
    public void Whatever_is_promised_is_in_the_hash(string what, Func<PlannedAction, PlannedAction> change)
    {
        var before = APlan.Text(APlan.Action()).ToCanonical();

        var after = APlan.Text(change(APlan.Action())).ToCanonical();

        Assert.False(PlanText.Hash(before) == PlanText.Hash(after), what);
    }
}

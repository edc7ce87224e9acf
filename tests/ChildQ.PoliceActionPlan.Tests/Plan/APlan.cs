using ChildQ.PoliceActionPlan.Plan;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.PoliceActionPlan.Tests.Plan;

/// <summary>Versions of the plan that keep every rule, brought as far as a test needs.</summary>
internal static class APlan
{
    public static readonly PlanActor Lead = new(Roles.PolicePlanLead, "lead");
    public static readonly PlanActor Council = new(Roles.CoChairCouncil, "chief-executive");
    public static readonly PlanActor Police = new(Roles.CoChairPolice, "borough-commander");
    public static readonly PlanOccasion Today = new(null, null, null);

    public static PlannedAction Action(string reference = "ACT-1", string commitment = "Hold three workshops.") =>
        new(reference, "Hold workshops", commitment, ["hackney-council"], null, null, null, null, new(2022, 6, 1), null);

    public static PlanText Text(params PlannedAction[] actions) =>
        PlanText.Of([new("PRI-1", "Trust in policing", null, actions.Length == 0 ? [Action()] : actions)]);

    public static PlanContent Content(string commitment = "Hold three workshops.", params string[] notPublic) =>
        PlanContent.Draw(Text(Action(commitment: commitment)), notPublic, Rules.Now);

    public static PlanVersion Draft(PlanContent? content = null, PlanVersion? after = null) =>
        PlanVersion.Start("PAP-PLAN-001", after, content ?? Content(), null, Lead, Rules.Today, Rules.Now).Value;

    public static PlanVersion Shaped(PlanContent? content = null)
    {
        var version = Draft(content);
        version.OpenForShaping(Today, Lead, Rules.Today, Rules.Now).Holds();
        return version;
    }

    public static PlanVersion Put()
    {
        var version = Shaped();
        version.Consider(Today, Lead, Rules.Today, Rules.Now).Holds();
        version.Put(Today, Lead, Rules.Today, Rules.Now).Holds();
        return version;
    }

    public static PlanVersion Ratified()
    {
        var version = Put();
        version.ApprovedBy(Council).Holds();
        version.ApprovedBy(Police).Holds();
        return version;
    }

    public static ServiceDefaults.Problems.Result ApprovedBy(this PlanVersion version, PlanActor by, string? hash = null) =>
        version.Approve(hash ?? version.ContentHash, by, Rules.Today, Rules.Now);

    public static ServiceDefaults.Problems.Result Redrawn(this PlanVersion version, PlanContent content, string? why = "Asked for.") =>
        version.Redraw(content, why, Lead, Rules.Today, Rules.Now);
}

using System.Reflection;
using ChildQ.ServiceDefaults.Audit;
using ChildQ.ServiceDefaults.Data;

namespace ChildQ.Architecture.Tests;

/// <summary>Services know the contracts and the defaults, never each other.</summary>
public sealed class ReferenceTests
{
    private static readonly Assembly[] Services =
    [
        typeof(PoliceActionPlan.PoliceActionPlanDb).Assembly,
        typeof(Schools.SchoolsDb).Assembly,
        typeof(StaffSupport.StaffSupportDb).Assembly,
        typeof(CommunityEngagement.CommunityEngagementDb).Assembly,
        typeof(Oversight.OversightDb).Assembly,
    ];

    [Fact]
    public void A_service_refers_to_no_other_service() =>
        Assert.All(
            Services,
            service =>
                Assert.Subset(
                    new HashSet<string>(StringComparer.Ordinal) { "ChildQ.Contracts", "ChildQ.ServiceDefaults" },
                    service
                        .GetReferencedAssemblies()
                        .Select(a => a.Name!)
                        .Where(n => n.StartsWith("ChildQ.", StringComparison.Ordinal))
                        .ToHashSet(StringComparer.Ordinal)
                )
        );

    [Fact]
    public void Contracts_refer_to_nothing_of_ours_and_to_no_library() =>
        Assert.All(typeof(Contracts.IReportable).Assembly.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name));

    [Fact]
    public void An_entity_is_changed_only_through_its_own_methods() =>
        Assert.All(
            Services.SelectMany(s => s.GetTypes()).Where(t => typeof(Entity).IsAssignableFrom(t) && !t.IsAbstract),
            entity => Assert.DoesNotContain(entity.GetProperties(), p => p.SetMethod is { IsPublic: true } set && !IsInitOnly(set))
        );

    [Fact]
    public void Every_service_keeps_an_audit_log() =>
        Assert.All(
            Services,
            service =>
                Assert.Contains(
                    service.GetTypes(),
                    t =>
                        typeof(ServiceDb).IsAssignableFrom(t)
                        && t.GetProperties().Any(p => p.PropertyType.GenericTypeArguments.Contains(typeof(AuditEntry)))
                )
        );

    private static bool IsInitOnly(MethodInfo set) => set.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit");
}

using System.Security.Claims;
using ChildQ.Contracts;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Sharing;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.ServiceDefaults.Tests.Sharing;

public sealed class SharingRulesTests
{
    private const string Me = "0198f3a0-0000-7000-8000-000000000001";

    /// <summary>ACCESS.md: role, the highest level read, the highest level counted.</summary>
    public static TheoryData<string, SharingLevel, SharingLevel> Table =>
        new()
        {
            { "", SharingLevel.Public, SharingLevel.Public },
            { Roles.PolicePlanLead, SharingLevel.Partners, SharingLevel.Partners },
            { Roles.SchoolsLead, SharingLevel.Partners, SharingLevel.SafeSpace },
            { Roles.SafeguardingLead, SharingLevel.Partners, SharingLevel.SafeSpace },
            { Roles.StaffLead, SharingLevel.Partners, SharingLevel.SafeSpace },
            { Roles.CaseHandler, SharingLevel.Public, SharingLevel.Public },
            { Roles.EngagementLead, SharingLevel.SafeSpace, SharingLevel.SafeSpace },
            { Roles.Facilitator, SharingLevel.Partners, SharingLevel.Partners },
            { Roles.Oversight, SharingLevel.Partners, SharingLevel.SafeSpace },
            { Roles.CoChairCouncil, SharingLevel.Partners, SharingLevel.SafeSpace },
            { Roles.CoChairPolice, SharingLevel.Partners, SharingLevel.Partners },
            { Roles.BoardMember, SharingLevel.Partners, SharingLevel.Partners },
            { Roles.PolicePartner, SharingLevel.Partners, SharingLevel.Partners },
            { Roles.CommunityPartner, SharingLevel.Partners, SharingLevel.Partners },
            { Roles.School, SharingLevel.Partners, SharingLevel.Partners },
            { Roles.Staff, SharingLevel.Partners, SharingLevel.Partners },
            { Roles.Councillor, SharingLevel.Partners, SharingLevel.Partners },
            { Roles.Scrutiny, SharingLevel.Partners, SharingLevel.Partners },
            { Roles.Operations, SharingLevel.Public, SharingLevel.Public },
            { Roles.DataLoader, SharingLevel.Public, SharingLevel.Public },
        };

    [Fact]
    public void The_table_has_every_role() => Assert.Equivalent(Roles.All.Append(""), Table.Select(row => row.Data.Item1), strict: true);

    [Theory]
    [MemberData(nameof(Table))]
    public void A_role_sees_and_counts_up_to_its_level_in_other_peoples_things(string role, SharingLevel seen, SharingLevel counted)
    {
        var user = role.Length == 0 ? new ClaimsPrincipal(new ClaimsIdentity()) : User(role);
        var insights = Insights(facilitatedBy: "somebody else");

        Assert.Equal(
            Enum.GetValues<SharingLevel>().Where(level => level <= seen),
            Levels(insights.Where(SharingRules.VisibleTo<Insight>(user)))
        );
        Assert.Equal(
            Enum.GetValues<SharingLevel>().Where(level => level <= counted),
            Levels(insights.Where(SharingRules.CountableFor<Insight>(user)))
        );
        Assert.All(insights, insight => Assert.Equal(insight.Sharing <= seen, SharingRules.MaySee(user, insight)));
    }

    [Fact]
    public void A_facilitator_sees_everything_of_the_activities_they_run()
    {
        var user = User(Roles.Facilitator);
        var own = Insights(facilitatedBy: Me);

        Assert.Equal(Enum.GetValues<SharingLevel>(), Levels(own.Where(SharingRules.VisibleTo<Insight>(user))));
        Assert.All(own, insight => Assert.True(SharingRules.MaySee(user, insight)));
    }

    [Fact]
    public void Only_a_facilitator_has_activities_of_their_own() =>
        Assert.All(
            Roles.All.Where(role => role is not (Roles.Facilitator or Roles.EngagementLead)),
            role => Assert.DoesNotContain(SharingLevel.SafeSpace, Levels(Insights(Me).Where(SharingRules.VisibleTo<Insight>(User(role)))))
        );

    [Fact]
    public void Things_nobody_facilitated_are_not_a_facilitators_own()
    {
        var nameless = new ClaimsPrincipal(new ClaimsIdentity([new("role", Roles.Facilitator)], "test", "name", "role"));

        Assert.DoesNotContain(
            SharingLevel.SafeSpace,
            Levels(Insights(facilitatedBy: null).Where(SharingRules.VisibleTo<Insight>(nameless)))
        );
    }

    public static TheoryData<string, string> PoliceAndAnother =>
        [.. from police in Roles.Police from other in Roles.All select new TheoryDataRow<string, string>(police, other)];

    [Theory]
    [MemberData(nameof(PoliceAndAnother))]
    public void Police_wins_over_any_other_role(string police, string other)
    {
        var user = User(other, police);
        var insights = Insights(Me);

        Assert.Equal([SharingLevel.Public, SharingLevel.Partners], Levels(insights.Where(SharingRules.VisibleTo<Insight>(user))));
        Assert.Equal([SharingLevel.Public, SharingLevel.Partners], Levels(insights.Where(SharingRules.CountableFor<Insight>(user))));
        Assert.All(insights.Where(insight => insight.Sharing.IsRestricted()), insight => Assert.False(SharingRules.MaySee(user, insight)));
    }

    [Theory]
    [InlineData("metropolitan-police", true)]
    [InlineData("british-transport-police", true)]
    [InlineData("account-hackney", false)]
    public void Somebody_of_a_police_organisation_is_police_whatever_their_role(string organisation, bool isPolice)
    {
        var user = User(Roles.EngagementLead);
        user.AddIdentity(new ClaimsIdentity([new("organisation", organisation)], "test"));

        Assert.Equal(isPolice, SharingRules.IsPolice(user));
        Assert.Equal(!isPolice, SharingRules.LevelsFor(user).Contains(SharingLevel.SafeSpace));
    }

    [Fact]
    public void A_role_that_was_not_authenticated_counts_for_nothing()
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity([new("role", Roles.EngagementLead)], authenticationType: null, "name", "role"));

        Assert.Equal([SharingLevel.Public], SharingRules.LevelsFor(user));
    }

    [Fact]
    public void The_rule_is_applied_in_sql()
    {
        using var db = new InsightsDb();

        var sql = db.Insights.Where(SharingRules.VisibleTo<Insight>(User(Roles.Facilitator))).ToQueryString();
        var policeSql = db.Insights.Where(SharingRules.VisibleTo<Insight>(User(Roles.PolicePartner, Roles.Facilitator))).ToQueryString();

        Assert.Contains("""WHERE i."Sharing" IN ('Public', 'Partners') OR i."FacilitatedBy" = '""", sql, StringComparison.Ordinal);
        Assert.EndsWith("""WHERE i."Sharing" IN ('Public', 'Partners')""", policeSql, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_derived_is_as_restricted_as_its_most_restricted_source()
    {
        Assert.Equal(
            SharingLevel.CouncilOnly,
            SharingLevels.MostRestrictive(SharingLevel.Public, SharingLevel.CouncilOnly, SharingLevel.Partners)
        );
        Assert.Equal(SharingLevel.SafeSpace, SharingLevels.MostRestrictive(Insights(null)));
        Assert.Equal(SharingLevel.Public, SharingLevels.MostRestrictive(SharingLevel.Public));
    }

    [Fact]
    public void What_is_derived_from_nothing_known_is_closed() =>
        Assert.Equal(SharingLevel.SafeSpace, SharingLevels.MostRestrictive(Enumerable.Empty<SharingLevel>()));

    private static ClaimsPrincipal User(params IEnumerable<string> roles) =>
        new(new ClaimsIdentity([new("sub", Me), .. roles.Select(role => new Claim("role", role))], "test", "name", "role"));

    private static IQueryable<Insight> Insights(string? facilitatedBy) =>
        Enum.GetValues<SharingLevel>().Select(level => new Insight { Sharing = level, FacilitatedBy = facilitatedBy }).AsQueryable();

    private static IEnumerable<SharingLevel> Levels(IEnumerable<Insight> insights) => insights.Select(insight => insight.Sharing);

    public sealed class Insight : IFacilitated
    {
        public Guid Id { get; set; }
        public SharingLevel Sharing { get; set; }
        public string? FacilitatedBy { get; set; }
    }

    // Never connects: only the SQL is looked at.
    private sealed class InsightsDb : DbContext
    {
        public DbSet<Insight> Insights => Set<Insight>();

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseNpgsql("Host=nowhere");

        protected override void OnModelCreating(ModelBuilder modelBuilder) =>
            modelBuilder.Entity<Insight>().Property(insight => insight.Sharing).HasConversion<string>();
    }
}

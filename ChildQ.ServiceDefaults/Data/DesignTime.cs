using ChildQ.ServiceDefaults.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ChildQ.ServiceDefaults.Data;

/// <summary>
/// Lets <c>dotnet ef migrations add</c> build the model without starting the service:
/// <c>internal sealed class DesignTime() : DesignTime&lt;SchoolsDb&gt;((o, u, t) => new(o, u, t));</c>
/// </summary>
public abstract class DesignTime<TDb>(Func<DbContextOptions<TDb>, CurrentUser, TimeProvider, TDb> create) : IDesignTimeDbContextFactory<TDb>
    where TDb : ServiceDb
{
    public TDb CreateDbContext(string[] args) =>
        create(
            new DbContextOptionsBuilder<TDb>().UseNpgsql("Host=localhost").UseSnakeCaseNamingConvention().Options,
            new CurrentUser(new HttpContextAccessor(), new ServiceIdentity("design-time", "Design time")),
            TimeProvider.System
        );
}

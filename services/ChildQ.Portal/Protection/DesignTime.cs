using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ChildQ.Portal.Protection;

/// <summary>Lets <c>dotnet ef migrations add</c> build the model without starting the Portal.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<PortalDb>
{
    public PortalDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PortalDb>().UseNpgsql("Host=localhost").UseSnakeCaseNamingConvention().Options);
}

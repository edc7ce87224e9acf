using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ChildQ.Identity.Startup;

/// <summary>Lets <c>dotnet ef migrations add</c> build the model without starting the issuer.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<IdentityDb>
{
    public IdentityDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<IdentityDb>().UseNpgsql("Host=localhost").UseSnakeCaseNamingConvention().Options);
}

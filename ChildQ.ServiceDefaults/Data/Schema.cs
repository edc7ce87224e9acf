using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ChildQ.ServiceDefaults.Data;

/// <summary>A database's tables, and the migrations that make them.</summary>
public static class Schema
{
    /// <summary>
    /// Applies the migrations that are due. The table that lists the applied ones is made first: a new database without it would be logged as a
    /// failed command, which everybody's first start would then show.
    /// </summary>
    public static async Task BringUpToDateAsync(this DatabaseFacade database, CancellationToken cancellationToken = default)
    {
        await database.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellationToken);
        await database.MigrateAsync(cancellationToken);
    }
}

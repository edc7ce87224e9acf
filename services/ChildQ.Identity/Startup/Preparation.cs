using ChildQ.Identity.Accounts;
using ChildQ.Identity.Clients;
using ChildQ.Identity.Keys;
using ChildQ.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;

namespace ChildQ.Identity.Startup;

/// <summary>Before the first request, under one lock for all replicas: schema, keys, clients, development accounts.</summary>
public static class Preparation
{
    /// <summary>Any number will do, so long as every replica uses the same.</summary>
    private const long LockNumber = 0x1DE4717;

    public static async Task PrepareAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var cancellation = app.Lifetime.ApplicationStopping;
        var db = services.GetRequiredService<IdentityDb>();

        // The lock belongs to the connection, which stays open until it is given back.
        await db.Database.OpenConnectionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({LockNumber})", cancellation);
        try
        {
            await db.Database.BringUpToDateAsync(cancellation);
            await RefuseDevelopmentAccountsInProductionAsync(db, app.Environment, cancellation);
            await services.GetRequiredService<TokenKeys>().LoadAsync(db, cancellation);
            var settings = services.GetRequiredService<IdentitySettings>();
            await RegisterClientsAsync(services.GetRequiredService<IOpenIddictApplicationManager>(), settings, cancellation);
            if (settings.SeedDevelopmentAccounts)
            {
                await services.GetRequiredService<DevelopmentSeed>().PlantAsync();
            }
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({LockNumber})", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task RefuseDevelopmentAccountsInProductionAsync(
        IdentityDb db,
        IHostEnvironment environment,
        CancellationToken cancellation
    )
    {
        if (environment.IsProduction() && await db.Users.AnyAsync(account => account.ForDevelopment, cancellation))
        {
            throw new InvalidOperationException(
                "Identity does not start. Its database holds development accounts, whose passwords everyone can read. Use an empty database."
            );
        }
    }

    private static async Task RegisterClientsAsync(
        IOpenIddictApplicationManager applications,
        IdentitySettings settings,
        CancellationToken cancellation
    )
    {
        var configured = KnownClients.Of(settings).ToList();
        foreach (var client in configured)
        {
            if (await applications.FindByClientIdAsync(client.ClientId!, cancellation) is { } registered)
            {
                await applications.UpdateAsync(registered, client, cancellation);
            }
            else
            {
                await applications.CreateAsync(client, cancellation);
            }
        }

        var names = configured.Select(client => client.ClientId).ToHashSet(StringComparer.Ordinal);
        var registeredBefore = await applications.ListAsync(count: null, offset: null, cancellation).ToListAsync(cancellation);
        foreach (var registered in registeredBefore)
        {
            if (!names.Contains(await applications.GetClientIdAsync(registered, cancellation)))
            {
                await applications.DeleteAsync(registered, cancellation);
            }
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Gateway.Sessions;

/// <summary>Keeps sessions in PostgreSQL, so that any replica can serve any browser and a restart signs nobody out.</summary>
public sealed class SessionStore(IDbContextFactory<GatewayDb> databases, IDataProtectionProvider protection, TimeProvider clock)
    : ITicketStore
{
    /// <summary>Where a stored ticket holds its own key.</summary>
    private const string KeyItem = ".childq.session";

    private readonly IDataProtector _protector = protection.CreateProtector("ChildQ.Gateway.Sessions");

    public static string? KeyOf(AuthenticationProperties properties) => properties.GetString(KeyItem);

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        ticket.Properties.SetString(KeyItem, key);
        await using var db = await databases.CreateDbContextAsync();
        db.Sessions.Add(
            new Session
            {
                Id = IdOf(key),
                Sealed = Seal(ticket),
                ExpiresAt = ExpiryOf(ticket),
            }
        );
        await db.SaveChangesAsync();
        return key;
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var (id, now) = (IdOf(key), clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync();
        var session = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.ExpiresAt > now);
        return session is null ? null : Open(session);
    }

    /// <summary>
    /// Moves a session's end, or puts a new sign-in in its place. Moving the end must not write back the tokens that this request
    /// began with: another request may have renewed them since, and the old refresh token is spent.
    /// </summary>
    public Task RenewAsync(string key, AuthenticationTicket ticket) =>
        ReplaceAsync(
            key,
            stored =>
            {
                if (KeyOf(ticket.Properties) is null)
                {
                    ticket.Properties.SetString(KeyItem, key);
                    return Task.FromResult<AuthenticationTicket?>(ticket);
                }

                stored.Properties.IssuedUtc = ticket.Properties.IssuedUtc;
                stored.Properties.ExpiresUtc = ticket.Properties.ExpiresUtc;
                return Task.FromResult<AuthenticationTicket?>(stored);
            }
        );

    public async Task RemoveAsync(string key)
    {
        var id = IdOf(key);
        await using var db = await databases.CreateDbContextAsync();
        await db.Sessions.Where(s => s.Id == id).ExecuteDeleteAsync();
    }

    /// <summary>
    /// Changes a session while no other request, in this replica or another, can. <paramref name="replace"/> gets the session as it is
    /// now; what it returns is kept, and null leaves the session as it was.
    /// </summary>
    public async Task<AuthenticationTicket?> ReplaceAsync(string key, Func<AuthenticationTicket, Task<AuthenticationTicket?>> replace)
    {
        var id = IdOf(key);
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var session = await db.Sessions.FromSql($"SELECT * FROM sessions WHERE id = {id} FOR UPDATE").SingleOrDefaultAsync();
        if (session is null || Open(session) is not { } stored || await replace(stored) is not { } replaced)
        {
            return null;
        }

        session.Sealed = Seal(replaced);
        session.ExpiresAt = ExpiryOf(replaced);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return replaced;
    }

    public async Task<int> RemoveEndedAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Sessions.Where(s => s.ExpiresAt <= now).ExecuteDeleteAsync(cancellation);
    }

    private static string IdOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private DateTimeOffset ExpiryOf(AuthenticationTicket ticket) =>
        ticket.Properties.ExpiresUtc ?? clock.GetUtcNow() + SessionSignIn.IdleFor;

    private byte[] Seal(AuthenticationTicket ticket) => _protector.Protect(TicketSerializer.Default.Serialize(ticket));

    /// <summary>Nothing where the session was sealed with a key that is gone: that browser signs in again.</summary>
    private AuthenticationTicket? Open(Session session)
    {
        try
        {
            return TicketSerializer.Default.Deserialize(_protector.Unprotect(session.Sealed));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

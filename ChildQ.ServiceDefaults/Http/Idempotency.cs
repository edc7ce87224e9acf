using System.Security.Cryptography;
using System.Text;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChildQ.ServiceDefaults.Http;

/// <summary>A creating request that was carried out under an <c>Idempotency-Key</c>, with the answer it got.</summary>
public sealed class IdempotentRequest
{
    /// <summary>Hash of caller, path and key: nothing of the key itself is kept.</summary>
    public required byte[] Key { get; init; }

    public required byte[] BodyHash { get; init; }

    public required DateTimeOffset At { get; init; }

    public int Status { get; set; }

    public string? ContentType { get; set; }

    public string? Location { get; set; }

    public string? ETag { get; set; }

    public byte[] Body { get; set; } = [];
}

internal sealed class IdempotentRequestMapping : IEntityTypeConfiguration<IdempotentRequest>
{
    public void Configure(EntityTypeBuilder<IdempotentRequest> builder)
    {
        builder.ToTable("idempotent_requests");
        builder.HasKey(r => r.Key);
        builder.HasIndex(r => r.At);
    }
}

/// <summary>Marks a POST that creates: a caller may send <c>Idempotency-Key</c>, and gets the first answer again instead of a second thing.</summary>
public sealed record Idempotent;

public static class IdempotencyExtensions
{
    public static RouteHandlerBuilder Idempotent(this RouteHandlerBuilder route) => route.WithMetadata(new Idempotent());
}

/// <summary>
/// Carries out a request under an <c>Idempotency-Key</c> once. The key is claimed in the very transaction of the effect, so that a crash
/// leaves neither; a second request with the same key waits for the first and is given its answer. Kept for 24 hours.
/// </summary>
public sealed class IdempotencyMiddleware(RequestDelegate next)
{
    public const string Header = "Idempotency-Key";
    private const int LongestKey = 200;

    public async Task InvokeAsync(HttpContext http, CurrentUser user, TimeProvider clock)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Idempotent>() is null || !http.Request.Headers.TryGetValue(Header, out var key))
        {
            await next(http);
            return;
        }

        if (key.Count != 1 || string.IsNullOrWhiteSpace(key[0]) || key[0]!.Length > LongestKey)
        {
            await Problem.Of(400, "idempotency/key", $"{Header} must be one value of 1 to {LongestKey} characters.").ExecuteAsync(http);
            return;
        }

        var db = http.RequestServices.GetRequiredService<ServiceDb>();
        var request = new IdempotentRequest
        {
            Key = SHA256.HashData(Encoding.UTF8.GetBytes($"{user.Id}\n{http.Request.Path}\n{key[0]}")),
            BodyHash = await HashBody(http.Request),
            At = clock.GetUtcNow(),
        };
        await using var transaction = await db.Database.BeginTransactionAsync(http.RequestAborted);
        var claimed = await db.Database.ExecuteSqlAsync(
            $"INSERT INTO idempotent_requests (key, body_hash, at, status, body) VALUES ({request.Key}, {request.BodyHash}, {request.At}, 0, '') ON CONFLICT DO NOTHING",
            http.RequestAborted
        );
        if (claimed == 0)
        {
            await Repeat(
                http,
                await db.IdempotentRequests.AsNoTracking().SingleAsync(r => r.Key == request.Key, http.RequestAborted),
                request.BodyHash
            );
            return;
        }

        await CarryOut(http, db, request);
        if (request.Status is >= 200 and < 300)
        {
            await db.Database.ExecuteSqlAsync(
                $"UPDATE idempotent_requests SET status = {request.Status}, content_type = {request.ContentType}, location = {request.Location}, e_tag = {request.ETag}, body = {request.Body} WHERE key = {request.Key}"
            );
            await transaction.CommitAsync();
        }
        else
        {
            await transaction.RollbackAsync();
        }

        await http.Response.Body.WriteAsync(request.Body);
    }

    private async Task CarryOut(HttpContext http, ServiceDb db, IdempotentRequest request)
    {
        var wire = http.Response.Body;
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = wire;
        }

        request.Status = http.Response.StatusCode;
        request.ContentType = http.Response.ContentType;
        request.Location = http.Response.Headers.Location;
        request.ETag = http.Response.Headers.ETag;
        request.Body = answer.ToArray();
    }

    private static async Task Repeat(HttpContext http, IdempotentRequest first, byte[] bodyHash)
    {
        if (!first.BodyHash.AsSpan().SequenceEqual(bodyHash))
        {
            await Problem.Of(422, "idempotency/other-request", $"This {Header} was used for a different request.").ExecuteAsync(http);
            return;
        }

        http.Response.StatusCode = first.Status;
        http.Response.ContentType = first.ContentType;
        http.Response.Headers.Location = first.Location;
        http.Response.Headers.ETag = first.ETag;
        http.Response.Headers["Idempotency-Replayed"] = "true";
        await http.Response.Body.WriteAsync(first.Body);
    }

    private static async Task<byte[]> HashBody(HttpRequest request)
    {
        request.EnableBuffering();
        var hash = await SHA256.HashDataAsync(request.Body);
        request.Body.Position = 0;
        return hash;
    }
}

/// <summary>Forgets answers older than 24 hours, every hour.</summary>
internal sealed class IdempotencyPurge(IServiceScopeFactory scopes, TimeProvider clock, ILogger<IdempotencyPurge> log)
    : RegularCheck(TimeSpan.FromHours(1), atStart: false, scopes, clock, log)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    protected override async Task CheckAsync(IServiceScopeFactory scopes, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = Clock.GetUtcNow() - Kept;
        await scope.ServiceProvider.GetRequiredService<ServiceDb>().IdempotentRequests.Where(r => r.At < before).ExecuteDeleteAsync(ct);
    }
}

using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Audit;
using ChildQ.ServiceDefaults.Messaging;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Pages.Operations;

/// <summary>One part's answer; none where it did not give one.</summary>
public sealed record PartAnswer<T>(ServicePart Part, T? Answer);

[PageFor(Roles.Operations)]
public sealed class IndexModel : PageModel;

/// <summary>Messages that no attempt could consume, without their content.</summary>
[PageFor(Roles.Operations)]
public sealed class FailedMessagesModel(ServiceClients clients) : PageModel
{
    public IReadOnlyList<PartAnswer<IReadOnlyList<FailedQueue>>> Parts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Parts = await Task.WhenAll(
            clients.All.Select(async c => new PartAnswer<IReadOnlyList<FailedQueue>>(
                c.Part,
                await c.TryGet<IReadOnlyList<FailedQueue>>("operations/failed-messages", cancel)
            ))
        );

    public async Task<IActionResult> OnPostAsync(string part, string queue, CancellationToken cancel)
    {
        if (clients.For(part) is not { } client)
            return NotFound();
        var saved = await client.Post($"operations/failed-messages/{Uri.EscapeDataString(queue)}/redrive", null, null, cancel);
        TempData[FormPage<object>.NoticeKey] = saved.Done
            ? $"{saved.Read<FailedMessagesEndpoints.Redriven>().Sent} sent back to {queue}."
            : saved.Refused?.Sentence;
        return RedirectToPage();
    }
}

/// <summary>Whether every part's audit log is as it was written.</summary>
[PageFor(Roles.Operations)]
public sealed class AuditChainModel(ServiceClients clients) : PageModel
{
    public IReadOnlyList<PartAnswer<AuditChain>> Parts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Parts = await Task.WhenAll(
            clients.All.Select(async c => new PartAnswer<AuditChain>(c.Part, await c.TryGet<AuditChain>("operations/audit-chain", cancel)))
        );
}

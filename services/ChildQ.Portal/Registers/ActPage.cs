using ChildQ.Portal.Clients;
using Microsoft.AspNetCore.Mvc;

namespace ChildQ.Portal.Registers;

/// <summary>Does one thing to one thing: adds a progress note, moves a due date, publishes. Shows what it is done to.</summary>
public abstract class ActPage<TForm, TItem>(ServiceClient client, string register) : FormPage<TForm>
    where TForm : class, new()
{
    protected ServiceClient Client => client;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public TItem Item { get; private set; } = default!;

    /// <summary>The last part of the service's address for it, such as <c>progress</c>.</summary>
    protected abstract string Act { get; }

    /// <summary>Where to go on to; the thing's own page.</summary>
    protected abstract string Address { get; }

    /// <summary>What to say there.</summary>
    protected abstract string Notice { get; }

    protected virtual object? ToSend() => Form;

    /// <summary>Fills the form from the thing, where that helps.</summary>
    protected virtual void Fill(TItem item) { }

    public virtual async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        Fill(Item);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var version = ETag;
        await ReadAsync(cancel);
        ETag = version ?? ETag;
        return await SaveAsync(
            () => SendAsync(cancel),
            _ => GoTo(Address, Notice),
            async () =>
            {
                // What is on the page by now is the current version; deciding on it again is all that is asked.
                await ReadAsync(cancel);
                ModelState.AddModelError(
                    "",
                    "Someone else changed this while you were writing. It is shown below as it is now: check it, then send yours again."
                );
            }
        );
    }

    protected virtual Task<Saved> SendAsync(CancellationToken cancel) =>
        client.PostTo($"{register}/{Id}/{Act}", ToSend(), ETag, Key, cancel);

    private async Task ReadAsync(CancellationToken cancel)
    {
        var found = await client.Find<TItem>($"{register}/{Id}", cancel);
        Item = found.Value;
        ETag = found.ETag;
    }
}

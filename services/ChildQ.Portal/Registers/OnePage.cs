using ChildQ.Portal.Clients;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildQ.Portal.Registers;

/// <summary>One thing of a register, as it is or as at a date.</summary>
public abstract class OnePage<TItem>(ServiceClient client, string register) : PageModel
{
    protected ServiceClient Client => client;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? AsAt { get; set; }

    public TItem Item { get; private set; } = default!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Item = await client.Get<TItem>($"{register}/{Id}{(AsAt is { } date ? $"?asAt={Dates.PlainDates.Iso(date)}" : "")}", cancel);
        await AlsoReadAsync(cancel);
    }

    /// <summary>For a page that shows what belongs to the thing but has an address of its own.</summary>
    protected virtual Task AlsoReadAsync(CancellationToken cancel) => Task.CompletedTask;
}

using ChildQ.Portal.Clients;
using Microsoft.AspNetCore.Mvc;

namespace ChildQ.Portal.Registers;

/// <summary>Makes a new thing of a register, or changes one: the same fields, at <c>.../edit</c> and <c>.../edit/{id}</c>.</summary>
public abstract class EditPage<TForm, TItem>(ServiceClient client, string register) : FormPage<TForm>
    where TForm : class, new()
{
    protected ServiceClient Client => client;

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    public bool IsNew => Id is null;

    /// <summary>Where the register's pages are, to go on to the thing after saving.</summary>
    protected abstract string Address { get; }

    protected abstract TForm FormFrom(TItem item);

    /// <summary>What the service is sent; the form itself unless it calls its members otherwise.</summary>
    protected virtual object ToSend() => Form;

    /// <summary>Choices that the fields offer, read for showing the form.</summary>
    protected virtual Task ReadChoicesAsync(CancellationToken cancel) => Task.CompletedTask;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadChoicesAsync(cancel);
        if (Id is null)
            return;
        var found = await client.Find<TItem>($"{register}/{Id}", cancel);
        Form = FormFrom(found.Value);
        ETag = found.ETag;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadChoicesAsync(cancel);
        return await SaveAsync(
            () => Id is null ? client.Post(register, ToSend(), Key, cancel) : client.Put($"{register}/{Id}", ToSend(), ETag, cancel),
            saved => GoTo($"{Address}/{Id ?? saved.Id()}", IsNew ? "Added." : "Saved."),
            async () =>
            {
                var current = await client.Find<TItem>($"{register}/{Id}", cancel);
                Differences = FormWords.Differences(Form, FormFrom(current.Value));
                ETag = current.ETag;
            }
        );
    }
}

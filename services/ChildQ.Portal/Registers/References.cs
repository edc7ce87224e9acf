using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.ServiceDefaults.Http;

namespace ChildQ.Portal.Registers;

/// <summary>Entries of another register, to choose one by its reference.</summary>
public static class References
{
    public static async Task<IReadOnlyList<Choice>> ReadAsync<T>(
        this ServiceClient client,
        string register,
        Func<T, (string Reference, string Title)> name,
        CancellationToken cancel
    )
    {
        var page = await client.Get<Page<T>>($"{register}?take=200", cancel);
        return [.. page.Items.Select(name).Select(n => new Choice(n.Reference, $"{n.Reference}: {n.Title}"))];
    }
}

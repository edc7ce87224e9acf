using ChildQ.Portal.Clients;
using ChildQ.Portal.Dates;
using ChildQ.ServiceDefaults.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace ChildQ.Portal.Registers;

/// <summary>What every list has: filters, a date to see it as at, pages by key, and the same rows as CSV.</summary>
public abstract class RegisterPage(ServiceClient client, string register, params IReadOnlyList<Filter> filters) : PageModel
{
    /// <summary>Stands for the first page in <see cref="Trail"/>; no service gives it as a key.</summary>
    private const string FirstPage = "0";
    private const char Between = '.';

    protected ServiceClient Client => client;

    /// <summary>The service's <c>next</c> of the page before; none on the first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>Where the reader came from, page by page: keys lead forward only.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Trail { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? AsAt { get; set; }

    /// <summary>Whether the register can be seen as at a past date.</summary>
    public virtual bool OffersAsAt => false;

    public virtual bool OffersCsv => true;

    public IReadOnlyList<Filter> Filters { get; private set; } = [];

    protected string? Next { get; set; }

    public string? CsvHref => OffersCsv ? WithFilters($"{client.Part.Prefix}/{register}/export.csv") : null;

    public string? NextHref =>
        Next is null ? null : Here(Next, Trail is null ? After ?? FirstPage : $"{Trail}{Between}{After ?? FirstPage}");

    public string? PreviousHref
    {
        get
        {
            if (Trail is null)
                return null;
            var came = Trail.Split(Between);
            var earlier = came.Length == 1 ? null : string.Join(Between, came[..^1]);
            return Here(came[^1] == FirstPage ? null : came[^1], earlier);
        }
    }

    public bool IsFiltered => Filters.Any(f => f.Value is not null) || AsAt is not null;

    /// <summary>Further parameters that the service takes and the address does not carry.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string?>> Always => [];

    /// <summary>Called once per request, before anything is read.</summary>
    protected void ReadFilters() =>
        Filters = [.. filters.Select(f => f with { Value = Request.Query[f.Name].ToString() is { Length: > 0 } value ? value : null })];

    protected string Query() => With(WithFilters(register), [new("after", After)]);

    /// <summary>What the register says of all that the filters leave, not of one page of it.</summary>
    protected string Query(string aspect) => WithFilters($"{register}/{aspect}");

    private string WithFilters(string address) =>
        With(address, [.. Filters.Select(f => KeyValuePair.Create(f.Name, f.Value)), new("asAt", AsAt?.Iso()), .. Always]);

    private string Here(string? after, string? trail) =>
        With(
            Request.Path,
            [
                .. Filters.Select(f => KeyValuePair.Create(f.Name, f.Value)),
                new("asAt", AsAt?.Iso()),
                new("after", after),
                new("trail", trail),
            ]
        );

    private static string With(string address, IEnumerable<KeyValuePair<string, string?>> parameters) =>
        QueryHelpers.AddQueryString(address, parameters.Where(p => p.Value is not null));
}

/// <summary>A register of one kind of thing.</summary>
public abstract class RegisterPage<TItem>(ServiceClient client, string register, params IReadOnlyList<Filter> filters)
    : RegisterPage(client, register, filters)
{
    public IReadOnlyList<TItem> Items { get; private set; } = [];

    public virtual async Task OnGetAsync(CancellationToken cancel)
    {
        ReadFilters();
        if (!ModelState.IsValid)
            return;
        var page = await Client.Get<Page<TItem>>(Query(), cancel);
        Items = page.Items;
        Next = page.Next;
        await AlsoReadAsync(cancel);
    }

    /// <summary>For a list that shows more than its rows.</summary>
    protected virtual Task AlsoReadAsync(CancellationToken cancel) => Task.CompletedTask;
}

using System.Runtime.CompilerServices;
using ChildQ.Schools.Pupils;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Http;
using ChildQ.ServiceDefaults.Import;
using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using ChildQ.ServiceDefaults.Screening;
using ChildQ.ServiceDefaults.Suppression;
using ChildQ.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace ChildQ.Schools.Voice;

/// <summary>Why something is taken back.</summary>
/// <param name="Confirmed">The writer has seen what looks like personal data, and says that it belongs there.</param>
public sealed record Withdrawal([property: FreeText] string? Because, bool Confirmed = false) : IFreeText;

/// <summary>Voice of the child, and of the parent or carer: what schools heard, what they did in answer, and who has not been heard.</summary>
public static class VoiceEndpoints
{
    public static void MapVoice(this RouteGroupBuilder root)
    {
        var listenings = root.MapGroup("/voice/listenings").WithTags("Voice");
        listenings
            .MapGet("", List)
            .RequireAuthorization(Can.ReadVoice)
            .Produces<Page<ListeningView>>()
            .WithSummary("Views heard by schools, the latest first, as at a date; with how long they have waited for an answer.");
        listenings
            .MapGet("/export.csv", Export)
            .RequireAuthorization(Can.ReadVoice)
            .WithSummary("The same as CSV: what the caller may read, with numbers suppressed.");
        listenings.MapGet("/{id:guid}", One).RequireAuthorization(Can.ReadVoice).Produces<ListeningView>().ProducesProblem(404);
        listenings
            .MapPost("", Record)
            .RequireAuthorization(Can.KeepVoice)
            .Idempotent()
            .Produces<ListeningView>(201)
            .ProducesProblem(404)
            .ProducesProblem(422)
            .WithSummary("Puts on record what a school heard. What looks like personal data is asked about first.");
        listenings
            .MapPost("/{id:guid}/answers", Answer)
            .RequireAuthorization(Can.KeepVoice)
            .Idempotent()
            .Produces<ListeningView>()
            .ProducesProblem(404)
            .ProducesProblem(422)
            .WithSummary("Says what the school did in answer.");
        listenings
            .MapPost("/{id:guid}/withdrawal", Withdraw)
            .RequireAuthorization(Can.KeepVoice)
            .Idempotent()
            .Produces<ListeningView>()
            .ProducesProblem(404)
            .ProducesProblem(422)
            .WithSummary("Takes back what was recorded wrongly, with the reason.");
        root.MapRepresentation();
        root.MapGroup("/population")
            .WithTags("Voice")
            .MapImport<PopulationRow>("pupils by school and group", PopulationRow.Apply)
            .RequireAuthorization(Can.Import);
    }

    private static async Task<IResult> List(
        SchoolsDb db,
        CurrentUser user,
        SmallNumbers small,
        TimeProvider clock,
        [AsParameters] PageRequest page,
        [AsParameters] ListeningFilter filter
    )
    {
        var at = filter.AsAt ?? clock.Today();
        var found = await db.Set<Listening>()
            .ReadableBy(user, at)
            .Matching(filter, at)
            .ToPageAsync(l => l.On, page, l => l, descending: true);
        var names = await db.SchoolNamesAsync(at, [.. found.Items.Select(l => l.Urn).Distinct()]);
        return TypedResults.Ok(new Page<ListeningView>([.. found.Items.Select(l => View(l, names, user, small, at))], found.Next));
    }

    private static CsvFile<ListeningRow> Export(
        SchoolsDb db,
        CurrentUser user,
        SmallNumbers small,
        TimeProvider clock,
        [AsParameters] ListeningFilter filter,
        CancellationToken ct
    ) => CsvExport.Of(RowsAsync(db, user, small, filter, filter.AsAt ?? clock.Today(), ct), "views-heard.csv");

    private static async IAsyncEnumerable<ListeningRow> RowsAsync(
        SchoolsDb db,
        CurrentUser user,
        SmallNumbers small,
        ListeningFilter filter,
        DateOnly at,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var found = await db.Set<Listening>()
            .ReadableBy(user, at)
            .Matching(filter, at)
            .OrderByDescending(l => l.On)
            .ThenByDescending(l => l.Id)
            .ToListAsync(ct);
        var names = await db.SchoolNamesAsync(at, [.. found.Select(l => l.Urn).Distinct()]);
        foreach (var listening in found)
        {
            yield return ListeningRow.Of(View(listening, names, user, small, at));
        }
    }

    private static async Task<IResult> One(Guid id, SchoolsDb db, CurrentUser user, SmallNumbers small, TimeProvider clock, DateOnly? asAt)
    {
        var at = asAt ?? clock.Today();
        var names = await NamesAsync(db, id, at);
        return await db.Set<Listening>().ReadableBy(user, at).OneAsync(id, l => View(l, names, user, small, at), "listening");
    }

    private static async Task<IResult> Record(
        ListeningText text,
        SchoolsDb db,
        CurrentUser user,
        SmallNumbers small,
        TimeProvider clock,
        ServiceIdentity service
    )
    {
        if (await db.SchoolKeptByAsync(user, text.Urn) is not { } school)
        {
            return Problem.NotFound("school");
        }

        var names = new Dictionary<int, string> { [school.Urn] = school.Details.Name };
        return await db.SaveNew(
            Listening.Record(text, school, clock.Today()),
            l => $"{service.Prefix}/voice/listenings/{l.Id}",
            l => View(l, names, user, small, clock.Today())
        );
    }

    private static Task<IResult> Answer(Guid id, AnswerText text, SchoolsDb db, CurrentUser user, SmallNumbers small, TimeProvider clock) =>
        AppendAsync(db, id, user, small, clock, listening => listening.AnswerWith(text, clock.Today()));

    private static Task<IResult> Withdraw(
        Guid id,
        Withdrawal text,
        SchoolsDb db,
        CurrentUser user,
        SmallNumbers small,
        TimeProvider clock
    ) => AppendAsync(db, id, user, small, clock, listening => listening.Withdraw(text.Because, clock.Today()));

    private static async Task<IResult> AppendAsync(
        SchoolsDb db,
        Guid id,
        CurrentUser user,
        SmallNumbers small,
        TimeProvider clock,
        Func<Listening, Result> append
    )
    {
        var today = clock.Today();
        var names = await NamesAsync(db, id, today);
        var readable = await db.Set<Listening>().ReadableBy(user, today).AnyAsync(l => l.Id == id);
        return await db.AppendAsync<Listening, ListeningView>(
            id,
            append,
            l => View(l, names, user, small, today),
            "listening",
            l => !user.KeepsFor(l.Urn) || !readable ? Problem.NotFound("listening") : null
        );
    }

    private static async Task<Dictionary<int, string>> NamesAsync(SchoolsDb db, Guid id, DateOnly at) =>
        await db.SchoolNamesAsync(at, await db.Set<Listening>().Where(l => l.Id == id).Select(l => l.Urn).ToListAsync());

    private static ListeningView View(Listening l, Dictionary<int, string> names, CurrentUser user, SmallNumbers small, DateOnly at) =>
        ListeningView.Of(l, names.GetValueOrDefault(l.Urn) ?? $"{l.Urn}", small, user.KeepsFor(l.Urn), at);
}

using System.Reflection;
using ChildQ.Contracts;

namespace ChildQ.Architecture.Tests;

/// <summary>Events are facts for others: their shape only grows, and they name nobody.</summary>
public sealed class ContractTests
{
    private static readonly Type[] Events =
    [
        .. typeof(IReportable)
            .Assembly.GetExportedTypes()
            .Where(t => t.IsClass && !t.IsAbstract && t.Namespace != "ChildQ.Contracts")
            .OrderBy(t => t.FullName, StringComparer.Ordinal),
    ];

    /// <summary><c>contracts.txt</c> holds every field that was ever released: a line may be added to it, none taken out or changed.</summary>
    [Fact]
    public void No_event_breaks_an_older_one()
    {
        var released = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "contracts.txt")).Where(line => line.Length > 0).ToList();
        var now = Events.SelectMany(Fields).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(released);
        Assert.All(released, line => Assert.Contains(line, now));
    }

    [Fact]
    public void Every_field_of_every_event_is_released()
    {
        var released = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "contracts.txt")).ToHashSet(StringComparer.Ordinal);

        Assert.All(Events.SelectMany(Fields), line => Assert.Contains(line, released));
    }

    [Fact]
    public void An_event_says_with_whom_it_may_be_shared() =>
        Assert.All(Events, e => Assert.Equal(typeof(SharingLevel), e.GetProperty("Sharing")?.PropertyType));

    /// <summary>Fields are words for things, states, dates and counts; none has a place for a person.</summary>
    [Fact]
    public void No_event_has_a_field_for_a_person()
    {
        string[] personal =
        [
            "Name",
            "Person",
            "User",
            "Email",
            "Phone",
            "Birth",
            "Address",
            "Postcode",
            "Pupil",
            "Child",
            "Upn",
            "Nhs",
            "Booked",
            "Subject",
            "Text",
            "Words",
            "Quote",
        ];

        Assert.All(
            Events,
            e =>
                Assert.DoesNotContain(
                    e.GetProperties(),
                    p => personal.Any(word => p.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
                )
        );
    }

    [Fact]
    public void An_event_is_a_plain_record_in_the_past_tense()
    {
        Assert.All(Events, e => Assert.True(e.IsSealed && e.GetMethod("<Clone>$") is not null, e.Name));
        Assert.All(Events, e => Assert.Matches("(ed|Held|Sent|Taken|PutForward|SentBack|Overdue)$", e.Name));
    }

    private static IEnumerable<string> Fields(Type e) =>
        e.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => $"{e.FullName}.{p.Name}: {Word(p.PropertyType)}");

    private static string Word(Type type) => Nullable.GetUnderlyingType(type) is { } value ? $"{value.Name}?" : type.Name;
}

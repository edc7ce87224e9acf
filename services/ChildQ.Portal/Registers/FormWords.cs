using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using ChildQ.Portal.Components;
using ChildQ.Portal.Dates;

namespace ChildQ.Portal.Registers;

/// <summary>One field in two versions.</summary>
public sealed record Difference(string Field, string Yours, string Theirs);

/// <summary>A form's fields as people read them, by their display names.</summary>
public static class FormWords
{
    public static IReadOnlyList<Difference> Differences<TForm>(TForm yours, TForm theirs)
        where TForm : class =>
        [
            .. typeof(TForm)
                .GetProperties()
                .Select(p => new Difference(Name(p), Text(p.GetValue(yours)), Text(p.GetValue(theirs))))
                .Where(d => d.Yours != d.Theirs),
        ];

    private static string Name(PropertyInfo property) =>
        property.GetCustomAttribute<DisplayAttribute>()?.GetName() ?? Words.Of(property.Name);

    private static string Text(object? value) =>
        value switch
        {
            null => "",
            DateOnly date => date.InWords(),
            TimeOnly time => time.InWords(),
            bool yes => yes ? "Yes" : "No",
            string text => text.ReplaceLineEndings("\n").Trim(),
            IEnumerable many => string.Join(", ", many.Cast<object>()),
            _ => value.ToString() ?? "",
        };
}

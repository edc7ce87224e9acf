using System.Reflection;
using ChildQ.Portal.Clients;
using ChildQ.ServiceDefaults.Screening;

namespace ChildQ.Portal.Registers;

/// <summary>A part of what somebody wrote that looks like personal data. Shown to the writer only, and kept nowhere.</summary>
public sealed record ScreenedFind(string Text, string Kind)
{
    /// <summary>The service says where; what stands there, only the form knows.</summary>
    public static IReadOnlyList<ScreenedFind> In(Problem problem, object form)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(form);
        if (
            problem.Type is not (ScreenedText.ProblemType or ScreenedText.NeverKeptType)
            || problem.Member<PersonalDataFind[]>("finds") is not { } finds
        )
            return [];
        var text = problem.Errors?.Keys.Select(field => ValueOf(form, field)).FirstOrDefault(t => t is not null) ?? "";
        return
        [
            .. finds
                .Where(f => f.Start >= 0 && f.Start + f.Length <= text.Length)
                .Select(f => new ScreenedFind(text.Substring(f.Start, f.Length), f.Kind.ToString())),
        ];
    }

    private static string? ValueOf(object form, string field) =>
        form.GetType().GetProperty(field, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)?.GetValue(form) as string;
}

using System.Reflection;
using ChildQ.Portal.Clients;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ChildQ.Portal.Registers;

/// <summary>Brings a service's refusal to the fields it is about.</summary>
public static class ProblemsInForms
{
    /// <summary>
    /// Field errors go to the form's property of that name; those about nothing on the form, and rules without a field, stand in the
    /// summary by themselves.
    /// </summary>
    public static void AddProblem(this ModelStateDictionary state, Problem problem, Type form, string prefix = "Form")
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(form);
        if (problem.Errors is not { Count: > 0 } errors)
        {
            state.AddModelError("", problem.Sentence);
            return;
        }
        foreach (var (field, messages) in errors)
        foreach (var message in messages)
            state.AddModelError(KeyOf(field, form, prefix), message);
    }

    private static string KeyOf(string field, Type form, string prefix)
    {
        var name = field.Split('.', '[')[0];
        var property = form.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
        return property is null ? "" : $"{prefix}.{property.Name}";
    }
}

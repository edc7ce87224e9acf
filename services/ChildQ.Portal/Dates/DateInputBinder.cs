using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ChildQ.Portal.Dates;

/// <summary>
/// Reads a date from the three fields of a GOV.UK date input (<c>On.Day</c>, <c>On.Month</c>, <c>On.Year</c>), or from one
/// value as links carry it (<c>asAt=2022-04-01</c>). Three empty fields are no date; anything else that is no date is an error
/// in the words of the GOV.UK Design System.
/// </summary>
public sealed class DateInputBinder : IModelBinder
{
    private static readonly string[] MonthNames = CultureInfo.GetCultureInfo("en-GB").DateTimeFormat.MonthNames;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        var whole = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (whole != ValueProviderResult.None && !string.IsNullOrWhiteSpace(whole.FirstValue))
            BindWhole(bindingContext, whole);
        else
            BindParts(bindingContext);
        return Task.CompletedTask;
    }

    private static void BindWhole(ModelBindingContext context, ValueProviderResult whole)
    {
        context.ModelState.SetModelValue(context.ModelName, whole);
        if (DateOnly.TryParseExact(whole.FirstValue, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            context.Result = ModelBindingResult.Success(date);
        else
            context.ModelState.TryAddModelError(context.ModelName, $"{Name(context)} must be a real date");
    }

    private static void BindParts(ModelBindingContext context)
    {
        var day = Part(context, "Day");
        var month = Part(context, "Month");
        var year = Part(context, "Year");
        if (day is null && month is null && year is null)
        {
            // Nothing was sent, or nothing was filled in: no date. Whether that is allowed, the form's own rules say.
            if (context.ModelMetadata.IsReferenceOrNullableType)
                context.Result = ModelBindingResult.Success(null);
            return;
        }

        var missing = new[] { ("day", day), ("month", month), ("year", year) }.Where(p => p.Item2 is null).Select(p => p.Item1).ToList();
        if (missing.Count > 0)
            context.ModelState.TryAddModelError(context.ModelName, $"{Name(context)} must include a {string.Join(" and ", missing)}");
        else if (year!.Length != 4)
            context.ModelState.TryAddModelError(context.ModelName, "Year must include 4 numbers");
        else if (Real(day!, month!, year) is { } date)
            context.Result = ModelBindingResult.Success(date);
        else
            context.ModelState.TryAddModelError(context.ModelName, $"{Name(context)} must be a real date");
    }

    private static string? Part(ModelBindingContext context, string part)
    {
        var key = ModelNames.CreatePropertyModelName(context.ModelName, part);
        var value = context.ValueProvider.GetValue(key);
        if (value == ValueProviderResult.None)
            return null;
        context.ModelState.SetModelValue(key, value);
        // The three parts have no rules of their own; left unvalidated they would make the whole form invalid.
        context.ModelState.MarkFieldSkipped(key);
        return string.IsNullOrWhiteSpace(value.FirstValue) ? null : value.FirstValue.Trim();
    }

    private static DateOnly? Real(string day, string month, string year) =>
        int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d)
        && MonthNumber(month) is { } m
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y)
        && y >= 1
        && m is >= 1 and <= 12
        && d >= 1
        && d <= DateTime.DaysInMonth(y, m)
            ? new DateOnly(y, m, d)
            : null;

    /// <summary>A number, or a month's name as people also write it: "March", "mar".</summary>
    private static int? MonthNumber(string month)
    {
        if (int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        var index = month.Length < 3 ? -1 : Array.FindIndex(MonthNames, n => n.StartsWith(month, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : index + 1;
    }

    private static string Name(ModelBindingContext context) => context.ModelMetadata.GetDisplayName();
}

/// <summary>Gives <see cref="DateInputBinder"/> to every <see cref="DateOnly"/> that a page binds.</summary>
public sealed class DateInputBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context?.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? new DateInputBinder() : null;
}

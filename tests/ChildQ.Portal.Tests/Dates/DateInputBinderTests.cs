using System.Globalization;
using ChildQ.Portal.Dates;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;

namespace ChildQ.Portal.Tests.Dates;

public sealed class DateInputBinderTests
{
    [Theory]
    [InlineData("14", "3", "2022")]
    [InlineData("14", "03", "2022")]
    [InlineData(" 14 ", "March", "2022")]
    [InlineData("14", "mar", "2022")]
    public async Task Day_month_and_year_are_a_date(string day, string month, string year)
    {
        var bound = await Bind(("On.Day", day), ("On.Month", month), ("On.Year", year));

        Assert.Equal(new DateOnly(2022, 3, 14), bound.Result.Model);
        Assert.Equal(0, bound.ModelState.ErrorCount);
    }

    [Fact]
    public async Task The_29th_of_February_is_a_date_in_leap_years_only()
    {
        var leap = await Bind(("On.Day", "29"), ("On.Month", "2"), ("On.Year", "2024"));
        var other = await Bind(("On.Day", "29"), ("On.Month", "2"), ("On.Year", "2022"));

        Assert.Equal(new DateOnly(2024, 2, 29), leap.Result.Model);
        Assert.Equal("On must be a real date", Error(other));
    }

    [Theory]
    [InlineData("", "3", "2022", "On must include a day")]
    [InlineData("14", "", "", "On must include a month and year")]
    [InlineData("14", "13", "2022", "On must be a real date")]
    [InlineData("0", "3", "2022", "On must be a real date")]
    [InlineData("14", "ma", "2022", "On must be a real date")]
    [InlineData("14", "3", "22", "Year must include 4 numbers")]
    [InlineData("14", "3", "0000", "On must be a real date")]
    [InlineData("-1", "3", "2022", "On must be a real date")]
    [InlineData("٣", "3", "2022", "On must be a real date")]
    public async Task What_is_no_date_is_refused_in_plain_words(string day, string month, string year, string error)
    {
        var bound = await Bind(("On.Day", day), ("On.Month", month), ("On.Year", year));

        Assert.Equal(error, Error(bound));
        Assert.False(bound.Result.IsModelSet);
    }

    [Fact]
    public async Task Three_empty_fields_are_no_date()
    {
        var bound = await Bind(("On.Day", ""), ("On.Month", ""), ("On.Year", ""));

        Assert.Equal(0, bound.ModelState.ErrorCount);
        Assert.Null(bound.Result.Model);
    }

    [Fact]
    public async Task A_link_carries_a_date_as_one_value()
    {
        var bound = await Bind(("On", "2022-04-01"));
        var wrong = await Bind(("On", "1 April"));

        Assert.Equal(new DateOnly(2022, 4, 1), bound.Result.Model);
        Assert.Equal("On must be a real date", Error(wrong));
    }

    private static string Error(ModelBindingContext bound) => Assert.Single(bound.ModelState["On"]!.Errors).ErrorMessage;

    private static async Task<ModelBindingContext> Bind(params (string Name, string Value)[] fields)
    {
        var form = new FormCollection(fields.ToDictionary(f => f.Name, f => new StringValues(f.Value), StringComparer.Ordinal));
        var context = new DefaultModelBindingContext
        {
            ActionContext = new ActionContext(new DefaultHttpContext(), new(), new()),
            ModelName = "On",
            ModelState = new(),
            ModelMetadata = new EmptyModelMetadataProvider().GetMetadataForProperty(typeof(Form), nameof(Form.On)),
            ValueProvider = new FormValueProvider(BindingSource.Form, form, CultureInfo.InvariantCulture),
        };
        await new DateInputBinder().BindModelAsync(context);
        return context;
    }

    private sealed class Form
    {
        public DateOnly? On { get; set; }
    }
}

using System.Linq.Expressions;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ChildQ.Portal.Tests.Components;

/// <summary>Renders one tag helper over a model, as a page would.</summary>
internal sealed class Rendered<TModel>
    where TModel : class
{
    private readonly ViewDataDictionary<TModel> _data;
    private readonly ModelExpressionProvider _expressions;

    public Rendered(TModel model)
    {
        var services = new ServiceCollection().AddLogging().AddRazorPages().Services.BuildServiceProvider();
        var metadata = services.GetRequiredService<IModelMetadataProvider>();
        _expressions = new ModelExpressionProvider(metadata);
        _data = new(metadata, State) { Model = model };
        View = new()
        {
            HttpContext = new DefaultHttpContext(),
            RouteData = new RouteData(),
            ActionDescriptor = new ActionDescriptor(),
            ViewData = _data,
        };
    }

    public ModelStateDictionary State { get; } = new();

    public ViewContext View { get; }

    public ModelExpression For<TValue>(Expression<Func<TModel, TValue>> property) => _expressions.CreateModelExpression(_data, property);

    public static async Task<string> HtmlAsync(
        TagHelper helper,
        string tag,
        string content = "",
        params IEnumerable<TagHelperAttribute> attributes
    )
    {
        var output = new TagHelperOutput(
            tag,
            new(attributes),
            (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent().SetHtmlContent(content))
        )
        {
            TagMode = TagMode.StartTagAndEndTag,
        };
        await helper.ProcessAsync(new TagHelperContext(tag, new(attributes), new Dictionary<object, object>(), "test"), output);
        using var writer = new StringWriter();
        ((IHtmlContent)output).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}

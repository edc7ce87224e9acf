using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ChildQ.Portal.Tests.Shell;

public sealed class PagePolicyTests(PortalHost portal) : PortalTests(portal)
{
    [Fact]
    public void Every_page_says_for_whom_it_is()
    {
        var pages = Portal
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .ToList();

        var silent = pages
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetMetadata<IAuthorizeData>() is null)
            .Select(e => e.Metadata.GetMetadata<PageActionDescriptor>()!.ViewEnginePath);

        Assert.NotEmpty(pages);
        Assert.Empty(silent);
    }

    [Fact]
    public void No_page_holds_inline_script_or_style()
    {
        var pages = Directory.GetFiles(PagesFolder(), "*.cshtml", SearchOption.AllDirectories);

        var offending = pages.Where(p =>
            File.ReadAllText(p) is var text && (InlineMarkup.Style().IsMatch(text) || InlineMarkup.Script().IsMatch(text))
        );

        Assert.NotEmpty(pages);
        Assert.Empty(offending);
    }

    private static string PagesFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
            folder = folder.Parent;
        return Path.Combine(folder!.FullName, "services", "ChildQ.Portal", "Pages");
    }
}

using ChildQ.AppHost.Local.Dashboard.Telemetry;

namespace ChildQ.AppHost.Local.Dashboard.Pages;

internal static class TagTable
{
    public static Html Of(IReadOnlyList<Tag> tags) =>
        Html.When(
            tags.Count > 0,
            () =>
                Html.Of(
                    $"""
                    <table class="tags"><tbody>
                    {Html.Each(tags, t => Html.Of($"<tr><th scope=\"row\">{t.Key}</th><td><code>{t.Value}</code></td></tr>"))}
                    </tbody></table>
                    """
                )
        );
}

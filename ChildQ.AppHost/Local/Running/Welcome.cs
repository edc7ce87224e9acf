using System.Globalization;
using System.Text;

namespace ChildQ.AppHost.Local.Running;

/// <summary>What is said when everything is ready: how long it took, and where to look.</summary>
internal sealed class Welcome(Stack stack, TimeSpan took)
{
    public override string ToString()
    {
        var text = new StringBuilder("\n");
        var failed = stack.States.All.Where(x => x.State == RunState.Failed).ToList();
        var seconds = took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        text.AppendLine(
            failed.Count == 0
                ? $"ChildQ is ready in {seconds} s."
                : $"ChildQ runs after {seconds} s, but not all of it: {string.Join(", ", failed.Select(x => $"{x.Name} ({x.Reason})"))}"
        );
        text.AppendLine();
        foreach (var project in stack.Resources.OfType<ProjectResource>().Where(x => x.IsExternal))
        {
            var site = stack.AddressOf(project.Name, project.Endpoints[0].Name);
            text.AppendLine(CultureInfo.InvariantCulture, $"  Site        {site}");
            text.AppendLine(CultureInfo.InvariantCulture, $"  API         {site}docs");
            text.AppendLine(CultureInfo.InvariantCulture, $"  Health      {site}health");
        }
        text.AppendLine(CultureInfo.InvariantCulture, $"  Dashboard   {stack.DashboardUrl}");
        text.AppendLine("  Accounts    schools-lead@childq.example and one per role, password Hackney-2022-dev (README.md lists them)");
        text.AppendLine("  Stop        Ctrl+C");
        return text.ToString();
    }
}

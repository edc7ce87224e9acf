using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Stack.Tests;

/// <summary>Guidance as its lead makes it, through the API. References begin with TST, so that nobody takes it for the council's.</summary>
internal static class LocalGuidance
{
    public const string Protocols = "/api/police-action-plan/protocols";

    /// <returns>The id of what was written, endorsed for headteachers, and published to every open school.</returns>
    public static async Task<Guid> PublishGuidanceAsync(this Stack stack, string title)
    {
        using var lead = await stack.AsAsync(Roles.PolicePlanLead);
        var id = await lead.BeginGuidanceAsync(title);
        var path = $"{Protocols}/{id}";
        var draftHash = await lead.WriteAsync(id, $"Officers are met at the gate. {title}.");
        await lead.ActAsync(
            $"{path}/endorsements",
            new
            {
                @class = "headteachers",
                draftHash,
                note = "Agreed at the headteachers' conference.",
            }
        );
        await lead.ActAsync($"{path}/publication", new { reviewOn = "2099-06-14" }, of: path);
        return id;
    }

    /// <returns>The id of guidance that needs the headteachers' endorsement and has no words yet.</returns>
    public static async Task<Guid> BeginGuidanceAsync(this HttpClient lead, string title)
    {
        var guidance = await lead.ActAsync(
            Protocols,
            new
            {
                reference = $"TST-{Guid.NewGuid():N}"[..16],
                title,
                kind = "guidance",
                stakeholderClasses = new[] { "headteachers" },
                sharing = "public",
            }
        );
        return guidance.GetProperty("id").GetGuid();
    }

    /// <returns>The hash of the draft that was written.</returns>
    public static async Task<string> WriteAsync(this HttpClient lead, Guid id, string text)
    {
        var path = $"{Protocols}/{id}";
        var written = await lead.ActAsync($"{path}/drafts", new { text }, of: path);
        return written.GetProperty("drafts").EnumerateArray().Last().Text("hash");
    }
}

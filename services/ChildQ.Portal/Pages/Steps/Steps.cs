using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using ChildQ.Contracts;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Promises;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Steps;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.Portal.Pages.Steps;

internal static class Keepers
{
    /// <summary>Who keeps a workstream's steps.</summary>
    public static bool MayKeepSteps(this ClaimsPrincipal user, string workstream) =>
        user.IsInRole(
            workstream switch
            {
                Workstreams.Schools => Roles.SchoolsLead,
                Workstreams.Staff => Roles.StaffLead,
                Workstreams.CommunityEngagement => Roles.EngagementLead,
                _ => Roles.Oversight,
            }
        );
}

[AllowAnonymous]
public sealed class IndexModel(WorkstreamClient of)
    : RegisterPage<StepView>(
        of.Client,
        "steps",
        Filter.Search(),
        Filter.Words("status", "Status", ProgressForm.Statuses),
        new("overdue", "Overdue", [new("true", "Overdue only")])
    )
{
    public string Workstream => of.Workstream;
    public bool MayKeep => User.MayKeepSteps(Workstream);
    public override bool OffersAsAt => true;
    protected override IEnumerable<KeyValuePair<string, string?>> Always => [new("workstream", Workstream)];
}

[AllowAnonymous]
public sealed class OneModel(WorkstreamClient of) : OnePage<StepView>(of.Client, "steps")
{
    public bool MayKeep => User.MayKeepSteps(Item.Workstream);
}

public sealed class StepForm
{
    [Display(Name = "Reference", Description = "For example, SCH-STP-012. It stays the same when the words change.")]
    [Required(ErrorMessage = "Enter a reference")]
    public string? Reference { get; set; }

    [Display(Name = "What will be done")]
    [Required(ErrorMessage = "Enter what will be done")]
    public string? Title { get; set; }

    [Display(Name = "Detail")]
    public string? Detail { get; set; }

    [Display(Name = "Kind")]
    [Required(ErrorMessage = "Choose a kind")]
    public string? Kind { get; set; }

    [Display(Name = "Part of the workstream", Description = "For example, Hackney inclusion charter.")]
    public string? Section { get; set; }

    [Display(Name = "Owner", Description = "A post, team or organisation.")]
    public string? Owner { get; set; }

    [Display(Name = "Due date", Description = "Leave empty if there is no day yet.")]
    public DateOnly? Due { get; set; }

    [Display(Name = "Due, in words", Description = "Where there is no day yet: for example, Autumn term 2022.")]
    public string? DueText { get; set; }

    [Display(Name = "Known from", Description = "The day from which this was known. Today if you leave it empty.")]
    public DateOnly? KnownOn { get; set; }

    [Display(Name = "Source", Description = "For example, the section of the report it comes from.")]
    public string? Source { get; set; }

    /// <summary>The writer has seen what looks like personal data, and says that it stays.</summary>
    public bool Confirmed { get; set; }

    public static IReadOnlyList<Choice> Kinds { get; } =
    [.. Enum.GetNames<StepKind>().Select(k => new Choice(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(k), Words.Of(k)))];
}

[PageFor(Roles.SchoolsLead, Roles.StaffLead, Roles.EngagementLead, Roles.Oversight)]
public sealed class EditModel(WorkstreamClient of) : EditPage<StepForm, StepView>(of.Client, "steps")
{
    public string Workstream => of.Workstream;
    protected override string Address => $"/steps/{Workstream}";

    protected override StepForm FormFrom(StepView item) =>
        new()
        {
            Reference = item.Reference,
            Title = item.Title,
            Detail = item.Detail,
            Kind = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(item.Kind.ToString()),
            Section = item.Section,
            Owner = item.Owner,
            Source = item.Source,
        };

    protected override object ToSend() =>
        new
        {
            Form.Reference,
            Workstream,
            Form.Section,
            Form.Kind,
            Form.Title,
            Form.Detail,
            Form.Owner,
            Form.Due,
            Form.DueText,
            Form.KnownOn,
            Form.Source,
            Form.Confirmed,
        };
}

[PageFor(Roles.SchoolsLead, Roles.StaffLead, Roles.EngagementLead, Roles.Oversight)]
public sealed class ProgressModel(WorkstreamClient of) : ProgressPage<StepView>(of.Client, "steps")
{
    protected override string Address => $"/steps/{Item.Workstream}/{Id}";
}

[PageFor(Roles.SchoolsLead, Roles.StaffLead, Roles.EngagementLead, Roles.Oversight)]
public sealed class DueDateModel(WorkstreamClient of) : DueDatePage<StepView>(of.Client, "steps")
{
    protected override string Address => $"/steps/{Item.Workstream}/{Id}";
}

using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Dates;
using ChildQ.Portal.Pages.PoliceActionPlan.Asks;
using ChildQ.Portal.Pages.PoliceActionPlan.Commitments;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Http;
using Microsoft.AspNetCore.Authorization;

namespace ChildQ.Portal.Pages.PoliceActionPlan.Letters;

/// <summary>A letter sent or received, with what it asks for and commits to.</summary>
public sealed record LetterView(
    Guid Id,
    string Reference,
    string Direction,
    DateOnly? On,
    string From,
    string To,
    IReadOnlyList<string> Signatories,
    string Subject,
    string? Summary,
    DateOnly? ReplyDue,
    string? InReplyTo,
    IReadOnlyList<string> Replies,
    bool Overdue,
    DateOnly KnownOn,
    string? Source,
    string Sharing,
    string? Chases,
    string Reply,
    int DaysLate
) : IEntry
{
    /// <summary>Where its reply stands, in words.</summary>
    public string ReplyInWords =>
        Reply switch
        {
            "awaited" => "Awaited",
            "replied" => "Replied",
            "repliedInTime" => "Replied in time",
            "repliedLate" => $"Replied {Days} late",
            "overdue" => $"Overdue by {Days}",
            _ => "No reply was asked for",
        };

    private string Days => DaysLate == 1 ? "1 day" : $"{DaysLate} days";
}

[AllowAnonymous]
public sealed class IndexModel(PoliceActionPlanClient plan)
    : RegisterPage<LetterView>(
        plan,
        "letters",
        Filter.Search(),
        Filter.Words("direction", "Direction", [new("out", "Sent by the council"), new("in", "Received")]),
        new("overdue", "Reply", [new("true", "Overdue only")])
    )
{
    public override bool OffersAsAt => true;
}

[AllowAnonymous]
public sealed class OneModel(PoliceActionPlanClient plan) : OnePage<LetterView>(plan, "letters")
{
    /// <summary>The letters that belong together, in order.</summary>
    public IReadOnlyList<LetterView> Thread { get; private set; } = [];
    public IReadOnlyList<AskView> Asks { get; private set; } = [];
    public IReadOnlyList<CommitmentView> Commitments { get; private set; } = [];

    protected override async Task AlsoReadAsync(CancellationToken cancel)
    {
        var at = AsAt is { } date ? $"?asAt={date.Iso()}" : "";
        Thread = await Client.TryGet<IReadOnlyList<LetterView>>($"letters/{Id}/thread{at}", cancel) ?? [];
        Asks = (await Client.TryGet<Page<AskView>>($"asks?letter={Item.Reference}&take=200", cancel))?.Items ?? [];
        Commitments = (await Client.TryGet<Page<CommitmentView>>($"commitments?letter={Item.Reference}&take=200", cancel))?.Items ?? [];
    }
}

public sealed class LetterForm : EntryForm
{
    [Display(Name = "Direction")]
    [Required(ErrorMessage = "Choose which way it went")]
    public string? Direction { get; set; }

    [Display(Name = "Date")]
    public DateOnly? On { get; set; }

    [Display(Name = "From", Description = "An organisation or public office-holder.")]
    [Required(ErrorMessage = "Enter whom it is from")]
    public string? From { get; set; }

    [Display(Name = "To")]
    [Required(ErrorMessage = "Enter whom it is to")]
    public string? To { get; set; }

    [Display(Name = "Signed by", Description = "One on each line.")]
    public string? Signatories { get; set; }

    [Display(Name = "Subject")]
    [Required(ErrorMessage = "Enter a subject")]
    public string? Subject { get; set; }

    [Display(Name = "Summary")]
    public string? Summary { get; set; }

    [Display(Name = "Reply due")]
    public DateOnly? ReplyDue { get; set; }

    [Display(Name = "In reply to")]
    public string? InReplyTo { get; set; }

    public static IReadOnlyList<Choice> Directions { get; } = [new("out", "Sent by the council"), new("in", "Received")];
}

[PageFor(Roles.PolicePlanLead)]
public sealed class EditModel(PoliceActionPlanClient plan) : EditPage<LetterForm, LetterView>(plan, "letters")
{
    protected override string Address => "/police-action-plan/letters";
    public IReadOnlyList<Choice> Letters { get; private set; } = [];

    private sealed record Letter(string Reference, string Subject);

    protected override async Task ReadChoicesAsync(CancellationToken cancel) =>
        Letters = await Client.ReadAsync<Letter>("letters", x => (x.Reference, x.Subject), cancel);

    protected override LetterForm FormFrom(LetterView item) =>
        new()
        {
            Direction = item.Direction,
            On = item.On,
            From = item.From,
            To = item.To,
            Signatories = Lines.Of(item.Signatories),
            Subject = item.Subject,
            Summary = item.Summary,
            ReplyDue = item.ReplyDue,
            InReplyTo = item.InReplyTo,
            Source = item.Source,
            Sharing = item.Sharing,
        };

    protected override object ToSend() =>
        new
        {
            Form.Reference,
            Form.Direction,
            Form.On,
            Form.From,
            Form.To,
            Signatories = Lines.In(Form.Signatories),
            Form.Subject,
            Form.Summary,
            Form.ReplyDue,
            Form.InReplyTo,
            Form.KnownOn,
            Form.Source,
            Form.Confirmed,
            Form.Sharing,
        };
}

using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Access;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.Portal.Registers;
using ChildQ.ServiceDefaults.Access;

namespace ChildQ.Portal.Pages.Schools.Statement;

public sealed record StatementActView(string As, bool Commits, DateOnly On, DateOnly KnownOn, bool OnBehalf, string? Note);

/// <summary>Where a school is with the headteachers' statement; the id is the school's.</summary>
public sealed record StatementView(
    Guid Id,
    int Urn,
    string School,
    bool Stands,
    DateOnly? Since,
    IReadOnlyList<string> Committed,
    IReadOnlyList<string> Missing,
    IReadOnlyList<StatementActView> Acts
);

[PageFor(Roles.SchoolsLead, Roles.Oversight, Roles.Councillor, Roles.Scrutiny, Roles.School)]
public sealed class OneModel(SchoolsClient schools) : OnePage<StatementView>(schools, "statements");

public sealed class CommitForm
{
    [Display(Name = "Which office commits?", Description = "The office is kept, not a name.")]
    [Required(ErrorMessage = "Choose the office")]
    public string? As { get; set; }

    [Display(Name = "What does the commitment include?", Description = "The statement asks for both.")]
    public string[] Voices { get; set; } = [];

    [Display(Name = "Date of the commitment", Description = "For example, 27 5 2022. Leave empty for today.")]
    public DateOnly? On { get; set; }

    [Display(Name = "Note", Description = "Needed where you record this on a school's behalf: how you know. Name nobody.")]
    public string? Note { get; set; }

    public bool Confirmed { get; set; }

    public static IReadOnlyList<Choice> Offices { get; } = Choice.Of("headteacher", "executiveLead", "chairOfGovernors");

    public static IReadOnlyList<Choice> BothVoices { get; } =
    [new("pupils", "Commitment to pupil voice"), new("parents", "Commitment to parent and carer voice")];
}

[PageFor(Roles.SchoolsLead, Roles.School)]
public sealed class CommitModel(SchoolsClient schools) : ActPage<CommitForm, StatementView>(schools, "statements")
{
    protected override string Act => "commitments";
    protected override string Address => $"/schools/statement/{Id}";
    protected override string Notice => "The commitment is on record.";

    protected override object ToSend() =>
        new
        {
            Form.As,
            PupilVoice = Form.Voices.Contains("pupils"),
            ParentVoice = Form.Voices.Contains("parents"),
            Form.On,
            Form.Note,
            Form.Confirmed,
        };
}

public sealed class WithdrawForm
{
    [Display(Name = "Which office withdraws?")]
    [Required(ErrorMessage = "Choose the office")]
    public string? As { get; set; }

    [Display(Name = "Why", Description = "Name nobody.")]
    [Required(ErrorMessage = "Say why")]
    public string? Reason { get; set; }

    [Display(Name = "Date of the withdrawal", Description = "For example, 27 5 2022. Leave empty for today.")]
    public DateOnly? On { get; set; }

    public bool Confirmed { get; set; }
}

[PageFor(Roles.SchoolsLead, Roles.School)]
public sealed class WithdrawModel(SchoolsClient schools) : ActPage<WithdrawForm, StatementView>(schools, "statements")
{
    protected override string Act => "withdrawals";
    protected override string Address => $"/schools/statement/{Id}";
    protected override string Notice => "The withdrawal is on record.";
}

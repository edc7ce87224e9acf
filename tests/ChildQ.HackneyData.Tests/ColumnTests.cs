namespace ChildQ.HackneyData.Tests;

/// <summary>Every file has the columns its service imports, and nothing but the words that service knows.</summary>
public sealed class ColumnTests
{
    private const string Steps =
        "reference,workstream,section,kind,title,detail,owner,due,due_text,status,status_on,status_note,known_on,source_section";

    public static TheoryData<string, string> Columns { get; } =
        new()
        {
            { "oversight/workstreams", "reference,name,strategic_objective,political_lead,bodies,known_on,source_section" },
            { "oversight/findings", "reference,number,summary,known_on,source_section" },
            { "oversight/recommendations", "reference,number,text,text_entered,responsible_agencies,known_on,source_section" },
            { "oversight/milestones", "reference,on,workstream,title,detail,known_on,source_section" },
            { "oversight/public-affairs", "reference,kind,on,made_by,addressed_to,ask,answer,status,known_on,source_section" },
            { "oversight/steps", Steps },
            {
                "police-action-plan/bodies",
                "reference,name,purpose,chair,members,cadence,reports_to,established_on,ended_on,workstream,known_on,source_section"
            },
            {
                "police-action-plan/meetings",
                "reference,body,on,title,status,purpose,outcome,attended_by,independently_facilitated,known_on,source_section"
            },
            {
                "police-action-plan/letters",
                "reference,direction,on,from,to,signatories,subject,summary,reply_due,in_reply_to,known_on,source_section"
            },
            { "police-action-plan/asks", "reference,letter,text,asked_of,status,known_on,source_section" },
            { "police-action-plan/commitments", "reference,letter,text,made_by,due,status,known_on,source_section" },
            { "police-action-plan/priorities", "reference,title,description,known_on,source_section" },
            { "police-action-plan/frameworks", "reference,framework,title,known_on,source_section" },
            {
                "police-action-plan/actions",
                "reference,priority,title,commitment,owner_organisations,outcome_measure,baseline,target,start,due,status,status_on,status_note,workstream,known_on,source_section"
            },
            {
                "police-action-plan/protocols",
                "reference,title,kind,status,aim,due,stakeholder_classes,interim_on,known_on,source_section,audience"
            },
            { "schools/steps", Steps },
            {
                "schools/training",
                "reference,kind,title,detail,topics,for_whom,on,on_text,starts_at,ends_at,place,capacity,certificate_months,provider,status,known_on,source_section"
            },
            {
                "staff-support/sessions",
                "reference,kind,title,starts_on,starts_at,ends_at,place,capacity,facilitator,audience,known_on,source_section"
            },
            { "staff-support/steps", Steps },
            {
                "community-engagement/activities",
                "reference,kind,title,on,status,led_by,for_whom,independently_facilitated,sharing_level,known_on,source_section"
            },
            { "community-engagement/themes", "reference,parent,title,description,known_on,source_section" },
            { "community-engagement/insights", "reference,activity,themes,text,group,sharing_level,quote_consent,known_on,source_section" },
            { "community-engagement/steps", Steps },
        };

    [Theory]
    [MemberData(nameof(Columns))]
    public void A_register_has_exactly_its_columns(string register, string columns)
    {
        var file = June2022Files.Of(register);

        Assert.Equal(columns.Split(','), file.Columns);
        Assert.NotEmpty(file.Rows);
    }

    [Fact]
    public void Every_register_is_listed_once_and_every_file_is_a_register()
    {
        var files = Directory
            .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "June2022"), "*.csv", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(AppContext.BaseDirectory, f));

        Assert.Equal(files.Order(StringComparer.Ordinal), Registers.June2022.Select(r => r.Path).Order(StringComparer.Ordinal));
        Assert.Equal(Registers.June2022.Count, Columns.Count);
    }

    public static TheoryData<string, string, string> Words { get; } =
        new()
        {
            { "oversight/public-affairs", "kind", "letter,petition,meeting,briefing,commitment" },
            { "oversight/public-affairs", "status", ",open,met,partly met,refused,no answer" },
            { "oversight/recommendations", "text_entered", "true,false" },
            { "police-action-plan/bodies", "cadence", "weekly,fortnightly,monthly,once,as needed,not stated" },
            { "police-action-plan/meetings", "status", "held,planned" },
            { "police-action-plan/meetings", "independently_facilitated", ",true,false" },
            { "police-action-plan/letters", "direction", "out,in" },
            { "police-action-plan/asks", "status", "open,met,partly met,refused,no answer" },
            { "police-action-plan/commitments", "status", "open,met,partly met,refused,no answer" },
            { "police-action-plan/actions", "status", "not started,under way,done,stopped" },
            { "police-action-plan/protocols", "kind", "protocol,guidance" },
            { "police-action-plan/protocols", "status", "revising,interim,published" },
            {
                "police-action-plan/protocols",
                "stakeholder_classes",
                ",safeguarding partnership,police,education,headteachers,councillors,parents"
            },
            { "schools/training", "kind", "training,conference" },
            {
                "schools/training",
                "topics",
                ",safeguarding,adultification,cultural competence,anti-racism leadership,exclusions,equality duties"
            },
            { "schools/training", "for_whom", ",head,staff,governor" },
            { "schools/training", "status", "planned,under way,held" },
            { "staff-support/sessions", "kind", "peer listening,specialist-led,drop-in,question and answer,briefing" },
            { "community-engagement/activities", "kind", "workshop,session,safe space,thinking spaces,conference,briefing" },
            { "community-engagement/activities", "status", "held,planned" },
            { "community-engagement/activities", "sharing_level", "Public" },
            { "community-engagement/insights", "sharing_level", "Public" },
        };

    [Theory]
    [MemberData(nameof(Words))]
    public void A_column_of_words_holds_only_known_words(string register, string column, string words)
    {
        var known = words.Split(',');

        var unknown = June2022Files.Of(register).Rows.SelectMany(r => r[column].Split(';')).Except(known, StringComparer.Ordinal);

        Assert.Empty(unknown);
    }

    [Fact]
    public void Steps_hold_only_known_kinds_and_statuses()
    {
        var steps = June2022Files.All.Where(f => f.Register.Name == "steps").SelectMany(f => f.Rows).ToList();

        Assert.Empty(
            steps
                .Select(s => s["kind"])
                .Except(
                    ["step", "commitment", "training", "conference", "session", "meeting", "offer", "role", "charter"],
                    StringComparer.Ordinal
                )
        );
        Assert.Empty(steps.Select(s => s["status"]).Except(["planned", "under way", "done", "stopped"], StringComparer.Ordinal));
    }

    [Fact]
    public void What_the_report_does_not_say_of_training_is_empty()
    {
        Assert.All(
            June2022Files.Of("schools/training").Rows,
            r => Assert.Equal("", r["starts_at"] + r["ends_at"] + r["place"] + r["capacity"] + r["certificate_months"])
        );
    }

    [Fact]
    public void No_cell_has_stray_space_or_a_line_break()
    {
        var untidy = June2022Files
            .Rows.SelectMany(r => r.Values)
            .Where(v => v != v.Trim() || v.AsSpan().ContainsAny('\n', '\r') || v.Contains("  ", StringComparison.Ordinal));

        Assert.Empty(untidy);
    }
}

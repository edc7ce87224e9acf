using System.Globalization;
using ChildQ.PoliceActionPlan.Meetings;
using ChildQ.PoliceActionPlan.Plan;

namespace ChildQ.PoliceActionPlan.Packs;

/// <summary>A pack as a Word document: the words of the JSON, in the order in which a board goes through them.</summary>
internal static class PackDocument
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly string[] PromiseHeaders = ["Reference", "Action", "Owner", "Due", "Status", "Since the last meeting"];

    public static string FileName(PackView pack) =>
        string.Create(CultureInfo.InvariantCulture, $"pack-{MeetingReaders.Key(pack.Body.Name)}-{pack.AsAt:yyyy-MM-dd}.docx");

    public static byte[] Of(PackView pack)
    {
        using var word = new WordDocument($"{pack.Body.Name}: pack", new(pack.AsAt, TimeOnly.MinValue, TimeSpan.Zero));
        word.Paragraph($"As at {PackWords.Day(pack.AsAt)}: what was known then, and nothing later.");
        Agenda(word, pack.Meeting);
        LastMeeting(word, pack.LastMeeting);
        Arising(word, pack);
        Plan(word, pack);
        DueDates(word, pack);
        Letters(word, pack);
        Protocols(word, pack);
        Version(word, pack.Version);
        return word.Save();
    }

    private static void Agenda(WordDocument word, MeetingView? meeting)
    {
        word.Heading(1, "This meeting");
        if (meeting is null)
        {
            word.Paragraph("No meeting was planned.");
            return;
        }

        word.Paragraph($"{meeting.Reference}: {meeting.Title}. {PackWords.When(meeting)}");
        word.Paragraph(meeting.Purpose ?? "Purpose not stated.");
        word.Table(
            "Agenda",
            "No agenda had been set.",
            ["Item", "What", "Presenter", "Papers"],
            [
                .. meeting.Agenda.Select(a =>
                    (IReadOnlyList<string>)
                        [
                            a.Position.ToString(CultureInfo.InvariantCulture),
                            a.Title,
                            a.Presenter ?? PackWords.NotStated,
                            string.Join('\n', a.Papers),
                        ]
                ),
            ]
        );
    }

    private static void LastMeeting(WordDocument word, PackMinutes? last)
    {
        word.Heading(1, "Last meeting");
        if (last is null)
        {
            word.Paragraph("The body had not met before.");
            return;
        }

        word.Paragraph($"{last.Meeting.Reference}: {last.Meeting.Title}. {PackWords.When(last.Meeting)}");
        word.Paragraph(last.Meeting.Purpose ?? "Purpose not stated.");
        word.Paragraph(last.Meeting.Outcome ?? "No outcome is on record.");
        word.Table(
            "Who came",
            "Who came is not on record.",
            ["Organisation", "Post", "Presence"],
            [
                .. last.Meeting.Attendance.Select(a =>
                    (IReadOnlyList<string>)
                        [
                            a.Organisation,
                            string.Join(", ", new[] { a.Post, a.Official }.Where(w => w is not null)),
                            PackWords.Of(a.Presence),
                        ]
                ),
            ]
        );
        word.Table(
            "Decisions",
            "No decision is on record.",
            ["Reference", "Decision"],
            [.. last.Decisions.Select(d => (IReadOnlyList<string>)[d.Reference, d.Text])]
        );
    }

    private static void Arising(WordDocument word, PackView pack)
    {
        word.Heading(1, "Actions arising");
        word.Table(
            "Actions arising from earlier meetings, neither done nor stopped",
            "None is open.",
            ["Reference", "Action", "From", "Owner", "Due", "Status"],
            [
                .. pack.Arising.Select(a =>
                    (IReadOnlyList<string>)
                        [
                            a.Reference,
                            a.PlanAction is { } inPlan ? $"{a.Title} ({inPlan} of the plan)" : a.Title,
                            a.Meeting,
                            a.Owner ?? PackWords.NotStated,
                            PackWords.Due(a.FirstDue, a.Due, null),
                            PackWords.Status(a.Status, a.DaysLate, a.StatusNote),
                        ]
                ),
            ]
        );
    }

    private static void Plan(WordDocument word, PackView pack)
    {
        var counts = pack.Counts;
        word.Heading(1, "The plan", onNewPage: true);
        word.Paragraph(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{counts.Total} actions: {counts.NotStarted} not started, {counts.UnderWay} under way, {counts.Done} done, {counts.Stopped} stopped; {counts.Overdue} overdue."
            )
        );
        foreach (var priority in pack.Priorities)
        {
            var title = priority.Title ?? "Other actions";
            word.Heading(2, priority.Reference is { } reference ? $"{reference}: {title}" : title);
            word.Table(
                title,
                "No actions yet.",
                PromiseHeaders,
                [
                    .. priority.Actions.Select(a =>
                        (IReadOnlyList<string>)
                            [
                                a.Reference,
                                a.Title,
                                string.Join('\n', a.Owners),
                                PackWords.Due(a.FirstDue, a.Due, a.DueText),
                                PackWords.Status(a.Status, a.DaysLate, a.StatusNote),
                                PackWords.Moved(a),
                            ]
                    ),
                ]
            );
        }
    }

    private static void DueDates(WordDocument word, PackView pack)
    {
        word.Heading(1, "Due dates that moved");
        word.Table(
            "Due dates that are not the first ones, with every move and its reason",
            "None moved.",
            ["Reference", "What", "First promised", "Due now", "Moves"],
            [
                .. pack.DueDatesMoved.Select(m =>
                    (IReadOnlyList<string>)
                        [
                            m.Reference,
                            m.Title,
                            PackWords.Day(m.FirstDue),
                            PackWords.Day(m.Due),
                            string.Join('\n', m.Moves.Select(PackWords.Of)),
                        ]
                ),
            ]
        );
    }

    private static void Letters(WordDocument word, PackView pack)
    {
        word.Heading(1, "Letters awaiting a reply");
        if (pack.Letters.Count == 0)
        {
            word.Paragraph("None.");
        }

        foreach (var (letter, asks, commitments) in pack.Letters)
        {
            word.Heading(2, $"{letter.Reference}: {letter.Subject}");
            word.Paragraph(
                $"From {letter.From} to {letter.To}, {PackWords.Day(letter.On)}. Reply due {PackWords.Day(letter.ReplyDue)}{PackWords.Late(letter.DaysLate)}."
            );
            word.List(asks.Select(a => $"{a.Reference}, asked of {a.AskedOf}: {a.Text} ({PackWords.Of(a.Status)})"));
            word.List(commitments.Select(c => $"{c.Reference}, committed to by {c.MadeBy}: {c.Text} ({PackWords.Of(c.Status)})"));
        }

        word.Heading(1, "Commitments not yet met");
        word.Table(
            "What others have bound themselves to",
            "None is open.",
            ["Reference", "Commitment", "Made by", "Due", "Status"],
            [
                .. pack.Commitments.Select(c =>
                    (IReadOnlyList<string>)
                        [c.Reference, c.Text, c.MadeBy, PackWords.Due(c.DueDate.FirstDue, c.DueDate.Due, null), PackWords.Of(c.Status)]
                ),
            ]
        );
    }

    private static void Protocols(WordDocument word, PackView pack)
    {
        word.Heading(1, "Protocols and guidance in progress");
        word.Table(
            "Protocols and guidance that are being worked on",
            "None.",
            ["Reference", "Title", "Stage", "Due", "Yet to endorse"],
            [
                .. pack.Protocols.Select(p =>
                    (IReadOnlyList<string>)
                        [
                            p.Reference,
                            p.Title,
                            string.Create(CultureInfo.InvariantCulture, $"{PackWords.Of(p.Status)}, version {p.VersionNumber}"),
                            PackWords.Due(p.DueDate.FirstDue, p.DueDate.Due, null) + PackWords.Late(p.DaysLate),
                            string.Join('\n', p.AwaitedClasses.Select(c => PackWords.Of(c))),
                        ]
                ),
            ]
        );
    }

    private static void Version(WordDocument word, PlanVersionView? version)
    {
        word.Heading(1, "Version of the plan before the body");
        if (version is null)
        {
            word.Paragraph("No version had been drawn.");
            return;
        }

        word.Paragraph(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{version.Reference}, version {version.Number}: {PackWords.Of(version.Stage)}. Content hash {version.ContentHash}."
            )
        );
        word.Table(
            "What was done with it",
            "Nothing.",
            ["Date", "What", "By", "Note"],
            [.. version.Acts.Select(a => (IReadOnlyList<string>)[PackWords.Day(a.On), PackWords.Of(a.Kind), a.Role, a.Note ?? ""])]
        );
    }
}

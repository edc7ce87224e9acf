namespace ChildQ.PoliceActionPlan.Protocols;

/// <summary>
/// What the database itself holds fast, whoever writes to it: drafts and their words, asks, endorsements, stages and review dates are appended
/// only, and with them what was published. Uses the function of <see cref="Plan.PlanInStone"/>.
/// </summary>
internal static class ProtocolsInStone
{
    private static readonly string[] Tables =
    [
        "protocol_drafts",
        "protocol_draft_texts",
        "protocol_endorsement_asks",
        "protocol_endorsements",
        "protocol_stages",
        "protocol_review_dates",
    ];

    public static string Up =>
        string.Concat(
            Tables.Select(t =>
                $"CREATE TRIGGER {t}_append_only BEFORE UPDATE OR DELETE ON {t} FOR EACH ROW EXECUTE FUNCTION plan_is_in_stone();\n"
            )
        );

    public static string Down => string.Concat(Tables.Select(t => $"DROP TRIGGER {t}_append_only ON {t};\n"));
}

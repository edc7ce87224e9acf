namespace ChildQ.PoliceActionPlan.Plan;

/// <summary>
/// What the database itself holds fast, whoever writes to it: contents and acts are appended only, and a ratified version stays as it is.
/// </summary>
internal static class PlanInStone
{
    public const string Up = """
        CREATE FUNCTION plan_is_in_stone() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
        CREATE TRIGGER plan_contents_append_only BEFORE UPDATE OR DELETE ON plan_contents
            FOR EACH ROW EXECUTE FUNCTION plan_is_in_stone();
        CREATE TRIGGER plan_acts_append_only BEFORE UPDATE OR DELETE ON plan_acts
            FOR EACH ROW EXECUTE FUNCTION plan_is_in_stone();
        CREATE TRIGGER plan_versions_ratified BEFORE UPDATE OR DELETE ON plan_versions
            FOR EACH ROW WHEN (OLD.stage = 'Ratified') EXECUTE FUNCTION plan_is_in_stone();
        CREATE FUNCTION plan_content_is_open() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN
            IF EXISTS (SELECT 1 FROM plan_versions WHERE id = NEW.plan_version_id AND stage = 'Ratified') THEN
                RAISE EXCEPTION 'a ratified version takes no other content';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER plan_contents_open BEFORE INSERT ON plan_contents
            FOR EACH ROW EXECUTE FUNCTION plan_content_is_open();
        """;

    public const string Down = """
        DROP TRIGGER plan_contents_open ON plan_contents;
        DROP TRIGGER plan_versions_ratified ON plan_versions;
        DROP TRIGGER plan_acts_append_only ON plan_acts;
        DROP TRIGGER plan_contents_append_only ON plan_contents;
        DROP FUNCTION plan_content_is_open();
        DROP FUNCTION plan_is_in_stone();
        """;
}

using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildQ.PoliceActionPlan.Migrations
{
    /// <inheritdoc />
    public partial class MinutesAndLateness : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_action_progress",
                table: "action_progress");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "appended_at",
                table: "meetings",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "cancelled_because",
                table: "meetings",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "cancelled_known_on",
                table: "meetings",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<TimeOnly>(
                name: "ends_at",
                table: "meetings",
                type: "time without time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "place",
                table: "meetings",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<TimeOnly>(
                name: "starts_at",
                table: "meetings",
                type: "time without time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "chases",
                table: "letters",
                type: "character varying(40)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "evidence",
                table: "commitment_outcomes",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "evidence",
                table: "ask_outcomes",
                type: "text",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_action_progress",
                table: "action_progress",
                column: "id");

            migrationBuilder.CreateTable(
                name: "body_actions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting = table.Column<string>(type: "character varying(40)", nullable: false),
                    body = table.Column<string>(type: "text", nullable: true),
                    owner = table.Column<string>(type: "text", nullable: true),
                    plan_action = table.Column<string>(type: "text", nullable: true),
                    sharing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    appended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    workstream = table.Column<string>(type: "text", nullable: false),
                    first_due = table.Column<DateOnly>(type: "date", nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    due_text = table.Column<string>(type: "text", nullable: true),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_body_actions", x => x.id);
                    table.ForeignKey(
                        name: "fk_body_actions_meetings_meeting",
                        column: x => x.meeting,
                        principalTable: "meetings",
                        principalColumn: "reference",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "chasers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    letter = table.Column<string>(type: "character varying(40)", nullable: false),
                    reply_due = table.Column<DateOnly>(type: "date", nullable: false),
                    from = table.Column<string>(type: "text", nullable: false),
                    to = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    draft = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    sent_as = table.Column<string>(type: "text", nullable: true),
                    dismissed_because = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true),
                    sharing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_chasers", x => x.id);
                    table.UniqueConstraint("ak_chasers_reference", x => x.reference);
                    table.ForeignKey(
                        name: "fk_chasers_letters_letter",
                        column: x => x.letter,
                        principalTable: "letters",
                        principalColumn: "reference",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting = table.Column<string>(type: "character varying(40)", nullable: false),
                    body = table.Column<string>(type: "text", nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    workstream = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true),
                    sharing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decisions", x => x.id);
                    table.UniqueConstraint("ak_decisions_reference", x => x.reference);
                    table.ForeignKey(
                        name: "fk_decisions_meetings_meeting",
                        column: x => x.meeting,
                        principalTable: "meetings",
                        principalColumn: "reference",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "late_notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_late_notices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "meeting_agenda",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    presenter = table.Column<string>(type: "text", nullable: true),
                    papers = table.Column<List<string>>(type: "text[]", nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    taken_off_on = table.Column<DateOnly>(type: "date", nullable: true),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_agenda", x => x.id);
                    table.ForeignKey(
                        name: "fk_meeting_agenda_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meetings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meeting_attendance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<string>(type: "text", nullable: false),
                    post = table.Column<string>(type: "text", nullable: true),
                    official = table.Column<string>(type: "text", nullable: true),
                    presence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_attendance", x => x.id);
                    table.ForeignKey(
                        name: "fk_meeting_attendance_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meetings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meeting_moves",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    moved_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_moves", x => x.id);
                    table.ForeignKey(
                        name: "fk_meeting_moves_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meetings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "body_action_due_date_moves",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    moved_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    promise_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_body_action_due_date_moves", x => x.id);
                    table.ForeignKey(
                        name: "fk_body_action_due_date_moves_body_actions_promise_id",
                        column: x => x.promise_id,
                        principalTable: "body_actions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "body_action_progress",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: true),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    promise_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_body_action_progress", x => x.id);
                    table.ForeignKey(
                        name: "fk_body_action_progress_body_actions_promise_id",
                        column: x => x.promise_id,
                        principalTable: "body_actions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_letters_chases",
                table: "letters",
                column: "chases");

            migrationBuilder.CreateIndex(
                name: "ix_body_action_due_date_moves_promise_id",
                table: "body_action_due_date_moves",
                column: "promise_id");

            migrationBuilder.CreateIndex(
                name: "ix_body_action_progress_promise_id",
                table: "body_action_progress",
                column: "promise_id");

            migrationBuilder.CreateIndex(
                name: "ix_body_actions_body",
                table: "body_actions",
                column: "body");

            migrationBuilder.CreateIndex(
                name: "ix_body_actions_meeting",
                table: "body_actions",
                column: "meeting");

            migrationBuilder.CreateIndex(
                name: "ix_body_actions_reference",
                table: "body_actions",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_body_actions_status_due",
                table: "body_actions",
                columns: new[] { "status", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_chasers_known_on",
                table: "chasers",
                column: "known_on");

            migrationBuilder.CreateIndex(
                name: "ix_chasers_letter_reply_due",
                table: "chasers",
                columns: new[] { "letter", "reply_due" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_decisions_body",
                table: "decisions",
                column: "body");

            migrationBuilder.CreateIndex(
                name: "ix_decisions_known_on",
                table: "decisions",
                column: "known_on");

            migrationBuilder.CreateIndex(
                name: "ix_decisions_meeting",
                table: "decisions",
                column: "meeting");

            migrationBuilder.CreateIndex(
                name: "ix_late_notices_kind_reference_due",
                table: "late_notices",
                columns: new[] { "kind", "reference", "due" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meeting_agenda_meeting_id",
                table: "meeting_agenda",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_attendance_meeting_id",
                table: "meeting_attendance",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_moves_meeting_id",
                table: "meeting_moves",
                column: "meeting_id");

            migrationBuilder.AddForeignKey(
                name: "fk_letters_letters_chases",
                table: "letters",
                column: "chases",
                principalTable: "letters",
                principalColumn: "reference",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_letters_letters_chases",
                table: "letters");

            migrationBuilder.DropTable(
                name: "body_action_due_date_moves");

            migrationBuilder.DropTable(
                name: "body_action_progress");

            migrationBuilder.DropTable(
                name: "chasers");

            migrationBuilder.DropTable(
                name: "decisions");

            migrationBuilder.DropTable(
                name: "late_notices");

            migrationBuilder.DropTable(
                name: "meeting_agenda");

            migrationBuilder.DropTable(
                name: "meeting_attendance");

            migrationBuilder.DropTable(
                name: "meeting_moves");

            migrationBuilder.DropTable(
                name: "body_actions");

            migrationBuilder.DropIndex(
                name: "ix_letters_chases",
                table: "letters");

            migrationBuilder.DropPrimaryKey(
                name: "PK_action_progress",
                table: "action_progress");

            migrationBuilder.DropColumn(
                name: "appended_at",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "cancelled_because",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "cancelled_known_on",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "ends_at",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "place",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "starts_at",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "chases",
                table: "letters");

            migrationBuilder.DropColumn(
                name: "evidence",
                table: "commitment_outcomes");

            migrationBuilder.DropColumn(
                name: "evidence",
                table: "ask_outcomes");

            migrationBuilder.AddPrimaryKey(
                name: "pk_action_progress",
                table: "action_progress",
                column: "id");
        }
    }
}

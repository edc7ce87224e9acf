using ChildQ.PoliceActionPlan.Protocols;
using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildQ.PoliceActionPlan.Migrations
{
    /// <inheritdoc />
    public partial class ProtocolDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "organisation",
                table: "protocol_working_group_members",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<DateOnly>(
                name: "joined_on",
                table: "protocol_working_group_members",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "known_on",
                table: "protocol_working_group_members",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "leaving_known_on",
                table: "protocol_working_group_members",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "left_on",
                table: "protocol_working_group_members",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "draft",
                table: "protocol_stages",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "draft",
                table: "protocol_endorsements",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "hash",
                table: "protocol_endorsements",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "known_on",
                table: "protocol_endorsements",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.CreateTable(
                name: "protocol_draft_comments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    protocol_id = table.Column<Guid>(type: "uuid", nullable: false),
                    draft = table.Column<int>(type: "integer", nullable: false),
                    draft_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    about = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(40)", maxLength: 40, nullable: true),
                    organisation = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_up = table.Column<bool>(type: "boolean", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protocol_draft_comments", x => x.id);
                    table.ForeignKey(
                        name: "fk_protocol_draft_comments_protocols_protocol_id",
                        column: x => x.protocol_id,
                        principalTable: "protocols",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "protocol_draft_texts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    protocol_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    canonical = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protocol_draft_texts", x => x.id);
                    table.ForeignKey(
                        name: "fk_protocol_draft_texts_protocols_protocol_id",
                        column: x => x.protocol_id,
                        principalTable: "protocols",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "protocol_drafts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    version_number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    what_changed = table.Column<string>(type: "text", nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    protocol_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protocol_drafts", x => x.id);
                    table.ForeignKey(
                        name: "fk_protocol_drafts_protocols_protocol_id",
                        column: x => x.protocol_id,
                        principalTable: "protocols",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "protocol_endorsement_asks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(40)", maxLength: 40, nullable: false),
                    draft = table.Column<int>(type: "integer", nullable: false),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    protocol_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protocol_endorsement_asks", x => x.id);
                    table.ForeignKey(
                        name: "fk_protocol_endorsement_asks_protocols_protocol_id",
                        column: x => x.protocol_id,
                        principalTable: "protocols",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "protocol_review_dates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    version_number = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    protocol_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protocol_review_dates", x => x.id);
                    table.ForeignKey(
                        name: "fk_protocol_review_dates_protocols_protocol_id",
                        column: x => x.protocol_id,
                        principalTable: "protocols",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_protocol_draft_comments_protocol_id_recorded_at_id",
                table: "protocol_draft_comments",
                columns: new[] { "protocol_id", "recorded_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_protocol_draft_texts_protocol_id_number",
                table: "protocol_draft_texts",
                columns: new[] { "protocol_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_protocol_drafts_protocol_id_number",
                table: "protocol_drafts",
                columns: new[] { "protocol_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_protocol_endorsement_asks_protocol_id",
                table: "protocol_endorsement_asks",
                column: "protocol_id");

            migrationBuilder.CreateIndex(
                name: "ix_protocol_review_dates_protocol_id",
                table: "protocol_review_dates",
                column: "protocol_id");

            // Who was in a working group before memberships were dated had been in it since the work was known, as far as is known.
            migrationBuilder.Sql(
                """
                UPDATE protocol_working_group_members m SET joined_on = p.known_on, known_on = p.known_on
                FROM protocols p WHERE p.id = m.protocol_id;
                UPDATE protocol_endorsements SET known_on = (recorded_at AT TIME ZONE 'Europe/London')::date;
                """);
            migrationBuilder.Sql(ProtocolsInStone.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(ProtocolsInStone.Down);

            migrationBuilder.DropTable(
                name: "protocol_draft_comments");

            migrationBuilder.DropTable(
                name: "protocol_draft_texts");

            migrationBuilder.DropTable(
                name: "protocol_drafts");

            migrationBuilder.DropTable(
                name: "protocol_endorsement_asks");

            migrationBuilder.DropTable(
                name: "protocol_review_dates");

            migrationBuilder.DropColumn(
                name: "joined_on",
                table: "protocol_working_group_members");

            migrationBuilder.DropColumn(
                name: "known_on",
                table: "protocol_working_group_members");

            migrationBuilder.DropColumn(
                name: "leaving_known_on",
                table: "protocol_working_group_members");

            migrationBuilder.DropColumn(
                name: "left_on",
                table: "protocol_working_group_members");

            migrationBuilder.DropColumn(
                name: "draft",
                table: "protocol_stages");

            migrationBuilder.DropColumn(
                name: "draft",
                table: "protocol_endorsements");

            migrationBuilder.DropColumn(
                name: "hash",
                table: "protocol_endorsements");

            migrationBuilder.DropColumn(
                name: "known_on",
                table: "protocol_endorsements");

            migrationBuilder.AlterColumn<string>(
                name: "organisation",
                table: "protocol_working_group_members",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(100)",
                oldMaxLength: 100);
        }
    }
}

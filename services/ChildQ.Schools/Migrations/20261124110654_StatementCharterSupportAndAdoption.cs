using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildQ.Schools.Migrations
{
    /// <inheritdoc />
    public partial class StatementCharterSupportAndAdoption : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "adopted_on",
                table: "guidance_receipts",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "adoption_known_on",
                table: "guidance_receipts",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "adoption_recorded_as",
                table: "guidance_receipts",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "escalated_on",
                table: "guidance_receipts",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "minute_reference",
                table: "guidance_receipts",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "reminded_on",
                table: "guidance_receipts",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "headteachers_statements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    school_id = table.Column<Guid>(type: "uuid", nullable: false),
                    appended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_headteachers_statements", x => x.id);
                    table.ForeignKey(
                        name: "fk_headteachers_statements_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "inclusion_charters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    school_id = table.Column<Guid>(type: "uuid", nullable: false),
                    appended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inclusion_charters", x => x.id);
                    table.ForeignKey(
                        name: "fk_inclusion_charters_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "school_support",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    school_id = table.Column<Guid>(type: "uuid", nullable: false),
                    appended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_school_support", x => x.id);
                    table.ForeignKey(
                        name: "fk_school_support_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "headteachers_statement_acts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    commits = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    on_behalf = table.Column<bool>(type: "boolean", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_headteachers_statement_acts", x => x.id);
                    table.ForeignKey(
                        name: "fk_headteachers_statement_acts_headteachers_statements_record_",
                        column: x => x.record_id,
                        principalTable: "headteachers_statements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "inclusion_charter_inputs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    voice = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inclusion_charter_inputs", x => x.id);
                    table.ForeignKey(
                        name: "fk_inclusion_charter_inputs_inclusion_charters_record_id",
                        column: x => x.record_id,
                        principalTable: "inclusion_charters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "inclusion_charter_metrics",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<decimal>(type: "numeric", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inclusion_charter_metrics", x => x.id);
                    table.ForeignKey(
                        name: "fk_inclusion_charter_metrics_inclusion_charters_record_id",
                        column: x => x.record_id,
                        principalTable: "inclusion_charters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "inclusion_charter_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inclusion_charter_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_inclusion_charter_steps_inclusion_charters_record_id",
                        column: x => x.record_id,
                        principalTable: "inclusion_charters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "school_support_acts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    support = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_school_support_acts", x => x.id);
                    table.ForeignKey(
                        name: "fk_school_support_acts_school_support_record_id",
                        column: x => x.record_id,
                        principalTable: "school_support",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_guidance_receipts_awaiting_since",
                table: "guidance_receipts",
                column: "awaiting_since",
                filter: "acknowledged_on IS NULL AND escalated_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_headteachers_statement_acts_record_id",
                table: "headteachers_statement_acts",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "ix_headteachers_statements_school_id",
                table: "headteachers_statements",
                column: "school_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inclusion_charter_inputs_record_id",
                table: "inclusion_charter_inputs",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "ix_inclusion_charter_metrics_record_id",
                table: "inclusion_charter_metrics",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "ix_inclusion_charter_steps_record_id",
                table: "inclusion_charter_steps",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "ix_inclusion_charters_school_id",
                table: "inclusion_charters",
                column: "school_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_school_support_school_id",
                table: "school_support",
                column: "school_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_school_support_acts_record_id",
                table: "school_support_acts",
                column: "record_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "headteachers_statement_acts");

            migrationBuilder.DropTable(
                name: "inclusion_charter_inputs");

            migrationBuilder.DropTable(
                name: "inclusion_charter_metrics");

            migrationBuilder.DropTable(
                name: "inclusion_charter_steps");

            migrationBuilder.DropTable(
                name: "school_support_acts");

            migrationBuilder.DropTable(
                name: "headteachers_statements");

            migrationBuilder.DropTable(
                name: "inclusion_charters");

            migrationBuilder.DropTable(
                name: "school_support");

            migrationBuilder.DropIndex(
                name: "ix_guidance_receipts_awaiting_since",
                table: "guidance_receipts");

            migrationBuilder.DropColumn(
                name: "adopted_on",
                table: "guidance_receipts");

            migrationBuilder.DropColumn(
                name: "adoption_known_on",
                table: "guidance_receipts");

            migrationBuilder.DropColumn(
                name: "adoption_recorded_as",
                table: "guidance_receipts");

            migrationBuilder.DropColumn(
                name: "escalated_on",
                table: "guidance_receipts");

            migrationBuilder.DropColumn(
                name: "minute_reference",
                table: "guidance_receipts");

            migrationBuilder.DropColumn(
                name: "reminded_on",
                table: "guidance_receipts");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildQ.Schools.Migrations
{
    /// <inheritdoc />
    public partial class PoliceVisits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "police_visits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    urn = table.Column<int>(type: "integer", nullable: false),
                    revisions = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    details_asked_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_at = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    details_attended = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_note = table.Column<string>(type: "text", nullable: true),
                    details_officers = table.Column<int>(type: "integer", nullable: true),
                    details_on = table.Column<DateOnly>(type: "date", nullable: false),
                    details_outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_why = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_police_visits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "police_visit_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    visit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    urn = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    details_asked_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_at = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    details_attended = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_note = table.Column<string>(type: "text", nullable: true),
                    details_officers = table.Column<int>(type: "integer", nullable: true),
                    details_on = table.Column<DateOnly>(type: "date", nullable: false),
                    details_outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_why = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_police_visit_records", x => x.id);
                    table.ForeignKey(
                        name: "fk_police_visit_records_police_visits_visit_id",
                        column: x => x.visit_id,
                        principalTable: "police_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "searches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    visit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revisions = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    details_age_band = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_appropriate_adult = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_ethnic_group = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_found = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_parent_informed_before = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_pupil_premium = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_safeguarding_lead = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_send = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_senior_officer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_sex = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_year_group = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_searches", x => x.id);
                    table.ForeignKey(
                        name: "fk_searches_visits_visit_id",
                        column: x => x.visit_id,
                        principalTable: "police_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "search_concerns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    search_id = table.Column<Guid>(type: "uuid", nullable: false),
                    missing = table.Column<string[]>(type: "text[]", nullable: false),
                    raised_on = table.Column<DateOnly>(type: "date", nullable: false),
                    take_up_by = table.Column<DateOnly>(type: "date", nullable: false),
                    taken_up_on = table.Column<DateOnly>(type: "date", nullable: true),
                    taken_up_by = table.Column<string>(type: "text", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    learning = table.Column<string>(type: "text", nullable: true),
                    delay_told_on = table.Column<DateOnly>(type: "date", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_concerns", x => x.id);
                    table.ForeignKey(
                        name: "fk_search_concerns_searches_search_id",
                        column: x => x.search_id,
                        principalTable: "searches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "search_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    search_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    details_age_band = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_appropriate_adult = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_ethnic_group = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_found = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_parent_informed_before = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_pupil_premium = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_safeguarding_lead = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_send = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_senior_officer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_sex = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_year_group = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_records", x => x.id);
                    table.ForeignKey(
                        name: "fk_search_records_searches_search_id",
                        column: x => x.search_id,
                        principalTable: "searches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "search_concern_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    concern_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    handler = table.Column<string>(type: "text", nullable: false),
                    recorded_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_concern_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_search_concern_steps_search_concerns_concern_id",
                        column: x => x.concern_id,
                        principalTable: "search_concerns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_police_visit_records_urn",
                table: "police_visit_records",
                column: "urn");

            migrationBuilder.CreateIndex(
                name: "ix_police_visit_records_visit_id_sequence",
                table: "police_visit_records",
                columns: new[] { "visit_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_police_visits_urn",
                table: "police_visits",
                column: "urn");

            migrationBuilder.CreateIndex(
                name: "ix_search_concern_steps_concern_id",
                table: "search_concern_steps",
                column: "concern_id");

            migrationBuilder.CreateIndex(
                name: "ix_search_concerns_raised_on",
                table: "search_concerns",
                column: "raised_on");

            migrationBuilder.CreateIndex(
                name: "ix_search_concerns_reference",
                table: "search_concerns",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_search_concerns_search_id",
                table: "search_concerns",
                column: "search_id");

            migrationBuilder.CreateIndex(
                name: "ix_search_records_search_id_sequence",
                table: "search_records",
                columns: new[] { "search_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_searches_visit_id",
                table: "searches",
                column: "visit_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "police_visit_records");

            migrationBuilder.DropTable(
                name: "search_concern_steps");

            migrationBuilder.DropTable(
                name: "search_records");

            migrationBuilder.DropTable(
                name: "search_concerns");

            migrationBuilder.DropTable(
                name: "searches");

            migrationBuilder.DropTable(
                name: "police_visits");
        }
    }
}

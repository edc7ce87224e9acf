using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ChildQ.Schools.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_log",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<string>(type: "text", nullable: false),
                    change = table.Column<string>(type: "text", nullable: false),
                    before = table.Column<string>(type: "text", nullable: true),
                    after = table.Column<string>(type: "text", nullable: true),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_log", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "idempotent_requests",
                columns: table => new
                {
                    key = table.Column<byte[]>(type: "bytea", nullable: false),
                    body_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: true),
                    location = table.Column<string>(type: "text", nullable: true),
                    e_tag = table.Column<string>(type: "text", nullable: true),
                    body = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotent_requests", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consumer = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => new { x.message_id, x.consumer });
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    aggregate = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    trace_parent = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "published_guidance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    protocol_id = table.Column<Guid>(type: "uuid", nullable: false),
                    protocol_version = table.Column<int>(type: "integer", nullable: false),
                    reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    superseded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_published_guidance", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "schools",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    urn = table.Column<int>(type: "integer", nullable: false),
                    revisions = table.Column<int>(type: "integer", nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    details_chair_of_governors = table.Column<string>(type: "text", nullable: true),
                    details_closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    details_establishment_number = table.Column<int>(type: "integer", nullable: true),
                    details_head_first_name = table.Column<string>(type: "text", nullable: true),
                    details_head_last_name = table.Column<string>(type: "text", nullable: true),
                    details_head_title = table.Column<string>(type: "text", nullable: true),
                    details_local_authority_code = table.Column<int>(type: "integer", nullable: false),
                    details_name = table.Column<string>(type: "text", nullable: false),
                    details_opened_on = table.Column<DateOnly>(type: "date", nullable: true),
                    details_phase = table.Column<string>(type: "text", nullable: false),
                    details_postcode = table.Column<string>(type: "text", nullable: true),
                    details_pupils = table.Column<int>(type: "integer", nullable: true),
                    details_status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_trust = table.Column<string>(type: "text", nullable: true),
                    details_type = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_schools", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section = table.Column<string>(type: "text", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    detail = table.Column<string>(type: "text", nullable: true),
                    owner = table.Column<string>(type: "text", nullable: true),
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
                    table.PrimaryKey("pk_steps", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "guidance_receipts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    guidance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    school_id = table.Column<Guid>(type: "uuid", nullable: false),
                    awaiting_since = table.Column<DateOnly>(type: "date", nullable: false),
                    acknowledged_on = table.Column<DateOnly>(type: "date", nullable: true),
                    acknowledged_as = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    acknowledged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guidance_receipts", x => x.id);
                    table.ForeignKey(
                        name: "fk_guidance_receipts_guidance_guidance_id",
                        column: x => x.guidance_id,
                        principalTable: "published_guidance",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_guidance_receipts_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "school_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    school_id = table.Column<Guid>(type: "uuid", nullable: false),
                    urn = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    details_chair_of_governors = table.Column<string>(type: "text", nullable: true),
                    details_closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    details_establishment_number = table.Column<int>(type: "integer", nullable: true),
                    details_head_first_name = table.Column<string>(type: "text", nullable: true),
                    details_head_last_name = table.Column<string>(type: "text", nullable: true),
                    details_head_title = table.Column<string>(type: "text", nullable: true),
                    details_local_authority_code = table.Column<int>(type: "integer", nullable: false),
                    details_name = table.Column<string>(type: "text", nullable: false),
                    details_opened_on = table.Column<DateOnly>(type: "date", nullable: true),
                    details_phase = table.Column<string>(type: "text", nullable: false),
                    details_postcode = table.Column<string>(type: "text", nullable: true),
                    details_pupils = table.Column<int>(type: "integer", nullable: true),
                    details_status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details_trust = table.Column<string>(type: "text", nullable: true),
                    details_type = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_school_records", x => x.id);
                    table.ForeignKey(
                        name: "fk_school_records_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "step_due_date_moves",
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
                    table.PrimaryKey("pk_step_due_date_moves", x => x.id);
                    table.ForeignKey(
                        name: "fk_step_due_date_moves_steps_promise_id",
                        column: x => x.promise_id,
                        principalTable: "steps",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "step_progress",
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
                    table.PrimaryKey("pk_step_progress", x => x.id);
                    table.ForeignKey(
                        name: "fk_step_progress_steps_promise_id",
                        column: x => x.promise_id,
                        principalTable: "steps",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_log_subject_subject_id",
                table: "audit_log",
                columns: new[] { "subject", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_guidance_receipts_guidance_id_school_id",
                table: "guidance_receipts",
                columns: new[] { "guidance_id", "school_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_guidance_receipts_school_id",
                table: "guidance_receipts",
                column: "school_id");

            migrationBuilder.CreateIndex(
                name: "ix_idempotent_requests_at",
                table: "idempotent_requests",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_published_guidance_protocol_id_protocol_version",
                table: "published_guidance",
                columns: new[] { "protocol_id", "protocol_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_school_records_school_id_sequence",
                table: "school_records",
                columns: new[] { "school_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_school_records_urn",
                table: "school_records",
                column: "urn");

            migrationBuilder.CreateIndex(
                name: "ix_schools_urn",
                table: "schools",
                column: "urn",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_step_due_date_moves_promise_id",
                table: "step_due_date_moves",
                column: "promise_id");

            migrationBuilder.CreateIndex(
                name: "ix_step_progress_promise_id",
                table: "step_progress",
                column: "promise_id");

            migrationBuilder.CreateIndex(
                name: "ix_steps_reference",
                table: "steps",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_steps_status_due",
                table: "steps",
                columns: new[] { "status", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_steps_workstream_reference",
                table: "steps",
                columns: new[] { "workstream", "reference" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_log");

            migrationBuilder.DropTable(
                name: "guidance_receipts");

            migrationBuilder.DropTable(
                name: "idempotent_requests");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "school_records");

            migrationBuilder.DropTable(
                name: "step_due_date_moves");

            migrationBuilder.DropTable(
                name: "step_progress");

            migrationBuilder.DropTable(
                name: "published_guidance");

            migrationBuilder.DropTable(
                name: "schools");

            migrationBuilder.DropTable(
                name: "steps");
        }
    }
}

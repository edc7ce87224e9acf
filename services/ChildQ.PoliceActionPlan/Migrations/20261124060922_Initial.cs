using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ChildQ.PoliceActionPlan.Migrations
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
                name: "bodies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: true),
                    chair = table.Column<string>(type: "text", nullable: true),
                    members = table.Column<List<string>>(type: "text[]", nullable: false),
                    cadence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reports_to = table.Column<string>(type: "character varying(40)", nullable: true),
                    established_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    workstream = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true),
                    sharing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bodies", x => x.id);
                    table.UniqueConstraint("ak_bodies_reference", x => x.reference);
                    table.ForeignKey(
                        name: "fk_bodies_bodies_reports_to",
                        column: x => x.reports_to,
                        principalTable: "bodies",
                        principalColumn: "reference",
                        onDelete: ReferentialAction.Restrict);
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
                name: "letters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    direction = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: true),
                    from = table.Column<string>(type: "text", nullable: false),
                    to = table.Column<string>(type: "text", nullable: false),
                    signatories = table.Column<List<string>>(type: "text[]", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: true),
                    reply_due = table.Column<DateOnly>(type: "date", nullable: true),
                    in_reply_to = table.Column<string>(type: "character varying(40)", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true),
                    sharing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letters", x => x.id);
                    table.UniqueConstraint("ak_letters_reference", x => x.reference);
                    table.ForeignKey(
                        name: "fk_letters_letters_in_reply_to",
                        column: x => x.in_reply_to,
                        principalTable: "letters",
                        principalColumn: "reference",
                        onDelete: ReferentialAction.Restrict);
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
                name: "priorities",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true),
                    sharing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_priorities", x => x.id);
                    table.UniqueConstraint("ak_priorities_reference", x => x.reference);
                });

            migrationBuilder.CreateTable(
                name: "protocols",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    aim = table.Column<string>(type: "text", nullable: true),
                    stakeholder_classes = table.Column<string[]>(type: "text[]", nullable: false),
                    version_number = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true),
                    sharing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    first_due = table.Column<DateOnly>(type: "date", nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    appended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protocols", x => x.id);
                    table.UniqueConstraint("ak_protocols_reference", x => x.reference);
                });

            migrationBuilder.CreateTable(
                name: "meetings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(40)", nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    attended_by = table.Column<List<string>>(type: "text[]", nullable: false),
                    independently_facilitated = table.Column<bool>(type: "boolean", nullable: true),
                    workstream = table.Column<string>(type: "text", nullable: false),
                    held_known_on = table.Column<DateOnly>(type: "date", nullable: true),
                    planned_on = table.Column<DateOnly>(type: "date", nullable: true),
                    expected = table.Column<List<string>>(type: "text[]", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true),
                    sharing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meetings", x => x.id);
                    table.UniqueConstraint("ak_meetings_reference", x => x.reference);
                    table.ForeignKey(
                        name: "fk_meetings_bodies_body",
                        column: x => x.body,
                        principalTable: "bodies",
                        principalColumn: "reference",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "asks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    letter = table.Column<string>(type: "character varying(40)", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    asked_of = table.Column<string>(type: "text", nullable: false),
                    appended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true),
                    sharing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asks", x => x.id);
                    table.UniqueConstraint("ak_asks_reference", x => x.reference);
                    table.ForeignKey(
                        name: "fk_asks_letters_letter",
                        column: x => x.letter,
                        principalTable: "letters",
                        principalColumn: "reference",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "commitments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    letter = table.Column<string>(type: "character varying(40)", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    made_by = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true),
                    sharing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    first_due = table.Column<DateOnly>(type: "date", nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    appended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commitments", x => x.id);
                    table.UniqueConstraint("ak_commitments_reference", x => x.reference);
                    table.ForeignKey(
                        name: "fk_commitments_letters_letter",
                        column: x => x.letter,
                        principalTable: "letters",
                        principalColumn: "reference",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "actions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    priority = table.Column<string>(type: "character varying(40)", nullable: false),
                    commitment = table.Column<string>(type: "text", nullable: false),
                    owner_organisations = table.Column<List<string>>(type: "text[]", nullable: false),
                    outcome_measure = table.Column<string>(type: "text", nullable: true),
                    baseline = table.Column<string>(type: "text", nullable: true),
                    target = table.Column<string>(type: "text", nullable: true),
                    start = table.Column<DateOnly>(type: "date", nullable: true),
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
                    table.PrimaryKey("pk_actions", x => x.id);
                    table.ForeignKey(
                        name: "fk_actions_priorities_priority",
                        column: x => x.priority,
                        principalTable: "priorities",
                        principalColumn: "reference",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "protocol_due_date_moves",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    moved_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protocol_due_date_moves", x => x.id);
                    table.ForeignKey(
                        name: "fk_protocol_due_date_moves_protocols_entry_id",
                        column: x => x.entry_id,
                        principalTable: "protocols",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "protocol_endorsements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(40)", maxLength: 40, nullable: false),
                    version_number = table.Column<int>(type: "integer", nullable: false),
                    organisation = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    protocol_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protocol_endorsements", x => x.id);
                    table.ForeignKey(
                        name: "fk_protocol_endorsements_protocols_protocol_id",
                        column: x => x.protocol_id,
                        principalTable: "protocols",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "protocol_stages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version_number = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: true),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    protocol_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protocol_stages", x => x.id);
                    table.ForeignKey(
                        name: "fk_protocol_stages_protocols_protocol_id",
                        column: x => x.protocol_id,
                        principalTable: "protocols",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "protocol_working_group_members",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(40)", maxLength: 40, nullable: false),
                    organisation = table.Column<string>(type: "text", nullable: false),
                    protocol_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protocol_working_group_members", x => x.id);
                    table.ForeignKey(
                        name: "fk_protocol_working_group_members_protocols_protocol_id",
                        column: x => x.protocol_id,
                        principalTable: "protocols",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ask_outcomes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: true),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ask_outcomes", x => x.id);
                    table.ForeignKey(
                        name: "fk_ask_outcomes_asks_entry_id",
                        column: x => x.entry_id,
                        principalTable: "asks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "commitment_due_date_moves",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    moved_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commitment_due_date_moves", x => x.id);
                    table.ForeignKey(
                        name: "fk_commitment_due_date_moves_commitments_entry_id",
                        column: x => x.entry_id,
                        principalTable: "commitments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "commitment_outcomes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: true),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commitment_outcomes", x => x.id);
                    table.ForeignKey(
                        name: "fk_commitment_outcomes_commitments_entry_id",
                        column: x => x.entry_id,
                        principalTable: "commitments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "action_due_date_moves",
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
                    table.PrimaryKey("PK_action_due_date_moves", x => x.id);
                    table.ForeignKey(
                        name: "fk_action_due_date_moves_actions_promise_id",
                        column: x => x.promise_id,
                        principalTable: "actions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "action_progress",
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
                    table.PrimaryKey("pk_action_progress", x => x.id);
                    table.ForeignKey(
                        name: "fk_action_progress_actions_promise_id",
                        column: x => x.promise_id,
                        principalTable: "actions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_action_due_date_moves_promise_id",
                table: "action_due_date_moves",
                column: "promise_id");

            migrationBuilder.CreateIndex(
                name: "ix_action_progress_promise_id",
                table: "action_progress",
                column: "promise_id");

            migrationBuilder.CreateIndex(
                name: "ix_actions_owner_organisations",
                table: "actions",
                column: "owner_organisations")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_actions_priority",
                table: "actions",
                column: "priority");

            migrationBuilder.CreateIndex(
                name: "ix_actions_reference",
                table: "actions",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_actions_status_due",
                table: "actions",
                columns: new[] { "status", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_ask_outcomes_entry_id",
                table: "ask_outcomes",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_asks_known_on",
                table: "asks",
                column: "known_on");

            migrationBuilder.CreateIndex(
                name: "ix_asks_letter",
                table: "asks",
                column: "letter");

            migrationBuilder.CreateIndex(
                name: "ix_audit_log_subject_subject_id",
                table: "audit_log",
                columns: new[] { "subject", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_bodies_known_on",
                table: "bodies",
                column: "known_on");

            migrationBuilder.CreateIndex(
                name: "ix_bodies_reports_to",
                table: "bodies",
                column: "reports_to");

            migrationBuilder.CreateIndex(
                name: "ix_commitment_due_date_moves_entry_id",
                table: "commitment_due_date_moves",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_commitment_outcomes_entry_id",
                table: "commitment_outcomes",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_commitments_due",
                table: "commitments",
                column: "due");

            migrationBuilder.CreateIndex(
                name: "ix_commitments_known_on",
                table: "commitments",
                column: "known_on");

            migrationBuilder.CreateIndex(
                name: "ix_commitments_letter",
                table: "commitments",
                column: "letter");

            migrationBuilder.CreateIndex(
                name: "ix_idempotent_requests_at",
                table: "idempotent_requests",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_letters_in_reply_to",
                table: "letters",
                column: "in_reply_to");

            migrationBuilder.CreateIndex(
                name: "ix_letters_known_on",
                table: "letters",
                column: "known_on");

            migrationBuilder.CreateIndex(
                name: "ix_letters_reply_due",
                table: "letters",
                column: "reply_due");

            migrationBuilder.CreateIndex(
                name: "ix_meetings_body",
                table: "meetings",
                column: "body");

            migrationBuilder.CreateIndex(
                name: "ix_meetings_known_on",
                table: "meetings",
                column: "known_on");

            migrationBuilder.CreateIndex(
                name: "ix_meetings_on",
                table: "meetings",
                column: "on");

            migrationBuilder.CreateIndex(
                name: "ix_priorities_known_on",
                table: "priorities",
                column: "known_on");

            migrationBuilder.CreateIndex(
                name: "ix_protocol_due_date_moves_entry_id",
                table: "protocol_due_date_moves",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_protocol_endorsements_protocol_id",
                table: "protocol_endorsements",
                column: "protocol_id");

            migrationBuilder.CreateIndex(
                name: "ix_protocol_stages_protocol_id",
                table: "protocol_stages",
                column: "protocol_id");

            migrationBuilder.CreateIndex(
                name: "ix_protocol_working_group_members_protocol_id",
                table: "protocol_working_group_members",
                column: "protocol_id");

            migrationBuilder.CreateIndex(
                name: "ix_protocols_due",
                table: "protocols",
                column: "due");

            migrationBuilder.CreateIndex(
                name: "ix_protocols_known_on",
                table: "protocols",
                column: "known_on");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "action_due_date_moves");

            migrationBuilder.DropTable(
                name: "action_progress");

            migrationBuilder.DropTable(
                name: "ask_outcomes");

            migrationBuilder.DropTable(
                name: "audit_log");

            migrationBuilder.DropTable(
                name: "commitment_due_date_moves");

            migrationBuilder.DropTable(
                name: "commitment_outcomes");

            migrationBuilder.DropTable(
                name: "idempotent_requests");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "meetings");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "protocol_due_date_moves");

            migrationBuilder.DropTable(
                name: "protocol_endorsements");

            migrationBuilder.DropTable(
                name: "protocol_stages");

            migrationBuilder.DropTable(
                name: "protocol_working_group_members");

            migrationBuilder.DropTable(
                name: "actions");

            migrationBuilder.DropTable(
                name: "asks");

            migrationBuilder.DropTable(
                name: "commitments");

            migrationBuilder.DropTable(
                name: "bodies");

            migrationBuilder.DropTable(
                name: "protocols");

            migrationBuilder.DropTable(
                name: "priorities");

            migrationBuilder.DropTable(
                name: "letters");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildQ.PoliceActionPlan.Migrations
{
    /// <inheritdoc />
    public partial class ActionsInFull : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_actions_owner_organisations",
                table: "actions");

            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,");

            migrationBuilder.CreateTable(
                name: "action_evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: true),
                    address = table.Column<string>(type: "text", nullable: true),
                    document = table.Column<string>(type: "text", nullable: true),
                    sharing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    action_id = table.Column<Guid>(type: "uuid", nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_because = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_action_evidence", x => x.id);
                    table.ForeignKey(
                        name: "fk_action_evidence_actions_action_id",
                        column: x => x.action_id,
                        principalTable: "actions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "action_measures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    number = table.Column<decimal>(type: "numeric", nullable: true),
                    unit = table.Column<string>(type: "text", nullable: true),
                    words = table.Column<string>(type: "text", nullable: true),
                    counts_people = table.Column<bool>(type: "boolean", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    action_id = table.Column<Guid>(type: "uuid", nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_because = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_action_measures", x => x.id);
                    table.ForeignKey(
                        name: "fk_action_measures_actions_action_id",
                        column: x => x.action_id,
                        principalTable: "actions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "action_owners",
                columns: table => new
                {
                    owner = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    action_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_action_owners", x => new { x.owner, x.reference, x.action_id });
                    table.ForeignKey(
                        name: "fk_action_owners_actions_action_id",
                        column: x => x.action_id,
                        principalTable: "actions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "linkables",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    framework = table.Column<string>(type: "text", nullable: true),
                    path = table.Column<string>(type: "text", nullable: true),
                    happened = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true),
                    sharing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_linkables", x => x.id);
                    table.UniqueConstraint("ak_linkables_reference", x => x.reference);
                });

            migrationBuilder.CreateTable(
                name: "action_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    linkable_id = table.Column<Guid>(type: "uuid", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    action_id = table.Column<Guid>(type: "uuid", nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_because = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_action_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_action_links_actions_action_id",
                        column: x => x.action_id,
                        principalTable: "actions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_action_links_linkables_linkable_id",
                        column: x => x.linkable_id,
                        principalTable: "linkables",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_actions_title_commitment_reference",
                table: "actions",
                columns: new[] { "title", "commitment", "reference" })
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops", "gin_trgm_ops", "gin_trgm_ops" })
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            migrationBuilder.CreateIndex(
                name: "ix_action_evidence_action_id_recorded_at_id",
                table: "action_evidence",
                columns: new[] { "action_id", "recorded_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_action_links_action_id_recorded_at_id",
                table: "action_links",
                columns: new[] { "action_id", "recorded_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_action_links_linkable_id",
                table: "action_links",
                column: "linkable_id");

            migrationBuilder.CreateIndex(
                name: "ix_action_links_standing",
                table: "action_links",
                columns: new[] { "action_id", "linkable_id" },
                unique: true,
                filter: "withdrawn_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_action_measures_action_id_on_id",
                table: "action_measures",
                columns: new[] { "action_id", "on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_action_owners_action_id",
                table: "action_owners",
                column: "action_id");

            migrationBuilder.CreateIndex(
                name: "ix_linkables_kind_reference",
                table: "linkables",
                columns: new[] { "kind", "reference" });

            migrationBuilder.CreateIndex(
                name: "ix_linkables_known_on",
                table: "linkables",
                column: "known_on");

            migrationBuilder.Sql(Actions.ActionOwnerMapping.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Actions.ActionOwnerMapping.Down);

            migrationBuilder.DropTable(
                name: "action_evidence");

            migrationBuilder.DropTable(
                name: "action_links");

            migrationBuilder.DropTable(
                name: "action_measures");

            migrationBuilder.DropTable(
                name: "action_owners");

            migrationBuilder.DropTable(
                name: "linkables");

            migrationBuilder.DropIndex(
                name: "ix_actions_title_commitment_reference",
                table: "actions");

            migrationBuilder.AlterDatabase()
                .OldAnnotation("Npgsql:PostgresExtension:pg_trgm", ",,");

            migrationBuilder.CreateIndex(
                name: "ix_actions_owner_organisations",
                table: "actions",
                column: "owner_organisations")
                .Annotation("Npgsql:IndexMethod", "gin");
        }
    }
}

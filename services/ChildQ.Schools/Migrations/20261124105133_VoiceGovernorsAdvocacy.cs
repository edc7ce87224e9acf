using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildQ.Schools.Migrations
{
    /// <inheritdoc />
    public partial class VoiceGovernorsAdvocacy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "advocacy_services",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    organisation = table.Column<string>(type: "text", nullable: false),
                    helps_with = table.Column<string>(type: "text", nullable: false),
                    for_whom = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<string>(type: "text", nullable: true),
                    email = table.Column<string>(type: "text", nullable: true),
                    website = table.Column<string>(type: "text", nullable: true),
                    cost = table.Column<string>(type: "text", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_advocacy_services", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "board_snapshots",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    school_id = table.Column<Guid>(type: "uuid", nullable: false),
                    urn = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    seats = table.Column<int>(type: "integer", nullable: false),
                    filled = table.Column<int>(type: "integer", nullable: false),
                    young_governors = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_board_snapshots", x => x.id);
                    table.ForeignKey(
                        name: "fk_board_snapshots_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "listenings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    school_id = table.Column<Guid>(type: "uuid", nullable: false),
                    urn = table.Column<int>(type: "integer", nullable: false),
                    whose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    how = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    took_part = table.Column<int>(type: "integer", nullable: false),
                    themes = table.Column<List<string>>(type: "text[]", nullable: false),
                    said = table.Column<string>(type: "text", nullable: true),
                    sharing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_because = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_listenings", x => x.id);
                    table.ForeignKey(
                        name: "fk_listenings_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "population_counts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    school_id = table.Column<Guid>(type: "uuid", nullable: false),
                    urn = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    dimension = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    group = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    pupils = table.Column<int>(type: "integer", nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_population_counts", x => x.id);
                    table.ForeignKey(
                        name: "fk_population_counts_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "board_groups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dimension = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    group = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    board_snapshot_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_board_groups", x => x.id);
                    table.ForeignKey(
                        name: "fk_board_groups_board_snapshots_board_snapshot_id",
                        column: x => x.board_snapshot_id,
                        principalTable: "board_snapshots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "board_training",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    governors = table.Column<int>(type: "integer", nullable: false),
                    board_snapshot_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_board_training", x => x.id);
                    table.ForeignKey(
                        name: "fk_board_training_board_snapshots_board_snapshot_id",
                        column: x => x.board_snapshot_id,
                        principalTable: "board_snapshots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "listening_answers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    did = table.Column<string>(type: "text", nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    listening_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_listening_answers", x => x.id);
                    table.ForeignKey(
                        name: "fk_listening_answers_listenings_listening_id",
                        column: x => x.listening_id,
                        principalTable: "listenings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "listening_groups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dimension = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    group = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    listening_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_listening_groups", x => x.id);
                    table.ForeignKey(
                        name: "fk_listening_groups_listenings_listening_id",
                        column: x => x.listening_id,
                        principalTable: "listenings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_advocacy_services_reference",
                table: "advocacy_services",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_board_groups_board_snapshot_id",
                table: "board_groups",
                column: "board_snapshot_id");

            migrationBuilder.CreateIndex(
                name: "ix_board_snapshots_school_id",
                table: "board_snapshots",
                column: "school_id");

            migrationBuilder.CreateIndex(
                name: "ix_board_snapshots_urn_on",
                table: "board_snapshots",
                columns: new[] { "urn", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_board_training_board_snapshot_id",
                table: "board_training",
                column: "board_snapshot_id");

            migrationBuilder.CreateIndex(
                name: "ix_listening_answers_listening_id",
                table: "listening_answers",
                column: "listening_id");

            migrationBuilder.CreateIndex(
                name: "ix_listening_groups_listening_id",
                table: "listening_groups",
                column: "listening_id");

            migrationBuilder.CreateIndex(
                name: "ix_listenings_school_id",
                table: "listenings",
                column: "school_id");

            migrationBuilder.CreateIndex(
                name: "ix_listenings_themes",
                table: "listenings",
                column: "themes")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_listenings_urn_on",
                table: "listenings",
                columns: new[] { "urn", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_population_counts_school_id",
                table: "population_counts",
                column: "school_id");

            migrationBuilder.CreateIndex(
                name: "ix_population_counts_urn_dimension_on",
                table: "population_counts",
                columns: new[] { "urn", "dimension", "on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "advocacy_services");

            migrationBuilder.DropTable(
                name: "board_groups");

            migrationBuilder.DropTable(
                name: "board_training");

            migrationBuilder.DropTable(
                name: "listening_answers");

            migrationBuilder.DropTable(
                name: "listening_groups");

            migrationBuilder.DropTable(
                name: "population_counts");

            migrationBuilder.DropTable(
                name: "board_snapshots");

            migrationBuilder.DropTable(
                name: "listenings");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildQ.Schools.Migrations
{
    /// <inheritdoc />
    public partial class InterimGuidance : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_published_guidance_protocol_id_protocol_version",
                table: "published_guidance");

            migrationBuilder.DropIndex(
                name: "ix_group_figures_key",
                table: "group_figures");

            migrationBuilder.DropColumn(
                name: "searched",
                table: "group_figures");

            migrationBuilder.AddColumn<string>(
                name: "content_hash",
                table: "published_guidance",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "draft",
                table: "published_guidance",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "interim",
                table: "published_guidance",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "review_on",
                table: "published_guidance",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "known_on",
                table: "group_figures",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<Guid>(
                name: "load",
                table: "group_figures",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.CreateIndex(
                name: "ix_published_guidance_protocol_id_protocol_version_interim_dra",
                table: "published_guidance",
                columns: new[] { "protocol_id", "protocol_version", "interim", "draft" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_group_figures_key_load",
                table: "group_figures",
                columns: new[] { "key", "load" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_group_figures_urn",
                table: "group_figures",
                column: "urn");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_published_guidance_protocol_id_protocol_version_interim_dra",
                table: "published_guidance");

            migrationBuilder.DropIndex(
                name: "ix_group_figures_key_load",
                table: "group_figures");

            migrationBuilder.DropIndex(
                name: "ix_group_figures_urn",
                table: "group_figures");

            migrationBuilder.DropColumn(
                name: "content_hash",
                table: "published_guidance");

            migrationBuilder.DropColumn(
                name: "draft",
                table: "published_guidance");

            migrationBuilder.DropColumn(
                name: "interim",
                table: "published_guidance");

            migrationBuilder.DropColumn(
                name: "review_on",
                table: "published_guidance");

            migrationBuilder.DropColumn(
                name: "known_on",
                table: "group_figures");

            migrationBuilder.DropColumn(
                name: "load",
                table: "group_figures");

            migrationBuilder.AddColumn<int>(
                name: "searched",
                table: "group_figures",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "ix_published_guidance_protocol_id_protocol_version",
                table: "published_guidance",
                columns: new[] { "protocol_id", "protocol_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_group_figures_key",
                table: "group_figures",
                column: "key",
                unique: true);
        }
    }
}

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

            migrationBuilder.CreateIndex(
                name: "ix_published_guidance_protocol_id_protocol_version_interim_dra",
                table: "published_guidance",
                columns: new[] { "protocol_id", "protocol_version", "interim", "draft" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_published_guidance_protocol_id_protocol_version_interim_dra",
                table: "published_guidance");

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

            migrationBuilder.CreateIndex(
                name: "ix_published_guidance_protocol_id_protocol_version",
                table: "published_guidance",
                columns: new[] { "protocol_id", "protocol_version" },
                unique: true);
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildQ.Schools.Migrations
{
    /// <inheritdoc />
    public partial class FiguresAsTheyWereKnown : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_group_figures_key",
                table: "group_figures");

            migrationBuilder.DropColumn(
                name: "searched",
                table: "group_figures");

            migrationBuilder.AddColumn<DateOnly>(
                name: "known_on",
                table: "group_figures",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            // Since when an earlier number was known was not kept: it is known since now.
            migrationBuilder.Sql("UPDATE group_figures SET known_on = (now() AT TIME ZONE 'Europe/London')::date;");

            migrationBuilder.AddColumn<Guid>(
                name: "load",
                table: "group_figures",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

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
                name: "ix_group_figures_key_load",
                table: "group_figures");

            migrationBuilder.DropIndex(
                name: "ix_group_figures_urn",
                table: "group_figures");

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
                name: "ix_group_figures_key",
                table: "group_figures",
                column: "key",
                unique: true);
        }
    }
}

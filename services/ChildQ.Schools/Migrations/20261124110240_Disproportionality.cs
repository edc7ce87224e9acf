using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildQ.Schools.Migrations
{
    /// <inheritdoc />
    public partial class Disproportionality : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "group_figures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    school_year = table.Column<int>(type: "integer", nullable: false),
                    term = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    urn = table.Column<int>(type: "integer", nullable: true),
                    classification = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    group = table.Column<string>(type: "text", nullable: false),
                    pupils = table.Column<int>(type: "integer", nullable: false),
                    suspended = table.Column<int>(type: "integer", nullable: false),
                    excluded = table.Column<int>(type: "integer", nullable: false),
                    searched = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_figures", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_group_figures_key",
                table: "group_figures",
                column: "key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "group_figures");
        }
    }
}

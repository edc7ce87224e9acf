using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildQ.Schools.Migrations
{
    /// <inheritdoc />
    public partial class GuidanceAudience : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "audience",
                table: "published_guidance",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "EverySchool");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "audience",
                table: "published_guidance");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildQ.PoliceActionPlan.Migrations
{
    /// <inheritdoc />
    public partial class ListsAtScale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_action_progress_promise_id",
                table: "action_progress");

            migrationBuilder.CreateIndex(
                name: "ix_actions_reference_id",
                table: "actions",
                columns: new[] { "reference", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_action_progress_promise_id_recorded_at_id",
                table: "action_progress",
                columns: new[] { "promise_id", "recorded_at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_actions_reference_id",
                table: "actions");

            migrationBuilder.DropIndex(
                name: "ix_action_progress_promise_id_recorded_at_id",
                table: "action_progress");

            migrationBuilder.CreateIndex(
                name: "ix_action_progress_promise_id",
                table: "action_progress",
                column: "promise_id");
        }
    }
}

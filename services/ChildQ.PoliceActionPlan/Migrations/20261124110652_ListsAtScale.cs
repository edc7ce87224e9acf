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

            // What was so last, by the day it took effect: an index on an expression, which a model cannot name.
            migrationBuilder.Sql(
                """
                CREATE INDEX ix_action_progress_latest
                ON action_progress (promise_id, (COALESCE("on", known_on)) DESC, recorded_at DESC, id DESC);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX ix_action_progress_latest;");

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

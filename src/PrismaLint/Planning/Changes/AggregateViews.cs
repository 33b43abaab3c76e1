using System.Collections.Generic;
using System.Linq;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Facts.Queries;
using PrismaLint.Sql;

namespace PrismaLint.Planning.Changes;

/// <summary>Materialised views of totals, each under the condition that somebody asks for them often.</summary>
internal static class AggregateViews
{
    public static IEnumerable<PlanChange> Find(PlanContext context) =>
        StatisticsTable.Find(context).Take(AggregateView.Shown).Select(table => Change(context, AggregateView.Of(context, table)));

    private static PlanChange Change(PlanContext context, AggregateView view)
    {
        var (model, group) = (view.Table.Model.Name, view.Table.Group.Target.Name);
        return new PlanChange(
            PlanChangeKind.MaterializedView,
            model,
            $"Keep the totals of {PlanText.Code(model)} for each {PlanText.Code(group)} in {PlanText.Code(view.Name)}",
            $"{PlanText.Code(model)} holds {view.Table.Counters.Count} counters that each read of totals adds up.")
        {
            Condition = "Totals of many rows are read far more often than counters are written, and may be as old as the last refresh.",
            Steps =
            [
                new PlanStep(MigrationPhase.Expand, MigrationStepKind.Sql, $"Make {PlanText.Code(view.Name)} with a unique index, without which no refresh runs beside reads.")
                {
                    Sql = view.Create(context),
                    Lock = $"ACCESS SHARE on {view.Table.Model.TableName}: nothing waits",
                    Verification = $"SELECT ispopulated FROM pg_matviews WHERE matviewname = {SqlText.Literal(view.Name)};",
                    Expected = "true",
                    Rollback = $"DROP MATERIALIZED VIEW IF EXISTS {view.Sql};",
                    RollbackNote = "Nothing is lost: the counters stay where they are.",
                },
                new PlanStep(MigrationPhase.Migrate, MigrationStepKind.Sql, "Refresh it as often as its age may be; the statement runs in a job, not in a migration.")
                {
                    Sql = $"REFRESH MATERIALIZED VIEW CONCURRENTLY {view.Sql};",
                    Lock = $"EXCLUSIVE on {view.Name}: other refreshes wait, reads do not",
                },
                new PlanStep(MigrationPhase.Migrate, MigrationStepKind.Deploy, $"Declare it as a {PlanText.Code("view")} of the schema (preview feature {PlanText.Code("views")}), and read totals from there."),
            ],
        };
    }
}

using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Migrations;
using PrismaLint.Sql;

namespace PrismaLint.Rules.Migrations;

/// <summary>Finds indexes that are built or dropped, and tables that are rewritten, while everybody waits.</summary>
public sealed class BlockingIndexOrMaintenanceRule() : MigrationRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL9001", "blocking-index-or-maintenance")
    {
        Title = "Index work or maintenance that blocks the application",
        Category = DiagnosticCategory.Migrations,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            `CREATE INDEX` holds a SHARE lock on the table: reads go on, and each write waits until the index is built, which on a large table is
            minutes. `DROP INDEX`, `REINDEX`, `VACUUM FULL`, `CLUSTER`, `DETACH PARTITION` and `REFRESH MATERIALIZED VIEW` hold ACCESS EXCLUSIVE:
            nothing gets at the table, and even the wait for that lock queues everybody behind it (PostgreSQL manual, 13.3.1). Each
            has a form with `CONCURRENTLY` that lets reads and writes through, at the price of a longer run and of not working inside a
            transaction.

            Prisma sends a migration as one script, which is one transaction. Before 7.4 a statement with `CONCURRENTLY` therefore needs a migration of
            its own; from 7.4 on Prisma runs index statements with `CONCURRENTLY` apart from the others.
            """,
        Example = new RuleExample(
            Flagged: """
                CREATE INDEX "Post_title_idx" ON "Post" ("title");
                """,
            Clean: """
                CREATE INDEX CONCURRENTLY "Post_title_idx" ON "Post" ("title");
                """)
        {
            Before = """CREATE TABLE "Post" ("id" INTEGER PRIMARY KEY, "title" TEXT NOT NULL);""",
        },
        WhenNotToUse = """
            Tables made in the same migration are not reported. Small tables are indexed before anybody notices: leave the suggestion, or hide it at the
            statement.
            """,
        Fix = "Unsafe: inserts `CONCURRENTLY` where the statement is the only one of its migration. The build then runs outside of a transaction and may leave an invalid index when it fails.",
    };

    protected override IEnumerable<Diagnostic> Judge(MigrationContext context)
    {
        foreach (var (migration, step) in context.Steps.Where(pair => !pair.Step.IsTableNew))
        {
            if (Find(step) is not var (what, position))
                continue;
            var table = step.Table?.Name ?? NameOf(step.Statement);
            yield return context.Report(migration, MigrationContext.FirstLine(migration, step.Statement.Span), table, what).WithFix(Fix(migration, step, position));
        }
        foreach (var (migration, _, alter, action) in context.ActionsOnOldTables)
        {
            if (action is PartitionAction { IsAttached: false, IsConcurrent: false } detach)
                yield return context.Report(migration, action.Span, alter.Name.Name, $"`DETACH PARTITION {detach.Partition}` takes ACCESS EXCLUSIVE on `{alter.Name}`: reads and writes wait. `CONCURRENTLY` lets them through");
        }
    }

    private static (string What, int? Position)? Find(MigrationStep step) => step.Statement switch
    {
        CreateIndexStatement { IsConcurrent: false } create =>
            ($"Building {(create.Name is null ? "an index" : $"`{create.Name}`")} takes a SHARE lock on `{create.Table}`: writes wait until it is done. `CREATE INDEX CONCURRENTLY`, in a migration of its own, lets them through", create.ConcurrentlyPosition),
        DropStatement { Kind: "INDEX", IsConcurrent: false } drop when step.Table is not null =>
            ($"`DROP INDEX` of `{drop.Names[0]}` takes ACCESS EXCLUSIVE on `{step.Table.Name}`: reads and writes wait, and queue behind it. `DROP INDEX CONCURRENTLY`, in a migration of its own, lets them through", drop.OptionPosition),
        MaintenanceStatement { Command: "REINDEX", IsConcurrent: false } reindex =>
            ($"`REINDEX` of `{reindex.Name?.ToString() ?? "everything"}` blocks writes, and reads through the index. `REINDEX … CONCURRENTLY`, in a migration of its own, does not", reindex.OptionPosition),
        MaintenanceStatement { Command: "VACUUM", IsFull: true } vacuum =>
            ($"`VACUUM FULL` rewrites `{vacuum.Name?.ToString() ?? "every table"}` under ACCESS EXCLUSIVE: reads and writes wait. A plain `VACUUM` does not, and belongs to operation, not to a migration", null),
        MaintenanceStatement { Command: "CLUSTER" } cluster =>
            ($"`CLUSTER` rewrites `{cluster.Name?.ToString() ?? "every clustered table"}` under ACCESS EXCLUSIVE: reads and writes wait", null),
        MaintenanceStatement { Command: "REFRESH MATERIALIZED VIEW", IsConcurrent: false } refresh =>
            ($"`REFRESH MATERIALIZED VIEW` of `{refresh.Name}` takes ACCESS EXCLUSIVE: readers wait. With a unique index `CONCURRENTLY` lets them read", refresh.OptionPosition),
        _ => null,
    };

    private static CodeFix? Fix(ReplayedMigration migration, MigrationStep step, int? position) =>
        position is { } at && step is { IsInTransaction: false, Statement: CreateIndexStatement or DropStatement } && migration.Script.Statements.Count == 1
            ? CodeFix.Unsafe("Add `CONCURRENTLY`", MigrationContext.Insert(migration, at, " CONCURRENTLY"))
            : null;

    private static string NameOf(SqlStatement statement) => statement switch
    {
        CreateIndexStatement create => create.Table.Name,
        MaintenanceStatement { Name: { } name } => name.Name,
        DropStatement drop => drop.Names[0].Name,
        _ => "database",
    };
}

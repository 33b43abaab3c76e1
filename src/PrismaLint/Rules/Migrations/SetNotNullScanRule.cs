using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Sql;

namespace PrismaLint.Rules.Migrations;

/// <summary>Finds <c>SET NOT NULL</c> that reads a whole table under the strongest lock.</summary>
public sealed class SetNotNullScanRule() : MigrationRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL9004", "set-not-null-scan")
    {
        Title = "Required column checked while everybody waits",
        Category = DiagnosticCategory.Migrations,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            `SET NOT NULL` takes ACCESS EXCLUSIVE and reads every row before it lets anybody back to the table. From PostgreSQL 12 on it does not read them where a
            validated `CHECK (column IS NOT NULL)` proves the same (manual, ALTER TABLE). The way without a wait, in separate migrations:

            1. `ALTER TABLE t ADD CONSTRAINT t_c_not_null CHECK (c IS NOT NULL) NOT VALID;` (short lock)
            2. `ALTER TABLE t VALIDATE CONSTRAINT t_c_not_null;` (reads the table, lets reads and writes through)
            3. `ALTER TABLE t ALTER COLUMN c SET NOT NULL;`, and the check can be dropped.
            """,
        Example = new RuleExample(
            Flagged: """
                UPDATE "Post" SET "slug" = '' WHERE "slug" IS NULL;
                ALTER TABLE "Post" ALTER COLUMN "slug" SET NOT NULL;
                """,
            Clean: """
                ALTER TABLE "Post" ADD CONSTRAINT "Post_slug_not_null" CHECK ("slug" IS NOT NULL) NOT VALID;
                """)
        {
            Before = """CREATE TABLE "Post" ("id" INTEGER PRIMARY KEY, "slug" TEXT);""",
        },
        WhenNotToUse = "Small tables are read in no time. Where PL9003 says that the statement may fail, this is not said on top.",
    };

    protected override IEnumerable<Diagnostic> Judge(MigrationContext context)
    {
        foreach (var (migration, step, alter, action) in context.ActionsOnOldTables)
        {
            if (action is SetNotNullAction { IsNotNull: true } set
                && !step.CheckedNotNull.Contains(set.Column)
                && !(step.Columns.TryGetValue(set.Column, out var before) && before.IsNotNull)
                && !RequiredColumnWithoutDefaultRule.FailsOnNulls(context, migration, step, alter, set))
            {
                yield return context.Report(migration, action.Span, $"{alter.Name.Name}.{set.Column}", $"`SET NOT NULL` reads all of `{alter.Name}` under ACCESS EXCLUSIVE: reads and writes wait. A validated `CHECK ({set.Column} IS NOT NULL)` before it spares the reading");
            }
        }
    }
}

using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Migrations;
using PrismaLint.Sql;

namespace PrismaLint.Rules.Migrations;

/// <summary>Finds columns that become required while rows may be there that have no value for them.</summary>
public sealed class RequiredColumnWithoutDefaultRule() : MigrationRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL9003", "required-column-without-default")
    {
        Title = "Column that is required before its rows have a value",
        Category = DiagnosticCategory.Migrations,
        Rationale = """
            `ADD COLUMN … NOT NULL` without a default fails on every table that holds a row (SQLSTATE 23502), and so does `SET NOT NULL` where a row has null.
            The empty database of the continuous integration lets both pass; the first one with data does not, and the deployment
            stops half-way with a failed migration to be resolved by hand. Prisma writes a warning into the head of such a script and goes on.

            The sequence that works: add the column nullable, fill it (in batches, outside of the migration), then make it required. Clients of the old
            version keep inserting rows without the column meanwhile: give it a default, or deploy the client that writes it first.
            """,
        Example = new RuleExample(
            Flagged: """
                ALTER TABLE "Post" ADD COLUMN "slug" TEXT NOT NULL;
                """,
            Clean: """
                ALTER TABLE "Post" ADD COLUMN "slug" TEXT NOT NULL DEFAULT '';
                """)
        {
            Before = """CREATE TABLE "Post" ("id" INTEGER PRIMARY KEY);""",
        },
        WhenNotToUse = "A table that is emptied before in the same migration is not reported. Where a table is known to be empty everywhere, hide it at the statement.",
    };

    protected override IEnumerable<Diagnostic> Judge(MigrationContext context)
    {
        foreach (var (migration, step, alter, action) in context.ActionsOnOldTables)
        {
            if (action is AddColumnAction { Column: { IsNotNull: true, Default: null or "NULL", IsSerial: false, IsIdentity: false, Generated: null } column })
            {
                if (!IsEmptied(migration, step, alter.Name))
                    yield return context.Report(migration, column.NameSpan, $"{alter.Name.Name}.{column.Name}", $"Adding `{column.Name}` as required, without a default, fails as soon as `{alter.Name}` holds a row. Add it nullable, fill it, then make it required");
            }
            else if (action is SetNotNullAction { IsNotNull: true } set && FailsOnNulls(context, migration, step, alter, set))
            {
                yield return context.Report(migration, action.Span, $"{alter.Name.Name}.{set.Column}", $"`{set.Column}` becomes required, and nothing here fills the rows of `{alter.Name}` where it is null: one such row and the migration fails. Fill them first");
            }
        }
    }

    /// <summary>A row with null may be there: the column was nullable, and no migration to judge fills it or checks it.</summary>
    internal static bool FailsOnNulls(MigrationContext context, ReplayedMigration migration, MigrationStep step, AlterTableStatement alter, SetNotNullAction set)
    {
        if (step.CheckedNotNull.Contains(set.Column) || (step.Columns.TryGetValue(set.Column, out var before) && before.IsNotNull) || IsEmptied(migration, step, alter.Name))
            return false;
        foreach (var other in context.Migrations.TakeWhile(other => other.Number <= migration.Number))
        {
            foreach (var earlier in other.Steps.TakeWhile(earlier => earlier != step))
            {
                switch (earlier.Statement)
                {
                    // Rows that were there have the default of a column that was added with one.
                    case AlterTableStatement added when added.Name.Equals(alter.Name) && added.Actions.Any(action => action is AddColumnAction { Column: { Default: not (null or "NULL") } column } && column.Name == set.Column):
                    case DataStatement { Command: "UPDATE" } update when update.Table.Equals(alter.Name) && update.Columns.Contains(set.Column):
                    case DataStatement { Command: "DELETE" } delete when delete.Table.Equals(alter.Name) && Names(other, delete, set.Column):
                    case DoStatement block when block.Body.Contains(set.Column, System.StringComparison.Ordinal):
                    case OpaqueStatement when earlier.Statement.Verb.StartsWith("WITH", System.StringComparison.Ordinal) && Names(other, earlier.Statement, set.Column):
                        return false;
                }
            }
        }
        return true;
    }

    private static bool Names(ReplayedMigration migration, SqlStatement statement, string column) =>
        SqlText.Names(migration.Script.Source.ToString(statement.Span)).Contains(column);

    private static bool IsEmptied(ReplayedMigration migration, MigrationStep step, SqlName table) =>
        migration.Steps.TakeWhile(earlier => earlier != step).Any(earlier =>
            earlier.Statement is DataStatement data && (data.Command == "TRUNCATE" ? data.Tables.Contains(table) : data is { Command: "DELETE", HasWhere: false } && data.Table.Equals(table)));
}

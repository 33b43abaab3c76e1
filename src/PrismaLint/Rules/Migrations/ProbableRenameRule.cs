using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Migrations;
using PrismaLint.Rules.Shared;
using PrismaLint.Sql;

namespace PrismaLint.Rules.Migrations;

/// <summary>Finds what is dropped and added under another name: a rename that loses the data.</summary>
public sealed class ProbableRenameRule() : MigrationRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL9006", "probable-rename")
    {
        Title = "Rename written as drop and add",
        Category = DiagnosticCategory.Migrations,
        Rationale = """
            Prisma Migrate compares two schemas and cannot see that a field was renamed: it drops the old column, with its data, and adds an empty one.
            The same happens to renamed models and enum values. `ALTER TABLE … RENAME COLUMN` keeps the rows; on a running system even that breaks the clients of the
            old version, and the way is to add, to write both, to fill, and to drop later. Or rename the field alone: `@map("oldName")` needs no migration.
            """,
        Example = new RuleExample(
            Flagged: """
                ALTER TABLE "Post" DROP COLUMN "createdAt", ADD COLUMN "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
                """,
            Clean: """
                ALTER TABLE "Post" RENAME COLUMN "createdAt" TO "created_at";
                """)
        {
            Before = """CREATE TABLE "Post" ("id" INTEGER PRIMARY KEY, "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP);""",
        },
        WhenNotToUse = "A migration that copies from one to the other (`UPDATE`, `INSERT … SELECT`) is not reported.",
        Fix = "Unsafe: writes the pair as `RENAME COLUMN`, where both stand in one statement. The new column then holds what the old one held.",
    };

    protected override IEnumerable<Diagnostic> Judge(MigrationContext context) =>
        context.Migrations.SelectMany(migration => Columns(context, migration).Concat(Tables(context, migration)).Concat(EnumValues(context, migration)));

    private static IEnumerable<Diagnostic> Columns(MigrationContext context, ReplayedMigration migration)
    {
        foreach (var group in MigrationContext.ActionsOnOldTablesOf(migration).GroupBy(found => found.Alter.Name))
        {
            var dropped = group.Where(found => found.Action is DropColumnAction).ToList();
            var added = group.Where(found => found.Action is AddColumnAction).ToList();
            var isOnlyPair = dropped.Count == 1 && added.Count == 1;
            foreach (var drop in dropped)
            {
                var old = ((DropColumnAction)drop.Action).Column;
                if (!drop.Step.Columns.TryGetValue(old, out var facts))
                    continue;
                var best = added
                    .Select(found => (Found: found, ((AddColumnAction)found.Action).Column, Score: NameLikeness.Of(old, ((AddColumnAction)found.Action).Column.Name)))
                    .Where(candidate => IsSame(facts, candidate.Column) && (isOnlyPair || candidate.Score >= 0.5))
                    .OrderByDescending(candidate => candidate.Score)
                    .FirstOrDefault();
                if (best.Column is null || Copies(migration, old, best.Column.Name))
                    continue;
                added.Remove(best.Found);
                yield return context
                    .Report(migration, drop.Action.Span, $"{group.Key.Name}.{old}", $"`{old}` of `{group.Key}` goes and `{best.Column.Name}` of the same type comes: probably a rename, and the values are lost. `RENAME COLUMN` keeps them")
                    .WithRelated(migration.Script.LocationOf(best.Found.Action.Span), $"`{best.Column.Name}` comes here")
                    .WithFix(Fix(migration, drop.Alter, old, best.Column.Name));
            }
        }
    }

    private static CodeFix? Fix(ReplayedMigration migration, AlterTableStatement alter, string old, string name)
    {
        if (alter.Actions.Count != 2 || !alter.Actions.All(action => action is DropColumnAction drop ? drop.Column == old : action is AddColumnAction add && add.Column.Name == name))
            return null;
        var span = Text.TextSpan.FromBounds(alter.Actions[0].Span.Start, alter.Actions[1].Span.End);
        return CodeFix.Unsafe("Rename the column", MigrationContext.Replace(migration, span, $"RENAME COLUMN \"{old}\" TO \"{name}\""));
    }

    private static bool IsSame(ColumnFacts old, ColumnDefinition added) =>
        old.Type == added.Type && old.IsNotNull == added.IsNotNull && ExpressionText.AreEqual(old.Default ?? "", added.Default ?? "");

    private static IEnumerable<Diagnostic> Tables(MigrationContext context, ReplayedMigration migration)
    {
        var created = migration.Steps.Select(step => step.Statement).OfType<CreateTableStatement>().Where(table => table.Columns.Count > 0).ToList();
        foreach (var step in migration.Steps)
        {
            foreach (var table in step.DroppedTables.Where(table => table.AddedIn != migration.Number && table.Columns.Count > 1))
            {
                var columns = table.Columns.Select(column => column.Name + " " + column.Type).OrderBy(text => text, StringComparer.Ordinal);
                var twin = created.Find(candidate => candidate.Columns.Select(column => column.Name + " " + column.Type).OrderBy(text => text, StringComparer.Ordinal).SequenceEqual(columns));
                if (twin is null || twin.Name.Name == table.Name || Copies(migration, table.Name, twin.Name.Name))
                    continue;
                created.Remove(twin);
                yield return context
                    .Report(migration, MigrationContext.FirstLine(migration, step.Statement.Span), table.Name, $"`{table.Name}` goes and `{twin.Name}` with the same columns comes: probably a rename, and the rows are lost. `ALTER TABLE … RENAME TO` keeps them")
                    .WithRelated(migration.Script.LocationOf(twin.Name.Span), $"`{twin.Name}` comes here");
            }
        }
    }

    // Prisma changes an enum by making a new one beside it and moving the columns over.
    private static IEnumerable<Diagnostic> EnumValues(MigrationContext context, ReplayedMigration migration)
    {
        foreach (var step in migration.Steps)
        {
            if (step is not { Statement: CreateEnumStatement created, ReplacedLabels: { } before })
                continue;
            var name = created.Name.Name.Substring(0, created.Name.Name.Length - 4);
            var gone = before.Except(created.Labels).ToArray();
            var come = created.Labels.Except(before).ToArray();
            if (gone.Length == 1 && come.Length == 1 && !migration.Script.Source.Content.Contains("RENAME VALUE", StringComparison.OrdinalIgnoreCase))
                yield return context.Report(migration, created.Name.Span, name, $"`{gone[0]}` of the enum `{name}` goes and `{come[0]}` comes: probably a rename. The migration fails as soon as a row holds `{gone[0]}`; `ALTER TYPE … RENAME VALUE` keeps such rows");
        }
    }

    private static bool Copies(ReplayedMigration migration, string old, string name) => migration.Script.Statements.Any(statement =>
        (statement is DataStatement { Command: "UPDATE" or "INSERT" } or DoStatement || statement.Verb.StartsWith("WITH", StringComparison.Ordinal))
        && migration.Script.Source.ToString(statement.Span) is var text
        && text.Contains(old, StringComparison.Ordinal) && text.Contains(name, StringComparison.Ordinal));
}

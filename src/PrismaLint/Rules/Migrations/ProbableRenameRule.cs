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
        foreach (var (alter, drop, add) in ProbableRenames.Columns(migration))
        {
            var name = add.Column.Name;
            yield return context
                .Report(migration, drop.Span, $"{alter.Name.Name}.{drop.Column}", $"`{drop.Column}` of `{alter.Name}` goes and `{name}` of the same type comes: probably a rename, and the values are lost. `RENAME COLUMN` keeps them")
                .WithRelated(migration.Script.LocationOf(add.Span), $"`{name}` comes here")
                .WithFix(Fix(migration, alter, drop.Column, name));
        }
    }

    private static CodeFix? Fix(ReplayedMigration migration, AlterTableStatement alter, string old, string name)
    {
        if (alter.Actions.Count != 2 || !alter.Actions.All(action => action is DropColumnAction drop ? drop.Column == old : action is AddColumnAction add && add.Column.Name == name))
            return null;
        var span = Text.TextSpan.FromBounds(alter.Actions[0].Span.Start, alter.Actions[1].Span.End);
        return CodeFix.Unsafe("Rename the column", MigrationContext.Replace(migration, span, $"RENAME COLUMN \"{old}\" TO \"{name}\""));
    }

    private static IEnumerable<Diagnostic> Tables(MigrationContext context, ReplayedMigration migration)
    {
        foreach (var (step, table, twin) in ProbableRenames.Tables(migration))
        {
            yield return context
                .Report(migration, MigrationContext.FirstLine(migration, step.Statement.Span), table.Name, $"`{table.Name}` goes and `{twin.Name}` with the same columns comes: probably a rename, and the rows are lost. `ALTER TABLE … RENAME TO` keeps them")
                .WithRelated(migration.Script.LocationOf(twin.Name.Span), $"`{twin.Name}` comes here");
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
}

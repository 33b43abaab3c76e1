using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Migrations;
using PrismaLint.Sql;
using PrismaLint.Text;

namespace PrismaLint.Rules.Migrations;

/// <summary>Finds statements that lose data, or that break clients of the version before.</summary>
public sealed class DestructiveStatementRule() : MigrationRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL9007", "breaking-or-destructive-statement")
    {
        Title = "Statement that loses data or breaks running clients",
        Category = DiagnosticCategory.Migrations,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            While a deployment runs, clients of the old version work on the new database. What they still name must still be there: a dropped or renamed column, table,
            type or schema fails their next query, and a dropped column or table takes its rows along, which no rollback brings back. Expand and contract: first add what is
            new, deploy clients that no longer use the old, and drop it in a later migration. `DROP NOT NULL` lets nulls in that the old clients do not expect;
            `UPDATE` and `DELETE` without `WHERE` change every row.
            """,
        Example = new RuleExample(
            Flagged: """
                ALTER TABLE "Post" DROP COLUMN "subtitle";
                """,
            Clean: """
                ALTER TABLE "Post" ADD COLUMN "summary" TEXT;
                """)
        {
            Before = """CREATE TABLE "Post" ("id" INTEGER PRIMARY KEY, "subtitle" TEXT);""",
        },
        WhenNotToUse = "The second step of expand and contract is such a statement, and right: hide it there with the reason. A pair that PL9006 takes for a rename is left to it, and the types that Prisma swaps for a changed enum are not reported.",
    };

    protected override IEnumerable<Diagnostic> Judge(MigrationContext context)
    {
        foreach (var migration in context.Migrations)
        {
            var swapped = migration.Steps.Select(step => step.Statement).OfType<RenameStatement>().Where(rename => rename.Kind == "TYPE").Select(rename => rename.NewName).ToList();
            // PL9006 says more of these.
            HashSet<TextSpan> renamed = [.. ProbableRenames.Columns(migration).Select(pair => pair.Drop.Span)];
            HashSet<string> renamedTables = [.. ProbableRenames.Tables(migration).Select(pair => pair.Dropped.Name)];
            foreach (var step in migration.Steps)
            {
                foreach (var (span, name, what) in Find(migration, step, swapped).Where(found => !renamed.Contains(found.Span) && !(step.Statement is DropStatement { Kind: "TABLE" } && renamedTables.Contains(found.Object))))
                    yield return context.Report(migration, span, name, what);
            }
        }
    }

    private static IEnumerable<(TextSpan Span, string Object, string What)> Find(ReplayedMigration migration, MigrationStep step, List<string> swapped)
    {
        var line = MigrationContext.FirstLine(migration, step.Statement.Span);
        switch (step.Statement)
        {
            case DropStatement { Kind: "TABLE" } drop:
                foreach (var name in drop.Names.Where(name => step.DroppedTables.FirstOrDefault(table => table.Name == name.Name) is not { } table || table.AddedIn != migration.Number))
                    yield return (name.Span, name.Name, $"`DROP TABLE` takes the rows of `{name}` along, and running clients still ask for it. Deploy clients without it first");
                break;
            case DropStatement { Kind: "TYPE" } drop when !swapped.Contains(drop.Names[0].Name):
                yield return (line, drop.Names[0].Name, $"`DROP TYPE {drop.Names[0]}` breaks clients that still name the type");
                break;
            case DropStatement { Kind: "SCHEMA" } drop:
                yield return (line, drop.Names[0].Name, $"`DROP SCHEMA {drop.Names[0]}` takes everything in it along");
                break;
            case DropStatement { Kind: "DATABASE" } drop:
                yield return (line, drop.Names[0].Name, $"`DROP DATABASE {drop.Names[0]}` takes everything in it along");
                break;
            case RenameStatement { Kind: "SCHEMA" or "VIEW" } rename:
                yield return (line, rename.Name.Name, $"`{rename.Name}` is called `{rename.NewName}` from here on: running clients still ask for the old name");
                break;
            case RenameEnumValueStatement rename:
                yield return (line, $"{rename.Name.Name}.{rename.Label}", $"`{rename.Label}` of `{rename.Name}` is called `{rename.NewLabel}` from here on: running clients still write and expect the old value");
                break;
            case DataStatement { Command: "TRUNCATE" } truncate when !step.IsTableNew:
                yield return (line, truncate.Table.Name, $"`TRUNCATE` empties `{string.Join("`, `", truncate.Tables)}`{(truncate.IsCascading ? " and, with `CASCADE`, every table that refers to it" : "")}");
                break;
            case DataStatement { Command: "DELETE", HasWhere: false, HasQuery: false } delete when !step.IsTableNew:
                yield return (line, delete.Table.Name, $"`DELETE` without `WHERE` empties `{delete.Table}`");
                break;
            case DataStatement { Command: "UPDATE", HasWhere: false, HasQuery: false } update when !step.IsTableNew && !IsFill(migration, step, update):
                yield return (line, update.Table.Name, $"`UPDATE` without `WHERE` changes every row of `{update.Table}`, those that had a value too");
                break;
            case AlterTableStatement alter when !step.IsTableNew:
                foreach (var action in alter.Actions)
                {
                    if (Describe(migration, step, alter, action) is var (name, what))
                        yield return (action.Span, name, what);
                }
                break;
        }
    }

    private static (string Object, string What)? Describe(ReplayedMigration migration, MigrationStep step, AlterTableStatement alter, TableAction action) => action switch
    {
        DropColumnAction drop when !(step.Columns.TryGetValue(drop.Column, out var facts) && facts.AddedIn == migration.Number) =>
            ($"{alter.Name.Name}.{drop.Column}", $"`DROP COLUMN` takes the values of `{drop.Column}` along, and running clients still ask for it. Deploy clients without it first"),
        RenameColumnAction rename when !(step.Columns.TryGetValue(rename.Column, out var facts) && facts.AddedIn == migration.Number) =>
            ($"{alter.Name.Name}.{rename.Column}", $"`{rename.Column}` of `{alter.Name}` is called `{rename.NewName}` from here on: running clients still ask for the old name"),
        RenameTableAction rename =>
            (alter.Name.Name, $"`{alter.Name}` is called `{rename.NewName}` from here on: running clients still ask for the old name"),
        SetSchemaAction set =>
            (alter.Name.Name, $"`{alter.Name}` moves to the schema `{set.NewSchema}`: running clients still look where it was"),
        SetNotNullAction { IsNotNull: false } set when step.Columns.TryGetValue(set.Column, out var facts) && facts.IsNotNull && facts.AddedIn != migration.Number =>
            ($"{alter.Name.Name}.{set.Column}", $"`{set.Column}` of `{alter.Name}` may be null from here on: running clients take it for required"),
        TriggerAction { IsEnabled: false } trigger =>
            (alter.Name.Name, $"`DISABLE TRIGGER {trigger.Trigger}` on `{alter.Name}`: what it enforced is not enforced until somebody enables it again"),
        _ => null,
    };

    // A column that was added here has no values to lose.
    private static bool IsFill(ReplayedMigration migration, MigrationStep step, DataStatement update) => update.Columns.Count > 0 && update.Columns.All(column =>
        migration.Steps.TakeWhile(earlier => earlier != step).Any(earlier =>
            earlier.Statement is AlterTableStatement alter && alter.Name.Equals(update.Table) && alter.Actions.Any(action => action is AddColumnAction add && add.Column.Name == column)));
}

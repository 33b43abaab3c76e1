using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>Finds tables that no model stands for.</summary>
public sealed class ExtraTableRule() : DriftRule(Definition)
{
    // So many tables are listed one by one.
    private const int Most = 3;

    public static readonly RuleDescriptor Definition = new("PL8502", "extra-table")
    {
        Title = "Table that the schema does not know",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            Nothing breaks at run time, but `prisma db push` and `prisma migrate dev` propose to drop the table with its rows. It is left over from a
            migration that was rolled back by hand, or another program owns it: then `externalTables` in `prisma.config.ts` keeps it out of migrations.

            More than three in one schema are one finding. Not reported: views, partitions and tables that inherit from others, tables of extensions,
            and `_prisma_migrations`.
            """,
        Example = new RuleExample(
            Flagged: """
                model Post {
                  id Int @id
                }
                """,
            Clean: """
                model Post {
                  id Int @id
                }
                """)
        {
            Database = """
                CREATE TABLE "Post" (id integer PRIMARY KEY);
                CREATE TABLE "Post_backup" (id integer PRIMARY KEY, taken_at timestamptz);
                """,
            Repair = """
                DROP TABLE "Post_backup";
                """,
        },
    };

    private protected override IEnumerable<Diagnostic> Compare(DriftScope drift, LiveContext context)
    {
        // What a missing model was perhaps renamed to is told there; of another database altogether everything is extra.
        var extra = drift.ExtraTables.Where(table => !drift.Renamed.Values.Contains(table)).GroupBy(table => table.Schema);
        foreach (var tables in extra)
        {
            if (tables.Count() > Most)
            {
                yield return context.Report(
                    context.PlaceOfDatabase(tables.Key), Definition.Name,
                    $"the schema does not know {tables.Count()} tables of `{tables.Key}`: {SqlNames.List(tables.Select(table => table.Name), 8)}. Migrations propose to drop them unless they are `externalTables`");
                continue;
            }
            foreach (var table in tables)
            {
                yield return context.Report(
                    context.PlaceOfDatabase(table.QualifiedName), Definition.Name,
                    $"the schema does not know the table `{table.QualifiedName}`: migrations propose to drop it unless it is one of `externalTables`");
            }
        }
    }
}

using System.Collections.Generic;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>Finds columns with a collation of their own, which a schema has no word for.</summary>
public sealed class CollationDriftRule() : DriftRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8524", "collation-drift")
    {
        Title = "Column with a collation of its own",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            A collation decides how `orderBy`, ranges and, where it is not deterministic, equality and uniqueness see the text. Prisma has no word for
            it: a database that migrations build from the schema sorts otherwise, and Prisma's diff does not tell.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id   Int    @id
                  name String
                }
                """,
            Clean: """
                model User {
                  id   Int    @id
                  name String
                }
                """)
        {
            Database = """
                CREATE TABLE "User" (id integer PRIMARY KEY, name text COLLATE "POSIX" NOT NULL);
                """,
            Repair = """
                ALTER TABLE "User" ALTER COLUMN name TYPE text COLLATE "default";
                """,
        },
    };

    private protected override IEnumerable<Diagnostic> Compare(DriftScope drift, LiveContext context)
    {
        foreach (var (declared, column) in drift.Columns)
        {
            if (column.Collation is { } collation)
            {
                yield return context.Report(
                    LiveContext.PlaceOf(declared), Definition.Name,
                    $"`{column.QualifiedName}` has the collation `{collation}`, which the schema cannot say: a database built from it sorts otherwise");
            }
        }
    }
}

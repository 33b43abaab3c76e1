using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>Finds declared indexes that are another one in the database.</summary>
public sealed class ChangedIndexRule() : DriftRule(Definition, EvidenceSource.Indexes)
{
    public static readonly RuleDescriptor Definition = new("PL8511", "changed-index")
    {
        Title = "Declared index that is another one in the database",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Warning,
        Preset = RulePreset.Recommended,
        Rationale = """
            The name is there, and what stands behind it is something else: a unique that was made partial by hand guards a part of the rows only,
            and `upsert` by it fails (42P10); so it does with a deferrable constraint (55000). Columns, their order, the method and the condition decide which
            queries it serves. Prisma's diff sees neither a condition, nor `NULLS NOT DISTINCT`, nor operator classes that the schema does not
            write, nor collations.

            A suggestion: `NULLS NOT DISTINCT`, another order of nulls, another collation, an operator class where the schema writes none. INCLUDE columns only
            make an index serve more and are not reported. That an index is invalid is [PL8005](PL8005.md)'s.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id        Int       @id
                  email     String    @unique
                  deletedAt DateTime?
                }
                """,
            Clean: """
                model User {
                  id        Int       @id
                  email     String    @unique
                  deletedAt DateTime?
                }
                """)
        {
            Database = """
                CREATE TABLE "User" (id integer PRIMARY KEY, email text NOT NULL, "deletedAt" timestamp(3));
                CREATE UNIQUE INDEX "User_email_key" ON "User" (email) WHERE "deletedAt" IS NULL;
                """,
            Repair = """
                DROP INDEX "User_email_key";
                CREATE UNIQUE INDEX "User_email_key" ON "User" (email);
                """,
        },
    };

    private protected override IEnumerable<Diagnostic> Compare(DriftScope drift, LiveContext context)
    {
        foreach (var (model, table) in drift.StoredTables)
        {
            foreach (var declared in model.Indexes)
            {
                if (drift.Map.MatchOf(declared) is not { } match || !drift.HasColumns(declared.Fields))
                    continue;
                var (weight, light) = IndexDifferences.Of(declared, match.Index);
                if (declared.Kind == IndexKind.PrimaryKey || (weight.Count == 0 && light.Count == 0))
                    continue;
                yield return context.Report(
                    LiveContext.PlaceOf(declared), Definition.Name,
                    $"`{match.Index.Name}` on `{table.QualifiedName}` is not what `{declared.Quote}` says: {string.Join("; ", weight.Concat(light))}")
                    with { Severity = DriftScope.SeverityOf(model, weight.Count > 0 ? DiagnosticSeverity.Warning : DiagnosticSeverity.Suggestion) };
            }
        }
    }
}

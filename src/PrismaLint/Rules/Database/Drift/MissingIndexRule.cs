using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>Finds declared indexes and uniques that the database does not have.</summary>
public sealed class MissingIndexRule() : DriftRule(Definition, EvidenceSource.Indexes)
{
    public static readonly RuleDescriptor Definition = new("PL8509", "missing-index")
    {
        Title = "Declared index that the database does not have",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Warning,
        Preset = RulePreset.Recommended,
        Rationale = """
            Whoever reads the schema takes the query for fast, or the values for unique, and neither holds. Without a declared unique,
            duplicates come in, `findUnique` returns one of several rows, and `upsert` by `ON CONFLICT` fails (42P10).

            Indexes are compared by what they are, not by name: one under another name is [PL8517](PL8517.md), another one under the same
            name [PL8511](PL8511.md). Where another index over the same columns does the work of a plain one, it is a suggestion. An index over a
            missing column is not reported beside it.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id    Int    @id
                  email String @unique
                }
                """,
            Clean: """
                model User {
                  id    Int    @id
                  email String @unique
                }
                """)
        {
            Database = """
                CREATE TABLE "User" (id integer PRIMARY KEY, email text NOT NULL);
                """,
            Repair = """
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
                if (declared.Kind is IndexKind.PrimaryKey or IndexKind.Fulltext || drift.Map.MatchOf(declared) is not null || !drift.HasColumns(declared.Fields))
                    continue;
                string[] columns = [.. declared.Fields.Select(column => SchemaMap.DatabaseName(column.ColumnName))];
                var other = table.Indexes.FirstOrDefault(index => index is { IsUsable: true, HasExpressions: false } && index.KeyColumns.SequenceEqual(columns));
                var isServed = !declared.IsUnique && other is { IsPartial: false, Method: "btree" } && declared is { Method: IndexMethod.BTree, Predicate: null };
                yield return context.Report(LiveContext.PlaceOf(declared), Definition.Name, Describe(table, declared, other))
                    with { Severity = DriftScope.SeverityOf(model, isServed ? DiagnosticSeverity.Suggestion : DiagnosticSeverity.Warning) };
            }
        }
    }

    private static string Describe(DatabaseTable table, IndexSymbol declared, DatabaseIndex? other)
    {
        var text = declared.IsUnique
            ? $"`{declared.Quote}` is not in the database: duplicates can come in, and `upsert` by it fails"
            : $"`{declared.Quote}` is not in the database: queries by it read the whole table";
        if (other is not null)
            text = $"`{declared.Quote}` is not in the database, only `{other.Name}` over the same columns{(other.IsPartial ? ", for a part of the rows" : declared.IsUnique && !other.IsUnique ? ", which is not unique" : "")}";
        return $"{text}. `{DeclaredIndex.Create(table, declared)}`";
    }
}

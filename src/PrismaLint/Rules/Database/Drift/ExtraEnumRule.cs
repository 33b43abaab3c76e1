using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>Finds enum types that no enum stands for and nothing uses.</summary>
public sealed class ExtraEnumRule() : DriftRule(Definition, EvidenceSource.Enums)
{
    public static readonly RuleDescriptor Definition = new("PL8523", "extra-enum")
    {
        Title = "Enum type that neither the schema nor a column uses",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            The type is left over, and a migration drops it. All of a database schema are one finding. A type that a column uses is not reported: of a field
            that is [PL8505](PL8505.md), and what a column or table that the schema does not know uses goes with it.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id Int @id
                }
                """,
            Clean: """
                model User {
                  id Int @id
                }
                """)
        {
            Database = """
                CREATE TABLE "User" (id integer PRIMARY KEY);
                CREATE TYPE "OldRole" AS ENUM ('USER', 'ADMIN');
                """,
            Repair = """
                DROP TYPE "OldRole";
                """,
        },
    };

    private protected override IEnumerable<Diagnostic> Compare(DriftScope drift, LiveContext context)
    {
        HashSet<(string, string)> known = [.. context.Schema.Enums.Select(symbol => (context.Map.SchemaOf(symbol), SchemaMap.DatabaseName(symbol.DatabaseName)))];
        HashSet<(string, string)> used = [];
        foreach (var column in drift.Snapshot.Tables.SelectMany(table => table.Columns))
        {
            var type = SqlType.Parse(column.Type);
            used.Add((type.Schema ?? column.TypeSchema, type.Name));
        }
        var renamed = MissingEnumRule.Missing(drift, context).Select(symbol => MissingEnumRule.RenamedTo(drift, context, symbol)).ToArray();
        var extra = drift.Snapshot.Enums.Where(type => drift.Judges(type.Schema) && !known.Contains((type.Schema, type.Name)) && !used.Contains((type.Schema, type.Name)) && !renamed.Contains(type));
        foreach (var types in extra.GroupBy(type => type.Schema))
        {
            string[] names = [.. types.Select(type => type.Name)];
            yield return context.Report(
                context.PlaceOfDatabase(names.Length == 1 ? types.Key + "." + names[0] : types.Key), Definition.Name,
                $"the schema does not know the enum {(names.Length == 1 ? "type" : "types")} {SqlNames.List(names, 8)} of `{types.Key}`, and no column uses {(names.Length == 1 ? "it" : "them")}: a migration drops {(names.Length == 1 ? "it" : "them")}");
        }
    }
}

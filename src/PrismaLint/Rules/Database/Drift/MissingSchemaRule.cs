using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>Finds database schemas that the Prisma schema names and the database does not have.</summary>
public sealed class MissingSchemaRule() : DriftRule(Definition, EvidenceSource.Namespaces)
{
    public static readonly RuleDescriptor Definition = new("PL8520", "missing-schema")
    {
        Title = "Schema of the datasource that the database does not have",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            Everything that lies in the schema is missing with it, and every query of those models fails. Their tables are not reported one by one.
            Not reported: a schema in which no model and no enum lies, for migrations do not make it either.
            """,
        Example = new RuleExample(
            Flagged: Schema,
            Clean: Schema)
        {
            Database = """
                CREATE TABLE "User" (id integer PRIMARY KEY);
                """,
            Repair = """
                CREATE SCHEMA audit;
                CREATE TABLE audit."Event" (id integer PRIMARY KEY);
                """,
        },
    };

    private const string Schema = """
        datasource db {
          provider = "postgresql"
          schemas  = ["public", "audit"]
        }

        model User {
          id Int @id

          @@schema("public")
        }

        model Event {
          id Int @id

          @@schema("audit")
        }
        """;

    private protected override IEnumerable<Diagnostic> Compare(DriftScope drift, LiveContext context)
    {
        HashSet<string> existing = [.. drift.Snapshot.Rows(EvidenceSource.Namespaces).Select(row => row.Text("name"))];
        foreach (var schema in context.Map.DeclaredSchemas)
        {
            if (existing.Count == 0)
                break;
            if (existing.Contains(schema))
            {
                if (!drift.Snapshot.Schemas.Contains(schema))
                    context.Note("drift", $"the schema `{schema}` was not inspected", $"inspect it too: `--schema {schema}`");
                continue;
            }
            string[] blocks =
            [
                .. context.Static.Models.Where(model => context.Map.SchemaOf(model) == schema).Select(model => model.Name),
                .. context.Static.Enums.Where(symbol => context.Map.SchemaOf(symbol) == schema).Select(symbol => symbol.Name),
            ];
            if (blocks.Length == 0)
                continue;
            var place = context.PlaceOfDatabase(schema);
            if (context.Schema.Datasource is { } datasource && datasource.FindStrings("schemas").FirstOrDefault(text => text.Value == schema) is { } literal)
                place = place with { Location = datasource.LocationOf(literal) };
            yield return context.Report(place, Definition.Name, $"the database has no schema `{schema}`: every query of {SqlNames.List(blocks, 3)} fails. `CREATE SCHEMA {SqlNames.Quote(schema)}`");
        }
    }
}

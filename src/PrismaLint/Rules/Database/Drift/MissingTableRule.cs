using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>Finds models whose table the database does not have.</summary>
public sealed class MissingTableRule() : DriftRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8501", "missing-table")
    {
        Title = "Model without a table in the database",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            Each query of the model ends with `relation does not exist` (42P01, in Prisma P2021). Mostly a migration was not applied here, or the
            table was renamed by hand; the finding names a table that differs only in case, lies in another schema, or has the same columns.

            Where a database has none of the tables, that is one finding: it is the wrong database, or an empty one. Tables that another session
            had locked are not judged.
            """,
        Example = new RuleExample(
            Flagged: """
                model Post {
                  id    Int    @id
                  title String
                }

                model Tag {
                  id   Int    @id
                  name String
                }
                """,
            Clean: """
                model Post {
                  id    Int    @id
                  title String
                }

                model Tag {
                  id   Int    @id
                  name String
                }
                """)
        {
            Database = """
                CREATE TABLE "Post" (id integer PRIMARY KEY, title text NOT NULL);
                """,
            Repair = """
                CREATE TABLE "Tag" (id integer PRIMARY KEY, name text NOT NULL);
                """,
        },
        Fix = "Maps the model to the table that differs only in case or has the same columns. Unsafe: that it is the same table is a guess.",
    };

    private protected override IEnumerable<Diagnostic> Compare(DriftScope drift, LiveContext context)
    {
        var missing = drift.Models.Where(model => context.Map.TableOf(model) is null).ToList();
        foreach (var model in missing.ToArray())
        {
            if (!drift.IsLocked(context.Map.SchemaOf(model), SchemaMap.DatabaseName(model.TableName)))
                continue;
            missing.Remove(model);
            context.Note(Definition.Name, $"`{model.Name}`: another session had the table locked", "inspect again when no migration runs");
        }
        if (context.Map.TableCount == 0 && missing.Count > 2 && drift.Renamed.Count == 0)
        {
            yield return context.Report(
                context.PlaceOfDatabase(string.Join(", ", drift.Schemas)), Definition.Name,
                $"the database has none of the {missing.Count} tables that the schema describes: it is another database, or the migrations were never applied (`prisma migrate deploy`)");
            yield break;
        }
        foreach (var model in missing)
        {
            var found = context.Report(LiveContext.PlaceOf(model), Definition.Name, Describe(drift, model)) with { Severity = DriftScope.SeverityOf(model, DiagnosticSeverity.Error) };
            yield return drift.Renamed.TryGetValue(model, out var other) && MapEdits.OfBlock(model, model.MapAttribute, other.Name, isWritten: false) is { } edit
                ? found.WithFix(CodeFix.Unsafe($"Map `{model.Name}` to `{other.Name}`", edit))
                : found;
        }
        foreach (var model in drift.Models)
        {
            if (context.Map.TableOf(model) is { IsView: true } view)
            {
                yield return context.Report(LiveContext.PlaceOf(model), Definition.Name, $"`{view.QualifiedName}` is a view in the database, and `{model.Name}` a model: a `view` block says so")
                    with { Severity = DiagnosticSeverity.Suggestion };
            }
        }
    }

    private static string Describe(DriftScope drift, ModelSymbol model)
    {
        var schema = drift.Map.SchemaOf(model);
        var name = SchemaMap.DatabaseName(model.TableName);
        var text = $"the database has no table `{schema}.{name}`: every query of `{model.Name}` fails";
        if (drift.Renamed.TryGetValue(model, out var other))
        {
            return string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)
                ? $"{text}. `{other.Name}` differs from it only in case"
                : $"{text}. `{other.Name}` has its columns: was it renamed?";
        }
        return drift.Snapshot.Tables.FirstOrDefault(table => table.Name == name && table.Schema != schema) is { } elsewhere
            ? $"{text}. There is one in the schema `{elsewhere.Schema}`"
            : $"{text}. A migration creates it";
    }
}

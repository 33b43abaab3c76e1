using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>Finds views and columns of views that the database does not have.</summary>
public sealed class ViewDriftRule() : DriftRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8518", "view-drift")
    {
        Title = "View, or column of a view, that the database does not have",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            Prisma neither makes views nor compares them: a `view` block is a promise that some SQL keeps. Where it does not, every query of the view
            fails. Views and columns that only the database has are not reported, and a table in a view's place does its work.
            """,
        Example = new RuleExample(
            Flagged: Schema,
            Clean: Schema)
        {
            Database = """
                CREATE TABLE "User" (id integer PRIMARY KEY, name text NOT NULL);
                """,
            Repair = """
                CREATE VIEW "UserName" AS SELECT id, name FROM "User";
                """,
        },
    };

    private const string Schema = """
        generator client {
          provider        = "prisma-client-js"
          previewFeatures = ["views"]
        }

        model User {
          id   Int    @id
          name String
        }

        view UserName {
          id   Int    @unique
          name String
        }
        """;

    private protected override IEnumerable<Diagnostic> Compare(DriftScope drift, LiveContext context)
    {
        foreach (var view in drift.Views)
        {
            var name = SchemaMap.DatabaseName(view.TableName);
            var schema = context.Map.SchemaOf(view);
            if (context.Map.TableOf(view) is not { } table)
            {
                if (drift.IsLocked(schema, name))
                {
                    context.Note(Definition.Name, $"`{view.Name}`: another session had the view locked", "inspect again when no migration runs");
                    continue;
                }
                var other = drift.Snapshot.Tables.FirstOrDefault(found => found.Schema == schema && string.Equals(found.Name, name, StringComparison.OrdinalIgnoreCase));
                yield return context.Report(
                    LiveContext.PlaceOf(view), Definition.Name,
                    $"the database has no view `{schema}.{name}`: every query of `{view.Name}` fails. {(other is null ? "Prisma does not make it: a migration written by hand does" : $"`{other.Name}` differs from it only in case")}")
                    with { Severity = DriftScope.SeverityOf(view, DiagnosticSeverity.Error) };
                continue;
            }
            foreach (var declared in view.Columns.Where(declared => context.Map.ColumnOf(declared) is null))
            {
                var column = SchemaMap.DatabaseName(declared.ColumnName);
                var other = table.Columns.FirstOrDefault(found => string.Equals(found.Name, column, StringComparison.OrdinalIgnoreCase));
                yield return context.Report(
                    LiveContext.PlaceOf(declared), Definition.Name,
                    $"the view `{table.QualifiedName}` has no column `{column}`: every query of `{view.Name}` fails{(other is null ? "" : $". `{other.Name}` differs from it only in case")}")
                    with { Severity = DriftScope.SeverityOf(declared, DiagnosticSeverity.Error) };
            }
        }
    }
}

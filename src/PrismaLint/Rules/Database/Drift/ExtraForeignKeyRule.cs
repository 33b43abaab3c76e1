using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>Finds foreign keys that no relation stands for.</summary>
public sealed class ExtraForeignKeyRule() : DriftRule(Definition, EvidenceSource.Constraints)
{
    public static readonly RuleDescriptor Definition = new("PL8513", "extra-foreign-key")
    {
        Title = "Foreign key that the schema does not know",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            The database refuses rows that the schema allows, or deletes some with their parent, and the client has no relation to follow. A
            migration drops the key.

            With `relationMode = "prisma"` all foreign keys of a table are one finding. A second key over the columns of a relation that has its own
            is not reported here.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id Int @id
                }

                model Post {
                  id       Int @id
                  authorId Int
                }
                """,
            Clean: MissingForeignKeyRule.Schema)
        {
            Database = """
                CREATE TABLE "User" (id integer PRIMARY KEY);
                CREATE TABLE "Post" (id integer PRIMARY KEY, "authorId" integer NOT NULL,
                  CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" (id) ON UPDATE CASCADE ON DELETE RESTRICT);
                """,
        },
    };

    private protected override IEnumerable<Diagnostic> Compare(DriftScope drift, LiveContext context)
    {
        var isEmulated = context.Schema.RelationMode == RelationMode.Prisma;
        foreach (var (model, table) in drift.StoredTables)
        {
            DatabaseConstraint[] extra = [.. table.ForeignKeys.Where(constraint => constraint.ParentOid == 0 && (isEmulated || IsExtra(drift, model, constraint)))];
            if (isEmulated && extra.Length > 0)
            {
                yield return context.Report(
                    LiveContext.PlaceOf(model), Definition.Name,
                    $"`{table.QualifiedName}` has the foreign keys {SqlNames.List(extra.Select(constraint => constraint.Name))}, and with `relationMode = \"prisma\"` the schema expects none: a migration drops them");
                continue;
            }
            foreach (var constraint in extra)
            {
                yield return context.Report(
                    context.PlaceOfColumns(constraint) with { Object = constraint.QualifiedName }, Definition.Name,
                    $"no relation stands for the foreign key `{constraint.Name}` of `{table.QualifiedName}` to `{constraint.TargetSchema}.{constraint.TargetTable}`"
                    + (constraint.OnDelete == ReferentialAction.Cascade ? ", which deletes rows with their parent" : "")
                    + ": a migration drops it");
            }
        }
    }

    private static bool IsExtra(DriftScope drift, ModelSymbol model, DatabaseConstraint constraint)
    {
        if (drift.Map.KeyOf(constraint) is not null)
            return false;
        // One over an unknown column goes with that.
        if (constraint.Columns.Any(name => constraint.Table.FindColumn(name) is { } column && drift.Map.FieldOf(column) is null))
            return false;
        foreach (var key in model.ForeignKeys)
        {
            var isCopy = drift.Map.ConstraintOf(key) is { } own && own.TargetOid == constraint.TargetOid
                && own.Columns.Zip(own.TargetColumns, Pair).OrderBy(pair => pair, StringComparer.Ordinal)
                    .SequenceEqual(constraint.Columns.Zip(constraint.TargetColumns, Pair).OrderBy(pair => pair, StringComparer.Ordinal));
            if (isCopy || (drift.Map.ConstraintOf(key) is null && ForeignKeyDifferences.FindOther(drift, key, constraint.Table) == constraint))
                return false;
        }
        return true;
    }

    private static string Pair(string column, string target) => column + "=" + target;
}

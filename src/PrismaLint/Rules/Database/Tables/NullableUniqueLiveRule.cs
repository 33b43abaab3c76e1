using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Tables;

/// <summary>Finds uniques that rows with a null slip through.</summary>
public sealed class NullableUniqueLiveRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8034", "nullable-unique-live")
    {
        Title = "Unique over a column that may be null",
        Category = DiagnosticCategory.Database,
        Preset = RulePreset.Recommended,
        Rationale = """
            To a unique two nulls are different: of a compound one, rows whose other columns are equal may repeat as often as one of them is
            null. From PostgreSQL 15 on `NULLS NOT DISTINCT` makes nulls equal; a partial unique over the other columns for the rows with null
            does so in every version (manual, "Unique Constraints"). The column in the database decides, not the field.
            """,
        Example = new RuleExample(
            Flagged: """
                model Page {
                  id    Int     @id
                  orgId Int
                  slug  String?

                  @@unique([orgId, slug])
                }
                """,
            Clean: """
                model Page {
                  id    Int     @id
                  orgId Int
                  slug  String?

                  @@unique([orgId, slug])
                }
                """)
        {
            Database = """
                CREATE TABLE "Page" (id integer PRIMARY KEY, "orgId" integer NOT NULL, slug text);
                CREATE UNIQUE INDEX "Page_orgId_slug_key" ON "Page" ("orgId", slug);
                """,
            Repair = """
                DROP INDEX "Page_orgId_slug_key";
                CREATE UNIQUE INDEX "Page_orgId_slug_key" ON "Page" ("orgId", slug) NULLS NOT DISTINCT;
                """,
        },
        WhenNotToUse = """
            "Unique where present" is what is meant: over one column that is the usual reading, and only a suggestion. Not reported are partial
            uniques, `NULLS NOT DISTINCT`, columns that a check keeps from being null, one-to-one relations, the mark of deleted rows (PL5002
            and its relatives judge that), and uniques whose other columns another unique, full or partial, covers. Where PL3009 says
            the same from the schema, this finding takes its place.
            """,
    };

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Indexes, Definition.Name) || !context.Has(EvidenceSource.Columns, Definition.Name))
            yield break;
        var softDelete = new SoftDelete(context.Static);
        foreach (var index in context.UserTables.SelectMany(table => table.Indexes))
        {
            if (index is not { IsUnique: true, IsPrimary: false, IsPartial: false, HasExpressions: false, AreNullsNotDistinct: false, IsUsable: true, IsPartition: false, IsExclusion: false })
                continue;
            string[] columns = [.. index.KeyColumns.OfType<string>()];
            DatabaseColumn[] nullable = [.. columns.Select(index.Table.FindColumn).OfType<DatabaseColumn>().Where(column => !column.IsNotNull && !IsKeptFromNull(column))];
            if (nullable.Length == 0 || IsMeant(context, softDelete, index, columns, nullable))
                continue;
            yield return Report(context, index, nullable);
        }
    }

    private static Diagnostic Report(LiveContext context, DatabaseIndex index, DatabaseColumn[] nullable)
    {
        var names = string.Join("` or `", nullable.Select(column => column.Name));
        var known = nullable.Select(column => column.Statistics?.NullFraction ?? 0).Max();
        return context.Report(
            context.PlaceOf(index),
            "nullable-unique",
            $"`{index.Name}` on `{index.Table.QualifiedName}` lets through equal rows in which `{names}` is null" + (known > 0 ? $" ({Figures.Percent(known)} of the rows)" : ""))
            with { Severity = index.KeyCount > 1 ? DiagnosticSeverity.Warning : DiagnosticSeverity.Suggestion, Supersedes = ["PL3009"] };
    }

    private static bool IsMeant(LiveContext context, SoftDelete softDelete, DatabaseIndex index, string[] columns, DatabaseColumn[] nullable)
    {
        var table = index.Table;
        if (context.Map.ModelOf(table) is { } model)
        {
            var marks = softDelete.MarkersOf(model).Select(marker => marker.Field).ToArray();
            if (nullable.Any(column => context.Map.FieldOf(table, column.Name) is { } field && Array.IndexOf(marks, field) >= 0)
                || model.ForeignKeys.Any(key => key.IsOneToOne && key.Fields.All(field => columns.Contains(SchemaMap.DatabaseName(field.ColumnName)))))
            {
                return true;
            }
        }
        return IsCoveredOtherwise(index, [.. nullable.Select(column => column.Name)]);
    }

    /// <summary>Another unique is over some of the columns that are never null, for all rows or for those with null.</summary>
    internal static bool IsCoveredOtherwise(DatabaseIndex index, IReadOnlyList<string> nullable) => index.Table.Indexes.Any(other => other != index
        && other is { IsUnique: true, IsUsable: true, HasExpressions: false }
        && other.KeyColumns.All(column => column is not null && index.KeyColumns.Contains(column) && !nullable.Contains(column)));

    private static bool IsKeptFromNull(DatabaseColumn column) => column.Table.Constraints.Any(constraint =>
        constraint is { Kind: DatabaseConstraintKind.Check, IsValidated: true, IsEnforced: true, Definition: { } text }
        && text.StartsWith("CHECK ", StringComparison.Ordinal)
        && IndexPredicate.SplitConjunction(text.Substring("CHECK ".Length)).Any(part => IndexPredicate.FindNullTest(part.Trim('(', ')', ' ')) is { IsNegated: true } test && test.Column == column.Name));
}

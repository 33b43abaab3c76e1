using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>Finds primary keys over other columns than the schema says.</summary>
public sealed class PrimaryKeyDriftRule() : DriftRule(Definition, EvidenceSource.Indexes, EvidenceSource.Constraints)
{
    public static readonly RuleDescriptor Definition = new("PL8508", "primary-key-drift")
    {
        Title = "Primary key over other columns than the schema says",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            The client takes `@id` for unique: `findUnique`, `update` and `upsert` by it reach one row. Without the key they reach several, `upsert`
            by `ON CONFLICT` fails (42P10), and foreign keys cannot refer to the table.

            A unique index over the same NOT NULL columns does the key's work and makes it a warning, and so does another order of the columns. A key
            that only the database has, over a model with nothing but `@unique`, is a suggestion.
            """,
        Example = new RuleExample(
            Flagged: """
                model Tag {
                  id   Int    @id
                  name String
                }
                """,
            Clean: """
                model Tag {
                  id   Int    @id
                  name String
                }
                """)
        {
            Database = """
                CREATE TABLE "Tag" (id integer NOT NULL, name text NOT NULL);
                """,
            Repair = """
                ALTER TABLE "Tag" ADD CONSTRAINT "Tag_pkey" PRIMARY KEY (id);
                """,
        },
    };

    private protected override IEnumerable<Diagnostic> Compare(DriftScope drift, LiveContext context)
    {
        foreach (var (model, table) in drift.StoredTables)
        {
            var found = table.Indexes.FirstOrDefault(index => index.IsPrimary);
            if (model.PrimaryKey is not { } declared)
            {
                if (found is not null)
                {
                    yield return context.Report(
                        LiveContext.PlaceOf(model), Definition.Name,
                        $"`{table.QualifiedName}` has the primary key ({string.Join(", ", found.KeyColumns)}), and `{model.Name}` none")
                        with { Severity = DiagnosticSeverity.Suggestion };
                }
                continue;
            }
            if (!drift.HasColumns(declared.Fields))
                continue;
            string[] columns = [.. declared.Fields.Select(column => SchemaMap.DatabaseName(column.ColumnName))];
            if (found is null)
                yield return Missing(context, model, table, declared, columns);
            else if (!found.KeyColumns.SequenceEqual(columns))
                yield return Other(context, model, table, declared, columns, found);
        }
    }

    private static Diagnostic Missing(LiveContext context, ModelSymbol model, DatabaseTable table, IndexSymbol declared, string[] columns)
    {
        var stand = table.Indexes.FirstOrDefault(index =>
            index is { IsUnique: true, IsUsable: true, IsPartial: false, HasExpressions: false }
            && index.KeyColumns.OrderBy(name => name, StringComparer.Ordinal).SequenceEqual(columns.OrderBy(name => name, StringComparer.Ordinal))
            && index.KeyColumns.All(name => name is not null && table.FindColumn(name) is { IsNotNull: true }));
        var text = stand is null
            ? $"`{table.QualifiedName}` has no primary key: several rows may have the same {Words(declared)}, and `upsert` fails"
            : $"`{table.QualifiedName}` has no primary key, only the unique index `{stand.Name}` over its columns";
        return context.Report(
            LiveContext.PlaceOf(declared), Definition.Name,
            $"{text}. `ALTER TABLE {SqlNames.Quote(table)} ADD PRIMARY KEY ({SqlNames.QuoteColumns(declared.Fields)})`")
            with { Severity = DriftScope.SeverityOf(model, stand is null ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning) };
    }

    private static Diagnostic Other(LiveContext context, ModelSymbol model, DatabaseTable table, IndexSymbol declared, string[] columns, DatabaseIndex found)
    {
        var isOrder = found.KeyColumns.Count == columns.Length && columns.All(name => found.KeyColumns.Contains(name));
        return context.Report(
            LiveContext.PlaceOf(declared), Definition.Name,
            $"the primary key of `{table.QualifiedName}` is ({string.Join(", ", found.KeyColumns)}) in the database, and ({string.Join(", ", columns)}) by the schema: "
            + (isOrder ? "it serves other queries than expected" : $"several rows may have the same {Words(declared)}"))
            with { Severity = DriftScope.SeverityOf(model, isOrder ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error) };
    }

    private static string Words(IndexSymbol declared) => string.Join(", ", declared.Columns.Select(column => $"`{column.Path}`"));
}

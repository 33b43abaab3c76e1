using System;
using System.Collections.Generic;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>Finds fields whose column the table does not have.</summary>
public sealed class MissingColumnRule() : DriftRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8503", "missing-column")
    {
        Title = "Field without a column in the database",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            The client selects all columns of a model by name, so one that is missing makes every query of the model fail, not only those that
            ask for it (`column does not exist`, 42703, in Prisma P2022). Indexes and keys over the column are not reported beside it.

            A column that the schema does not know and that could be the same one is named; with one of `@ignore` nothing breaks at run time.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id    Int     @id
                  email String?
                }
                """,
            Clean: """
                model User {
                  id    Int     @id
                  email String?
                }
                """)
        {
            Database = """
                CREATE TABLE "User" (id integer PRIMARY KEY);
                """,
            Repair = """
                ALTER TABLE "User" ADD COLUMN email text;
                """,
        },
        Fix = "Maps the field to the column that it seems to mean. Unsafe: that it is the same one is a guess.",
    };

    private protected override IEnumerable<Diagnostic> Compare(DriftScope drift, LiveContext context)
    {
        foreach (var (model, table) in drift.Tables)
        {
            var renamed = RenamedColumns.Of(drift, model, table);
            foreach (var declared in RenamedColumns.Missing(drift, model))
            {
                var other = renamed.TryGetValue(declared, out var column) ? column : null;
                var found = context.Report(LiveContext.PlaceOf(declared), Definition.Name, Describe(drift, declared, table, other))
                    with { Severity = DriftScope.SeverityOf(declared, DiagnosticSeverity.Error) };
                yield return other is not null && MapEdits.OfField(declared, other.Name, isWritten: false) is { } edit
                    ? found.WithFix(CodeFix.Unsafe($"Map `{declared.DisplayName}` to `{other.Name}`", edit))
                    : found;
            }
        }
    }

    private static string Describe(DriftScope drift, FieldSymbol declared, DatabaseTable table, DatabaseColumn? other)
    {
        var name = SchemaMap.DatabaseName(declared.ColumnName);
        var text = $"`{table.QualifiedName}` has no column `{name}`: {(declared.IsIgnored ? "the client does not use it" : $"every query of `{declared.Owner.Name}` fails")}";
        if (other is not null)
        {
            return string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)
                ? $"{text}. `{other.Name}` differs from it only in case"
                : $"{text}. `{other.Name}` has its type: was it renamed?";
        }
        return $"{text}. `ALTER TABLE {SqlNames.Quote(table)} ADD COLUMN {SqlNames.Quote(name)} {TypeOf(drift, declared)}` adds it{(declared.IsRequired && declared.Default is null ? ", with a value for the rows that are there" : "")}";
    }

    private static string TypeOf(DriftScope drift, FieldSymbol declared)
    {
        var type = SqlType.Of(declared, drift.Map);
        return type.Schema is { } schema ? $"{SqlNames.Quote(schema)}.{SqlNames.Quote(type.Name)}{(type.IsArray ? "[]" : "")}" : type.ToString();
    }
}

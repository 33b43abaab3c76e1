using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>Finds columns that no field stands for.</summary>
public sealed class ExtraColumnRule() : DriftRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8504", "extra-column")
    {
        Title = "Column that the schema does not know",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            A column that is NOT NULL, has no default and is unknown to the schema makes every `create` fail: the client does not name it, and the
            database refuses the row (23502). Any other one is harmless at run time and reported as a suggestion, all of a table in one finding:
            migrations propose to drop it with what it holds.

            A trigger before INSERT may fill the column: then the finding is a warning.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id Int @id
                }
                """,
            Clean: """
                model User {
                  id    Int    @id
                  email String
                }
                """)
        {
            Database = """
                CREATE TABLE "User" (id integer PRIMARY KEY, email text NOT NULL);
                """,
        },
        Fix = "Adds the field of a required column whose type the schema has a word for. Unsafe: the client's API changes.",
    };

    private protected override IEnumerable<Diagnostic> Compare(DriftScope drift, LiveContext context)
    {
        foreach (var (model, table) in drift.Tables)
        {
            var renamed = RenamedColumns.Of(drift, model, table).Values;
            var extra = RenamedColumns.Extra(drift, table).Where(column => !renamed.Contains(column)).ToList();
            foreach (var column in extra.Where(IsDemanded).ToArray())
            {
                extra.Remove(column);
                yield return Demanded(context, model, column);
            }
            if (extra.Count == 0)
                continue;
            string[] indexes = [.. table.Indexes.Where(index => index.KeyColumns.Any(name => extra.Exists(column => column.Name == name))).Select(index => index.Name)];
            yield return context.Report(
                LiveContext.PlaceOf(model) with { Object = extra.Count == 1 ? extra[0].QualifiedName : model.DisplayName },
                Definition.Name,
                $"the schema does not know {(extra.Count == 1 ? "the column" : "the columns")} {SqlNames.List(extra.Select(column => column.Name), 8)} of `{table.QualifiedName}`"
                + (indexes.Length > 0 ? $", nor {SqlNames.List(indexes)} on {(extra.Count == 1 ? "it" : "them")}" : "")
                + $": the client never reads {(extra.Count == 1 ? "it" : "them")}, and a migration drops {(extra.Count == 1 ? "it" : "them")}")
                with { Severity = DiagnosticSeverity.Suggestion };
        }
    }

    private static bool IsDemanded(DatabaseColumn column) => column is { IsNotNull: true, Default: null, IsIdentity: false, IsGenerated: false };

    private static Diagnostic Demanded(LiveContext context, ModelSymbol model, DatabaseColumn column)
    {
        // Row, before, insert.
        var trigger = column.Table.Triggers.FirstOrDefault(trigger => !trigger.IsInternal && (trigger.Kind & 7) == 7);
        var what = $"the schema does not know the column `{column.Name}` of `{column.Table.QualifiedName}`, which is NOT NULL and has no default";
        var found = context.Report(
            LiveContext.PlaceOf(model) with { Object = column.QualifiedName }, Definition.Name,
            trigger is null ? $"{what}: every `create` of `{model.Name}` fails" : $"{what}: unless the trigger `{trigger.Name}` fills it, every `create` of `{model.Name}` fails")
            with { Severity = DriftScope.SeverityOf(model, trigger is null ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning) };
        return FieldFor(context, model, column) is { } fix ? found.WithFix(fix) : found;
    }

    private static CodeFix? FieldFor(LiveContext context, ModelSymbol model, DatabaseColumn column)
    {
        var datasource = context.Schema.Datasource?.Name ?? "db";
        if (SqlType.Of(column, context.Snapshot) is not { } type || model.Columns.LastOrDefault() is not { } last || model.FindField(column.Name) is not null || !SyntaxFacts.IsValidName(column.Name))
            return null;
        var arguments = type.Arguments.Length == 0 ? "" : "(" + type.Arguments.Replace(",", ", ") + ")";
        var (name, native) = type.Name switch
        {
            "text" => ("String", ""),
            "character varying" => ("String", "VarChar" + arguments),
            "uuid" => ("String", "Uuid"),
            "boolean" => ("Boolean", ""),
            "smallint" => ("Int", "SmallInt"),
            "integer" => ("Int", ""),
            "bigint" => ("BigInt", ""),
            "double precision" => ("Float", ""),
            "real" => ("Float", "Real"),
            "numeric" => ("Decimal", "Decimal" + arguments),
            "timestamp without time zone" => ("DateTime", "Timestamp" + arguments),
            "timestamp with time zone" => ("DateTime", "Timestamptz" + arguments),
            "date" => ("DateTime", "Date"),
            "jsonb" => ("Json", ""),
            "bytea" => ("Bytes", ""),
            _ => ("", ""),
        };
        return name.Length == 0
            ? null
            : CodeFix.Unsafe($"Add the field `{column.Name}`", SchemaEdits.InsertField(last, column.Name, name + (type.IsArray ? "[]" : ""), native.Length > 0 ? $"@{datasource}.{native}" : ""));
    }
}

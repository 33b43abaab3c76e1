using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Types;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Tables;

/// <summary>Finds columns of types that PostgreSQL advises against.</summary>
public sealed class DiscouragedColumnTypeRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8036", "discouraged-column-type")
    {
        Title = "Column of a type that PostgreSQL advises against",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            `money` reads and writes by the server's `lc_monetary`. `char(n)` is filled up with blanks, and no faster than `varchar(n)`. `json`
            is kept as text, has no equality and no index. The `reg…` types hold numbers of catalog objects: most of them keep `pg_upgrade`
            from running (manual, "pg_upgrade"; wiki, "Don't Do This").
            """,
        Example = new RuleExample(
            Flagged: """
                model Product {
                  id Int @id
                }
                """,
            Clean: """
                model Product {
                  id Int @id
                }
                """)
        {
            Database = """
                CREATE TABLE "Product" (id integer PRIMARY KEY, price money);
                """,
            Repair = """
                ALTER TABLE "Product" ALTER COLUMN price TYPE numeric(19, 4);
                """,
        },
        WhenNotToUse = """
            What the schema says by itself, PL4004 (`@db.Money`) and PL4006 (`@db.Json`) report at the field; where the schema says another type
            than the database has, the difference is PL8001's. Left are columns that the schema does not know, `char(n)`, for which PL4005
            gives way, and the `reg…` types. As in PL4005, `char(1)`, codes, digests and columns that refer to another one are
            left alone. `serial` is no fault: Prisma writes it.

            | schema | database | who speaks |
            |---|---|---|
            | `@db.Money`, `@db.Json` | the same | PL4004, PL4006 |
            | another type | `money`, `json` | PL8001 |
            | `@db.Char(n)` | `char(n)` | this rule, instead of PL4005 |
            | unknown | any of them | this rule, at the model |
            """,
    };

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Columns, Definition.Name))
            yield break;
        foreach (var column in context.UserTables.SelectMany(table => table.Columns))
        {
            if (Describe(context, column) is { } what)
                yield return context.Report(context.PlaceOf(column), Definition.Name, $"`{column.QualifiedName}` is `{column.Type}`, {what}") with { Supersedes = ["PL4005"] };
        }
    }

    private static string? Describe(LiveContext context, DatabaseColumn column)
    {
        var field = context.Map.FieldOf(column);
        var element = column.IsArray ? column.TypeName.Substring(1) : column.TypeName;
        return element switch
        {
            "money" when field is null => "whose amounts hang on the server's `lc_monetary`: `numeric` says what it holds",
            "json" when field is null && !JsonInsteadOfJsonbRule.IsVerbatim(column.Name) => "kept as text, without equality and without index: `jsonb` has both",
            "bpchar" when (field is null || field.NativeType?.Name == "Char") && !IsFixed(column, field) => "filled up with blanks: `varchar` or `text` keep what was written",
            _ when element.StartsWith("reg", StringComparison.Ordinal) && column.TypeSchema == "pg_catalog" && element is not ("regclass" or "regrole" or "regtype") =>
                "the number of a catalog object, which keeps `pg_upgrade` from running",
            _ when element is "regclass" or "regrole" or "regtype" && column.TypeSchema == "pg_catalog" => "the number of a catalog object, which no dump takes along",
            _ => null,
        };
    }

    // Four bytes of the modifier are not the length.
    private static bool IsFixed(DatabaseColumn column, FieldSymbol? field) =>
        column.Table.ForeignKeys.Any(key => key.Columns.Contains(column.Name))
        || (column.TypeModifier >= 0 && (field is null ? CharTypeRule.IsFixed(column.Name, (int)column.TypeModifier - 4) : CharTypeRule.IsFixed(field, (int)column.TypeModifier - 4)));
}

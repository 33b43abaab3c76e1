using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Sql;

namespace PrismaLint.Rules.Migrations;

/// <summary>Finds new columns that have a value of their own in each row, so that each row is written.</summary>
public sealed class VolatileDefaultRewriteRule() : MigrationRule(Definition)
{
    // Stable functions have one value in a statement, which is kept in the catalog.
    private static readonly HashSet<string> s_harmless = new(StringComparer.Ordinal)
    {
        "now", "current_timestamp", "current_date", "current_time", "localtimestamp", "localtime", "transaction_timestamp", "statement_timestamp", "current_user", "session_user",
        "array", "null", "true", "false", "interval", "date", "timestamp", "timestamptz", "text", "jsonb", "json", "uuid", "cast", "as", "lower", "upper", "coalesce", "concat", "md5",
        "to_timestamp", "jsonb_build_object", "json_build_object", "jsonb_build_array", "current_setting", "date_trunc", "make_interval", "round", "abs", "length", "at", "time", "zone", "not", "and", "or",
    };

    public static readonly RuleDescriptor Definition = new("PL9009", "volatile-default-rewrite")
    {
        Title = "New column that rewrites the table",
        Category = DiagnosticCategory.Migrations,
        Rationale = """
            From PostgreSQL 11 on a new column with a constant default costs nothing: the value stands in the catalog, and `now()` counts as one. A default that differs
            from row to row (`gen_random_uuid()`, `random()`, `clock_timestamp()`, a sequence), an identity, and a stored generated column are written into each
            row, under ACCESS EXCLUSIVE (manual, ALTER TABLE, notes). Add the column without default, set the default, fill old rows in batches.
            """,
        Example = new RuleExample(
            Flagged: """
                ALTER TABLE "Post" ADD COLUMN "token" UUID NOT NULL DEFAULT gen_random_uuid();
                """,
            Clean: """
                ALTER TABLE "Post" ADD COLUMN "token" UUID;
                ALTER TABLE "Post" ALTER COLUMN "token" SET DEFAULT gen_random_uuid();
                """)
        {
            Before = """CREATE TABLE "Post" ("id" INTEGER PRIMARY KEY);""",
        },
        WhenNotToUse = "Small tables are written in no time. A function that this rule does not know is taken for volatile where it stands with parentheses; where yours is not, hide it there.",
    };

    protected override IEnumerable<Diagnostic> Judge(MigrationContext context)
    {
        foreach (var (migration, _, alter, action) in context.ActionsOnOldTables)
        {
            if (action is AddColumnAction { Column: var column } && WhyWritten(column) is { } why)
                yield return context.Report(migration, column.NameSpan, $"{alter.Name.Name}.{column.Name}", $"Adding `{column.Name}` writes every row of `{alter.Name}` under ACCESS EXCLUSIVE: {why}. Add it without, and fill the rows in batches");
        }
    }

    private static string? WhyWritten(ColumnDefinition column)
    {
        if (column.IsSerial)
            return "each row draws a number";
        if (column.IsIdentity)
            return "each row draws an identity";
        if (column.Generated is not null)
            return "a stored generated column is computed for each";
        return column.Default is { } text && FindVolatile(text) is { } function ? $"`{function}()` has another value in each" : null;
    }

    private static string? FindVolatile(string expression)
    {
        var plain = ExpressionText.Parse(expression).Text;
        return SqlText.Names(expression).FirstOrDefault(name => !s_harmless.Contains(name) && plain.Contains(name + " (", StringComparison.Ordinal));
    }
}

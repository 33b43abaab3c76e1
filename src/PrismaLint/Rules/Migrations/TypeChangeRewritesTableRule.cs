using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Sql;

namespace PrismaLint.Rules.Migrations;

/// <summary>Finds changes of a column's type that write the whole table anew.</summary>
public sealed class TypeChangeRewritesTableRule() : MigrationRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL9008", "type-change-rewrites-table")
    {
        Title = "Change of type that rewrites the table",
        Category = DiagnosticCategory.Migrations,
        Rationale = """
            `ALTER COLUMN … TYPE` writes every row and every index of the table anew under ACCESS EXCLUSIVE: nobody reads or writes until it is done, and twice the space is needed
            meanwhile. Only a few changes are made in the catalog alone: a longer `varchar`, `varchar` to `text`, more digits of a `numeric` of the same scale, a finer precision of times, `cidr` to
            `inet` (PostgreSQL manual, ALTER TABLE, notes). `timestamp` to `timestamptz` is one of them only in a session whose time zone is UTC.

            The way without a wait: add a column of the new type, write both, fill the old rows in batches, switch the clients, drop the old one.
            """,
        Example = new RuleExample(
            Flagged: """
                ALTER TABLE "Post" ALTER COLUMN "views" SET DATA TYPE BIGINT;
                """,
            Clean: """
                ALTER TABLE "Post" ALTER COLUMN "title" SET DATA TYPE TEXT;
                """)
        {
            Before = """CREATE TABLE "Post" ("id" INTEGER PRIMARY KEY, "views" INTEGER NOT NULL, "title" VARCHAR(20) NOT NULL);""",
        },
        WhenNotToUse = "Small tables are rewritten in no time. A column whose type before is not known from the migrations is not reported, nor is the swap of types by which Prisma changes an enum.",
    };

    protected override IEnumerable<Diagnostic> Judge(MigrationContext context)
    {
        foreach (var (migration, step, alter, action) in context.ActionsOnOldTables)
        {
            if (action is SetTypeAction set
                && step.Columns.TryGetValue(set.Column, out var before)
                && before.AddedIn != migration.Number
                && !set.Type.TrimEnd('"', '[', ']').EndsWith("_new", StringComparison.Ordinal)
                && !IsCatalogOnly(before.Type, set.Type, set.Using is not null))
            {
                yield return context.Report(migration, action.Span, $"{alter.Name.Name}.{set.Column}", $"`{set.Column}` from `{before.Type}` to `{set.Type}` writes `{alter.Name}` and its indexes anew under ACCESS EXCLUSIVE: reads and writes wait. Add a second column, fill it, switch over");
            }
        }
    }

    /// <summary>The server changes the catalog alone, no row.</summary>
    internal static bool IsCatalogOnly(string old, string type, bool hasUsing)
    {
        if (old == type)
            return true;
        var (oldName, oldArguments) = Split(old);
        var (newName, newArguments) = Split(type);
        // An expression is computed for each row, unless it is a mere cast; who writes one has reasons.
        if (hasUsing && oldName != newName && newName != "text")
            return false;
        if (oldName == "character varying" && newName is "text" or "character varying" && newName != "character varying")
            return true;
        if (oldName is "character varying" or "bit varying" && newName == oldName)
            return newArguments.Length == 0 || (oldArguments.Length > 0 && newArguments[0] >= oldArguments[0]);
        if (oldName == "text" && newName == "character varying")
            return newArguments.Length == 0;
        if (oldName == "numeric" && newName == "numeric")
            return newArguments.Length == 0 || (oldArguments.Length == 2 && newArguments.Length == 2 && newArguments[1] == oldArguments[1] && newArguments[0] >= oldArguments[0]);
        if (oldName == newName && (oldName.StartsWith("timestamp", StringComparison.Ordinal) || oldName.StartsWith("time", StringComparison.Ordinal)))
            return newArguments.Length == 0 || (oldArguments.Length > 0 && newArguments[0] >= oldArguments[0]);
        return (oldName, newName) is ("cidr", "inet") or ("varbit", "bit varying") or ("citext", "text") or ("text", "citext");
    }

    // `timestamp(3) without time zone` → `timestamp without time zone`, [3]
    private static (string Name, int[] Arguments) Split(string type)
    {
        var open = type.IndexOf('(');
        var close = type.IndexOf(')');
        if (open < 0 || close < open)
            return (type, []);
        var arguments = type.Substring(open + 1, close - open - 1).Split(',').Select(part => int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0).ToArray();
        return (type.Remove(open, close + 1 - open), arguments);
    }
}

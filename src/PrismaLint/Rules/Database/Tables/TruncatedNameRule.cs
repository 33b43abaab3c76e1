using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Tables;

/// <summary>Finds names that PostgreSQL has cut off.</summary>
public sealed class TruncatedNameRule() : LiveRule(Definition)
{
    private const string Detail = "name-truncated";

    // NAMEDATALEN - 1
    private const int Limit = 63;

    // Prisma and PostgreSQL shorten the names that they make and keep the end.
    private static readonly string[] s_suffixes = ["_idx", "_key", "_pkey", "_fkey", "_check", "_excl", "_seq", "_not_null", "_unique", "_index"];

    public static readonly RuleDescriptor Definition = new("PL8037", "truncated-name")
    {
        Title = "Name that the database has cut off",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            PostgreSQL cuts a name after 63 bytes, at a character, with a notice that nobody sees. Two long names may become one, and a
            migration that names the object in full later finds nothing (manual, "Identifiers and Key Words").
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id    Int    @id
                  email String
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
                CREATE INDEX index_of_the_users_by_their_electronic_mail_address_for_the_sign_in_page ON "User" (email);
                """,
            Repair = """
                ALTER INDEX index_of_the_users_by_their_electronic_mail_address_for_the_sign_in_page RENAME TO users_by_email;
                """,
        },
        WhenNotToUse = "A name of exactly 63 bytes may be as it was meant: one that the schema writes just so is not reported, nor one that ends as generated names do. Names that are too long in the schema are PL1009's.",
    };

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Relations, Definition.Name))
            yield break;
        foreach (var table in context.UserTables)
        {
            if (IsCut(table.Name) && context.Map.ModelOf(table) is null && context.Map.RelationOf(table) is null)
                yield return Report(context, context.PlaceOf(table), "table", table.Name);
            foreach (var column in table.Columns.Where(column => IsCut(column.Name) && context.Map.FieldOf(column) is null))
                yield return Report(context, context.PlaceOf(column), "column", column.Name);
            foreach (var index in table.Indexes.Where(index => IsCut(index.Name) && !index.IsPartition && context.Map.MatchOf(index)?.Symbol.DatabaseName != index.Name))
                yield return Report(context, context.PlaceOf(index), "index", index.Name);
            foreach (var constraint in table.Constraints.Where(constraint =>
                IsCut(constraint.Name) && constraint.ParentOid == 0 && !table.Indexes.Any(index => index.Constraint == constraint) && context.Map.KeyOf(constraint)?.ConstraintName != constraint.Name))
            {
                yield return Report(context, context.PlaceOf(constraint), "constraint", constraint.Name);
            }
        }
    }

    private static Diagnostic Report(LiveContext context, LivePlace place, string what, string name) =>
        context.Report(place, Detail, $"The name of the {what} `{name}` has {Limit} bytes, as many as PostgreSQL keeps: it looks cut off");

    // Cut at a character, it may lack up to three bytes of the limit; only the full ones are sure enough.
    private static bool IsCut(string name) => Encoding.UTF8.GetByteCount(name) == Limit && !Array.Exists(s_suffixes, suffix => name.EndsWith(suffix, StringComparison.Ordinal));
}

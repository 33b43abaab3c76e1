using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Indexes;

/// <summary>Finds indexes that were never finished: they cost on each write and serve no query.</summary>
public sealed class InvalidIndexRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8005", "invalid-index")
    {
        Title = "Index that queries cannot use",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            `CREATE INDEX CONCURRENTLY` and `REINDEX CONCURRENTLY` that fail half-way (a duplicate, a deadlock, a cancelled session) leave
            their index behind, marked invalid. The planner never uses it, each write still keeps it up to date, and a unique one goes on
            refusing duplicates without promising that there are none. `prisma migrate` and its diff do not look at the mark, so a
            schema whose `@@unique` stands there looks kept (PostgreSQL manual, CREATE INDEX, "Building Indexes Concurrently").

            Not reported while `pg_stat_progress_create_index` still lists the index: it is being built.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id    Int    @id
                  email String

                  @@index([email], map: "User_email_idx")
                }
                """,
            Clean: """
                model User {
                  id    Int    @id
                  email String

                  @@index([email], map: "User_email_idx")
                }
                """)
        {
            Database = """
                CREATE TABLE "User" (id integer PRIMARY KEY, email text NOT NULL);
                CREATE INDEX "User_email_idx" ON "User" (email);
                UPDATE pg_index SET indisvalid = false WHERE indexrelid = '"User_email_idx"'::regclass;
                """,
            Repair = """
                REINDEX INDEX "User_email_idx";
                """,
        },
    };

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Indexes, Definition.Name))
            yield break;
        HashSet<long> building = [.. context.Snapshot.Rows(EvidenceSource.IndexProgress).Select(row => row.Number("index"))];
        foreach (var index in context.Snapshot.Tables.SelectMany(table => table.Indexes).Where(index => !index.IsUsable && !building.Contains(index.Oid)))
            yield return context.Report(IndexFacts.Place(context, index), Definition.Name, Describe(index));
    }

    private static string Describe(DatabaseIndex index)
    {
        var what = $"`{index.Name}` on `{index.Table.QualifiedName}` is invalid: queries do not use it and writes pay for it";
        if (index.Constraint is { } constraint)
            return $"{what}. It backs the constraint `{constraint.Name}`: `REINDEX INDEX CONCURRENTLY` it";
        if (index.Name.EndsWith("_ccnew", StringComparison.Ordinal) || index.Name.EndsWith("_ccold", StringComparison.Ordinal))
            return $"{what}. A `REINDEX CONCURRENTLY` left it behind: `DROP INDEX CONCURRENTLY` it";
        var twin = index.Table.Indexes.FirstOrDefault(other => other != index && other.IsUsable && other.Shape is { } shape && index.Shape is { } own && shape.Columns.SequenceEqual(own.Columns) && other.IsUnique == index.IsUnique);
        return twin is null
            ? $"{what}. `REINDEX INDEX CONCURRENTLY` builds it anew"
            : $"{what}. `{twin.Name}` does its work: `DROP INDEX CONCURRENTLY` it";
    }
}

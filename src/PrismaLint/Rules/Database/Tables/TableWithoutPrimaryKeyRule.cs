using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Tables;

/// <summary>Finds tables without a primary key.</summary>
public sealed class TableWithoutPrimaryKeyRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8011", "table-without-primary-key")
    {
        Title = "Table without a primary key",
        Category = DiagnosticCategory.Database,
        Preset = RulePreset.Recommended,
        Rationale = """
            Nothing tells two equal rows apart: neither an update of one of them nor the removal of a duplicate can name it. Logical
            replication refuses updates and deletes of such a table as long as it has no other replica identity (manual, "Publication"),
            and tools that copy or repair rows look for the key.
            """,
        Example = new RuleExample(
            Flagged: """
                model Reading {
                  device Int
                  at     DateTime

                  @@id([device, at])
                }
                """,
            Clean: """
                model Reading {
                  device Int
                  at     DateTime

                  @@id([device, at])
                }
                """)
        {
            Database = """
                CREATE TABLE "Reading" (device integer NOT NULL, at timestamp(3) NOT NULL);
                """,
            Repair = """
                ALTER TABLE "Reading" ADD CONSTRAINT "Reading_pkey" PRIMARY KEY (device, at);
                """,
        },
        WhenNotToUse = """
            Not reported are partitions, tables of extensions, `_prisma_migrations`, and join tables in the form of Prisma 5 and before, whose
            unique over `A` and `B` does the work. Where PL2018 says the same of a model, this finding takes its place.
            """,
    };

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Constraints, Definition.Name) || !context.Has(EvidenceSource.Indexes, Definition.Name))
            yield break;
        foreach (var table in context.UserTables.Where(table => table.PrimaryKey is null && !IsOldJoinTable(table)))
        {
            var unique = table.Indexes.FirstOrDefault(index => index is { IsUnique: true, IsPartial: false, HasExpressions: false, IsUsable: true }
                && index.KeyColumns.All(column => column is not null && table.FindColumn(column)?.IsNotNull == true));
            yield return context.Report(
                context.PlaceOf(table),
                "no-primary-key",
                $"`{table.QualifiedName}` has no primary key"
                + (unique is null ? ": equal rows cannot be told apart" : $", only the unique `{unique.Name}` over `{SqlNames.Columns(unique)}`")
                + (table.Indexes.Any(index => index.IsReplicaIdentity) ? "; an index is its replica identity" : ""))
                with { Supersedes = ["PL2018"] };
        }
    }

    private static bool IsOldJoinTable(DatabaseTable table) =>
        table.Name.StartsWith('_')
        && table.Columns.Count == 2
        && table.FindColumn("A") is not null
        && table.FindColumn("B") is not null
        && table.Indexes.Any(index => index is { IsUnique: true, IsUsable: true, IsPartial: false, KeyCount: 2 } && index.KeyColumns.Contains("A") && index.KeyColumns.Contains("B"));
}

using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Tables;

/// <summary>Finds very large tables that only grow, by time.</summary>
public sealed class PartitionCandidateRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8029", "partition-candidate")
    {
        Title = "Very large table that grows with time",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            Old rows of a partition by month go by dropping it, in an instant and without dead rows; vacuum and indexes stay small, and
            queries over a span of time read only its partitions (manual, "Table Partitioning"). It pays for tables of many million rows
            that are written once and asked by time. Prisma reads and writes a partitioned table like any other; the partitions are made
            in migrations, and the primary key must hold the time.
            """,
        Example = new RuleExample(
            Flagged: """
                model Event {
                  id Int      @id
                  at DateTime @db.Timestamptz(3)

                  @@index([at])
                }
                """,
            Clean: """
                model Event {
                  id Int      @id
                  at DateTime @db.Timestamptz(3)
                }
                """)
        {
            Database = """
                CREATE TABLE "Event" (id integer PRIMARY KEY, at timestamptz(3) NOT NULL);
                CREATE INDEX "Event_at_idx" ON "Event" (at);
                INSERT INTO "Event" SELECT g, now() FROM generate_series(1, 2000) g;
                ANALYZE "Event";
                """,
            Repair = """
                DROP INDEX "Event_at_idx";
                """,
            Options = new Dictionary<string, string> { ["min_days"] = "0", ["PL8029.min_rows"] = "1000" },
        },
        WhenNotToUse = "Other tables refer to its rows by their id alone: to a partitioned table they must refer by the whole key.",
    };

    public static readonly RuleOption<int> MinRows = RuleOption.Number("min_rows", "Rows that make a table very large.", 50_000_000);

    public static readonly RuleOption<int> MinSize = RuleOption.Number("min_size", "Gigabytes that make a table very large, indexes included.", 50, 1);

    private const double Days = 14;

    // Updates and deletes, as a part of the inserts.
    private const double MostChanges = 0.1;

    public override IReadOnlyList<RuleOption> Options => [MinRows, MinSize];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        var blockSize = TableFacts.BlockSize(context.Snapshot);
        DatabaseTable[] large =
        [
            .. context.UserTables.Where(table => table.Kind == DatabaseTableKind.Table
                && (table.Rows >= context.Get(MinRows) || TableFacts.Size(table, blockSize) >= (double)context.Get(MinSize) * (1L << 30))),
        ];
        if (large.Length == 0 || !context.Has(EvidenceSource.TableStatistics, Definition.Name) || !context.Has(EvidenceSource.Indexes, Definition.Name) || !context.CoversDays(Days, Definition.Name))
            yield break;
        foreach (var table in large)
        {
            if (table.Statistics is not { Inserted: > 0 } statistics || statistics.Updated + statistics.Deleted >= statistics.Inserted * MostChanges)
                continue;
            var time = table.Indexes
                .Where(index => index is { IsUsable: true, Method: "btree" or "brin" })
                .Select(index => index.KeyColumns[0] is { } name ? table.FindColumn(name) : null)
                .FirstOrDefault(column => column?.TypeName is "timestamp" or "timestamptz" or "date");
            if (time is null)
                continue;
            yield return context.Report(
                context.PlaceOf(table),
                Definition.Name,
                $"`{table.QualifiedName}` has {Figures.Count(table.Rows ?? 0, "row")} in {Figures.Size(TableFacts.Size(table, blockSize))}, grows and hardly changes: partitions by `{time.Name}` would keep it manageable");
        }
    }
}

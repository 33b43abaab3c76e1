using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Tables;

namespace PrismaLint.Rules.Database.Indexes;

/// <summary>Finds times in the order of the rows on disk, where a BRIN index is a thousandth of a B-tree.</summary>
public sealed class BrinCandidateRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8023", "brin-candidate")
    {
        Title = "Times that lie on disk in their order",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            A BRIN index keeps the least and the greatest value of each range of pages. Where rows only ever come in at the end, with their
            time, it finds a span of time about as fast as a B-tree and takes kilobytes where that takes gigabytes (manual, "BRIN
            Indexes"). ANALYZE measures whether order on disk and order of values agree (`pg_stats.correlation`).
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

                  @@index([at], type: Brin)
                }
                """)
        {
            Database = """
                CREATE TABLE "Event" (id integer PRIMARY KEY, at timestamptz(3) NOT NULL);
                INSERT INTO "Event" SELECT g, now() + g * interval '1 second' FROM generate_series(1, 2000) g;
                CREATE INDEX "Event_at_idx" ON "Event" (at);
                ANALYZE "Event";
                """,
            Repair = """
                DROP INDEX "Event_at_idx";
                CREATE INDEX "Event_at_idx" ON "Event" USING brin (at);
                """,
            Options = new Dictionary<string, string> { ["min_days"] = "0", ["PL8023.min_rows"] = "1000" },
        },
        WhenNotToUse = "Single rows are looked for by their exact time, or the newest ones sorted: BRIN gives no order. Reported is one column of a table, the one that agrees best, where updates and deletes are less than a hundredth of the inserts.",
    };

    public static readonly RuleOption<int> MinRows = RuleOption.Number("min_rows", "Rows that the table must have.", 10_000_000);

    private const double Days = 14;

    private const double MinCorrelation = 0.99;

    private const double MostChanges = 0.01;

    public override IReadOnlyList<RuleOption> Options => [MinRows];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        DatabaseTable[] large = [.. context.UserTables.Where(table => table.Rows >= context.Get(MinRows))];
        if (large.Length == 0 || !TableFacts.HasColumnStatistics(context, Definition.Name) || !context.Has(EvidenceSource.TableStatistics, Definition.Name) || !context.CoversDays(Days, Definition.Name))
            yield break;
        foreach (var table in large)
        {
            if (TableFacts.Sum(table, statistics => statistics.Inserted) is not (> 0 and var inserted)
                || TableFacts.Sum(table, statistics => statistics.Updated + statistics.Deleted) >= inserted * MostChanges)
            {
                continue;
            }
            var best = table.Columns
                .Where(column => column.TypeName is "timestamp" or "timestamptz" or "date" && column.Statistics?.Correlation > MinCorrelation)
                .OrderByDescending(column => column.Statistics?.Correlation)
                .FirstOrDefault();
            if (best is null || table.Indexes.Any(index => index.Method == "brin" && index.KeyColumns.Contains(best.Name)))
                continue;
            var btree = table.Indexes.FirstOrDefault(index => index is { Method: "btree", KeyCount: 1, IsUnique: false } && index.KeyColumns[0] == best.Name);
            yield return context.Report(
                context.PlaceOf(best),
                Definition.Name,
                $"The {Figures.Count(table.Rows ?? 0, "row")} of `{table.QualifiedName}` lie in the order of `{best.Name}` and hardly change: a BRIN index takes kilobytes"
                + (btree is null ? "" : $" where `{btree.Name}` takes {Figures.Size(IndexFacts.Size(btree))}")
                + $": `CREATE INDEX {(table.Kind == DatabaseTableKind.PartitionedTable ? "" : "CONCURRENTLY ")}ON {SqlNames.Quote(table)} USING brin ({SqlNames.Quote(best.Name)})`");
        }
    }
}

using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Tables;

namespace PrismaLint.Rules.Database.Indexes;

/// <summary>Finds indexes over a Boolean or an enum that tell few rows apart.</summary>
public sealed class LowCardinalityIndexLiveRule() : LiveRule(Definition)
{
    private const string Check = "low-cardinality-index";

    public static readonly RuleDescriptor Definition = new("PL8021", "low-cardinality-index-live")
    {
        Title = "Index over a column with few values",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            Where each value of the column stands in a large part of the rows, reading the table is cheaper than going through the index,
            and the planner does so. ANALYZE has counted the values (`pg_stats.n_distinct`). A partial index over what the query sorts or
            filters by, with the rare value as its condition, is small and exact.
            """,
        Example = new RuleExample(
            Flagged: """
                model Task {
                  id   Int     @id
                  done Boolean

                  @@index([done])
                }
                """,
            Clean: """
                model Task {
                  id   Int     @id
                  done Boolean
                }
                """)
        {
            Database = """
                CREATE TABLE "Task" (id integer PRIMARY KEY, done boolean NOT NULL);
                INSERT INTO "Task" SELECT g, g % 2 = 0 FROM generate_series(1, 2000) g;
                CREATE INDEX "Task_done_idx" ON "Task" (done);
                ANALYZE "Task";
                """,
            Repair = """
                DROP INDEX "Task_done_idx";
                """,
        },
        WhenNotToUse = """
            Partial and unique indexes are not reported, nor those with a further column of many values, nor an index whose scans found only
            a small part of the rows: then the value that is asked for is rare. Which values are rare the inspection does not read.
            Where PL3006 says the same of a Boolean, this finding takes its place; where the database shows such an index at good work or with a
            condition, both are silent.
            """,
    };

    public static readonly RuleOption<int> MaxValues = RuleOption.Number("max_values", "So many values are few.", 10, 1);

    public static readonly RuleOption<int> MinRows = RuleOption.Number("min_rows", "In tables with fewer rows it does not matter.", 1000);

    // Scans that find less than this share of the rows look for a rare value.
    private const double RareShare = 0.05;

    public override IReadOnlyList<RuleOption> Options => [MaxValues, MinRows];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Indexes, Check) || !TableFacts.HasColumnStatistics(context, Check))
            yield break;
        foreach (var table in context.UserTables.Where(table => table.Rows >= context.Get(MinRows)))
        {
            foreach (var index in table.Indexes)
            {
                if (index is not { IsUsable: true, IsPartition: false, IsPartial: false, HasExpressions: false, Method: "btree" or "hash" } || IndexFacts.IsBound(index) || FindsFewRows(index))
                    continue;
                double values = 1;
                foreach (var name in index.KeyColumns)
                {
                    var column = name is null ? null : table.FindColumn(name);
                    values *= column is { IsArray: false } && (column.TypeName == "bool" || column.TypeKind == "e") && column.Statistics is { DistinctCount: > 0 } known
                        ? known.DistinctCount : double.PositiveInfinity;
                }
                if (values > context.Get(MaxValues))
                    continue;
                yield return context.Report(
                    context.PlaceOf(index),
                    "low-cardinality-index",
                    $"`{index.Name}` on `{table.QualifiedName}` tells {Figures.Count(values, "value")} apart in {Figures.Count(table.Rows ?? 0, "row")} ({Figures.Size(IndexFacts.Size(index))}); a partial index for a rare value would be small: {SqlNames.Drop(index)}")
                    with { Supersedes = ["PL3006"] };
            }
        }
    }

    /// <summary>What the scans of the index found was a small part of the table: it is asked for a rare value.</summary>
    internal static bool FindsFewRows(DatabaseIndex index) =>
        index is { Scans: > 0 and var scans, Table.Rows: > 0 and var rows } && index.TuplesRead > 0 && index.TuplesRead / (double)scans < rows * RareShare;
}

using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Tables;

namespace PrismaLint.Rules.Database.Indexes;

/// <summary>Finds indexes that are written very often for each time that they are read.</summary>
public sealed class RarelyUsedIndexRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8020", "rarely-used-index")
    {
        Title = "Index that is written and hardly read",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            Less than one scan for a hundred rows written: the writes pay for a handful of queries, which may do without the index or share
            another one. It is a question and no verdict, since those few may be the ones that somebody waits for.
            """,
        Example = new RuleExample(
            Flagged: """
                model Event {
                  id   Int    @id
                  kind String

                  @@index([kind])
                }
                """,
            Clean: """
                model Event {
                  id   Int    @id
                  kind String
                }
                """)
        {
            Database = """
                CREATE TABLE "Event" (id integer PRIMARY KEY, kind text NOT NULL);
                CREATE INDEX "Event_kind_idx" ON "Event" (kind);
                INSERT INTO "Event" SELECT g, 'kind' || g FROM generate_series(1, 12000) g;
                SET enable_seqscan = off;
                SELECT count(*) FROM "Event" WHERE kind = 'kind7';
                """,
            Repair = """
                DROP INDEX "Event_kind_idx";
                """,
            Options = new Dictionary<string, string> { ["min_days"] = "0", ["PL8004.min_size"] = "0" },
        },
        WhenNotToUse = "What PL8004 never reports is not reported here either, and its `min_size` holds; an index without any scan is PL8004's.",
    };

    public static readonly RuleOption<int> MinWrites = RuleOption.Number("min_writes", "So many rows of the table must have been written.", 10_000);

    private const double Days = 14;

    // Scans for each row written.
    private const double Share = 0.01;

    public override IReadOnlyList<RuleOption> Options => [MinWrites];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Indexes, Definition.Name) || !context.Has(EvidenceSource.TableStatistics, Definition.Name) || !context.CoversDays(Days, Definition.Name))
            yield break;
        foreach (var table in context.UserTables)
        {
            if (TableFacts.Sum(table, statistics => statistics.Writes) is not { } writes || writes <= context.Get(MinWrites))
                continue;
            HashSet<DatabaseIndex> surplus = [.. Duplicates.Of(context, table).Select(pair => pair.Index)];
            foreach (var index in table.Indexes.Where(index => !surplus.Contains(index) && UnusedIndexRule.IsCandidate(index, context.Get(UnusedIndexRule.MinSize))))
            {
                if (IndexFacts.Scans(index) is not { } scans || scans <= context.Get(UnusedIndexRule.MaxScans) || scans >= writes * Share)
                    continue;
                yield return context.Report(
                    context.PlaceOf(index),
                    Definition.Name,
                    $"`{index.Name}` on `{table.QualifiedName}` ({Figures.Size(IndexFacts.Size(index))}) was scanned {Figures.Count(scans, "time")} while {Figures.Count(writes, "row")} were written{IndexFacts.Elsewhere(context)}");
            }
        }
    }
}

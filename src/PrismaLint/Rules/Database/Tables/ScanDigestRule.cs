using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Database.Tables;

/// <summary>Finds large tables that are read from end to end again and again.</summary>
public sealed class ScanDigestRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8010", "scan-and-cache-digest")
    {
        Title = "Large table that is read from end to end",
        Category = DiagnosticCategory.Database,
        Preset = RulePreset.Recommended,
        Rationale = """
            A sequential scan of a small table is right; one of a large table reads everything for the few rows that are wanted, and pushes
            what others need out of the cache. `pg_stat_user_tables` counts such scans and the rows that they read. Behind it stands an index
            that is missing: of a foreign key, or of what a filter asks for.
            """,
        Example = new RuleExample(
            Flagged: """
                model Event {
                  id   Int    @id
                  kind String
                }
                """,
            Clean: """
                model Event {
                  id   Int    @id
                  kind String

                  @@index([kind])
                }
                """)
        {
            Database = """
                CREATE TABLE "Event" (id integer PRIMARY KEY, kind text NOT NULL);
                INSERT INTO "Event" SELECT g, 'kind' || g FROM generate_series(1, 2000) g;
                ANALYZE "Event";
                SELECT count(*) FROM "Event" WHERE kind = 'kind7';
                SELECT count(*) FROM "Event" WHERE kind = 'kind8';
                SELECT count(*) FROM "Event" WHERE kind = 'kind9';
                """,
            Repair = """
                CREATE INDEX "Event_kind_idx" ON "Event" (kind);
                SELECT pg_stat_reset();
                """,
            Options = new Dictionary<string, string> { ["min_days"] = "0", ["PL8010.min_scans"] = "2", ["PL8010.min_rows"] = "1000" },
        },
        WhenNotToUse = """
            Reports read the whole table, and shall. Small tables are never reported, nor a few scans a day at most, as dumps make them:
            over a window of a day or more there must be more than `daily_scans` for each day.
            """,
    };

    public static readonly RuleOption<int> MinScans = RuleOption.Number("min_scans", "So many sequential scans at least.", 50, 1);

    public static readonly RuleOption<int> MinRows = RuleOption.Number("min_rows", "Rows of the table, and rows that a scan reads on average.", 10_000);

    public static readonly RuleOption<int> DailyScans = RuleOption.Number("daily_scans", "So many scans a day are nobody's query.", 1);

    private const double Days = 1;

    public override IReadOnlyList<RuleOption> Options => [MinScans, MinRows, DailyScans];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        const string detail = "sequential-scans";
        if (!context.Has(EvidenceSource.TableStatistics, detail) || !context.CoversDays(Days, detail))
            yield break;
        foreach (var table in context.UserTables)
        {
            if (!(table.Rows >= context.Get(MinRows))
                || TableFacts.Sum(table, statistics => statistics.SequentialScans) is not (> 0 and var scans)
                || scans < context.Get(MinScans)
                || TableFacts.Sum(table, statistics => statistics.SequentialRowsRead) is not { } read
                || read / (double)scans < context.Get(MinRows)
                || (context.Snapshot.StatisticsDays is >= 1 and var days && scans <= days * context.Get(DailyScans)))
            {
                continue;
            }
            var indexScans = TableFacts.Sum(table, statistics => statistics.IndexScans) ?? 0;
            yield return context.Report(
                context.PlaceOf(table),
                detail,
                $"`{table.QualifiedName}` ({Figures.Count(table.Rows ?? 0, "row")}) was read from end to end {Figures.Count(scans, "time")}, {Figures.Count(read / (double)scans, "row")} each; {Figures.Percent(scans / (double)(scans + indexScans))} of its scans are of that kind{Reason(table)}");
        }
    }

    private static string Reason(DatabaseTable table) =>
        table.ForeignKeys.FirstOrDefault(key => key.ParentOid == 0 && !ForeignKeyCover.IsCovered(table, key.Columns)) is { } key
            ? $"; the foreign key `{key.Name}` over `{string.Join(", ", key.Columns)}` has no index"
            : "";
}

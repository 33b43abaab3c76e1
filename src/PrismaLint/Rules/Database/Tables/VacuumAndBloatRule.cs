using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Tables;

/// <summary>Finds tables that vacuum and analyze have left behind.</summary>
public sealed class VacuumAndBloatRule() : LiveRule(Definition)
{
    private const string DeadTuples = "dead-tuples";
    private const string NeverAnalyzed = "never-analyzed";
    private const string StaleStatistics = "stale-statistics";
    private const string AutovacuumDisabled = "autovacuum-disabled";
    private const string TableBloat = "table-bloat";
    private const string IndexBloat = "index-bloat";

    public static readonly RuleDescriptor Definition = new("PL8009", "vacuum-and-bloat")
    {
        Title = "Table that vacuum or analyze has left behind",
        Category = DiagnosticCategory.Database,
        Preset = RulePreset.Recommended,
        Rationale = """
            An update leaves the old row behind, a delete the deleted one; VACUUM makes their room usable again, ANALYZE tells the planner what
            is there now. Where they do not come often enough, scans read dead rows, files grow, and plans are made for a table that no longer
            exists (manual, "Routine Vacuuming").

            * `dead-tuples`: dead rows are `dead_percent` percent of all, and 10,000 at least
            * `never-analyzed`: 1,000 rows or more, and no statistics of their columns
            * `stale-statistics`: changes since the last ANALYZE are half of the rows, and 10,000 at least; not said where dead rows are
            * `autovacuum-disabled`: by a storage parameter of the table, or for the server
            * `table-bloat`, `index-bloat`: half of the pages or more of a table of 20 MB, an index of 10 MB, would not be needed for what is in
              them. An estimate from row counts and average widths, for tables whose columns were all analyzed and for B-trees over plain columns; large
              values stored outside of the rows are left out

            Where autovacuum would begin, and when the table was last seen to, stands in the finding.
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
                }
                """)
        {
            Database = """
                CREATE TABLE "Event" (id integer PRIMARY KEY, kind text NOT NULL) WITH (autovacuum_enabled = false);
                INSERT INTO "Event" SELECT g, 'kind' FROM generate_series(1, 2000) g;
                """,
            Repair = """
                ALTER TABLE "Event" RESET (autovacuum_enabled);
                ANALYZE "Event";
                """,
            // The server of the tests runs without autovacuum, which is true and no fault of the example.
            Options = new Dictionary<string, string> { ["PL8009.server"] = "false" },
        },
        WhenNotToUse = "Findings here are of running the database and fail no build. Partitions are told at their table, the worst one with its name.",
    };

    public static readonly RuleOption<int> DeadPercent = RuleOption.Number("dead_percent", "The part of dead rows in all, in percent.", 20, 1);

    public static readonly RuleOption<int> DeadRows = RuleOption.Number("dead_rows", "So many dead rows at least.", 10_000, 1);

    public static readonly RuleOption<int> StalePercent = RuleOption.Number("stale_percent", "Rows changed since the last ANALYZE, in percent of the rows.", 50, 1);

    public static readonly RuleOption<int> StaleRows = RuleOption.Number("stale_rows", "So many changed rows at least.", 10_000, 1);

    public static readonly RuleOption<int> AnalyzedRows = RuleOption.Number("analyzed_rows", "A table with fewer rows may do without ANALYZE.", 1000, 1);

    public static readonly RuleOption<int> BloatPercent = RuleOption.Number("bloat_percent", "The part of pages that would not be needed, in percent.", 50, 1);

    public static readonly RuleOption<int> TableBloatSize = RuleOption.Number("table_bloat_size", "A table of fewer megabytes is not judged by the estimate.", 20);

    public static readonly RuleOption<int> IndexBloatSize = RuleOption.Number("index_bloat_size", "An index of fewer megabytes is not judged by the estimate.", 10);

    public static readonly RuleOption<bool> Server = RuleOption.Flag("server", "Says that autovacuum is off for the whole server.", true);

    public override IReadOnlyList<RuleOption> Options =>
        [DeadPercent, DeadRows, StalePercent, StaleRows, AnalyzedRows, BloatPercent, TableBloatSize, IndexBloatSize, Server];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context) => JudgeAll(context).Select(found => found with { IsOperational = true });

    private static IEnumerable<Diagnostic> JudgeAll(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Relations, Definition.Name))
            yield break;
        if (context.Get(Server) && context.Snapshot.FindSetting("autovacuum") == "off")
            yield return context.Report(context.PlaceOfDatabase("autovacuum"), AutovacuumDisabled, "`autovacuum` is off for the whole server: dead rows stay, statistics age, and transaction ids are only saved in an emergency");
        var hasCounters = context.Has(EvidenceSource.TableStatistics, DeadTuples);
        var hasColumns = TableFacts.HasColumnStatistics(context, TableBloat);
        foreach (var group in TableFacts.Stored(context).GroupBy(TableFacts.Root))
        {
            var place = context.PlaceOf(group.Key);
            DatabaseTable[] tables = [.. group];
            // Of many partitions the worst speaks for all.
            if (Array.FindAll(tables, IsAutovacuumOff) is { Length: > 0 } off)
                yield return Report(context, place, off[0], AutovacuumDisabled, $"Autovacuum is off for {Name(off)}: `ALTER TABLE {SqlNames.Quote(off[0])} RESET (autovacuum_enabled)`") with { Severity = DiagnosticSeverity.Warning };
            var dead = hasCounters ? Array.FindAll(tables, table => IsDead(context, table)).OrderByDescending(table => table.Statistics?.DeadRows).ToArray() : [];
            if (dead.Length > 0)
                yield return Report(context, place, dead[0], DeadTuples, DescribeDead(context, dead));
            var never = hasCounters ? Array.FindAll(tables, table => IsNeverAnalyzed(context, table)) : [];
            if (never.Length > 0)
                yield return Report(context, place, never[0], NeverAnalyzed, $"{Name(never)} ({Figures.Count(never[0].Rows ?? 0, "row")}) was never analyzed, and the planner guesses: `ANALYZE {SqlNames.Quote(never[0])}`");
            var stale = hasCounters && dead.Length == 0 ? Array.FindAll(tables, table => !never.Contains(table) && IsStale(context, table)).OrderByDescending(table => table.Statistics?.ModifiedSinceAnalyze).ToArray() : [];
            if (stale.Length > 0)
                yield return Report(context, place, stale[0], StaleStatistics, $"{Figures.Count(stale[0].Statistics?.ModifiedSinceAnalyze ?? 0, "row")} of {Name(stale)} have changed since it was analyzed ({When(stale[0].Statistics?.LastAnalyze)}), and it has {Figures.Count(stale[0].Rows ?? 0)}: `ANALYZE {SqlNames.Quote(stale[0])}`");
            if (!hasColumns)
                continue;
            foreach (var found in FindBloat(context, group.Key, place, dead))
                yield return found;
        }
    }

    private static IEnumerable<Diagnostic> FindBloat(LiveContext context, DatabaseTable root, LivePlace place, DatabaseTable[] dead)
    {
        var blockSize = TableFacts.BlockSize(context.Snapshot);
        var percent = context.Get(BloatPercent) / 100.0;
        DatabaseTable[] tables = [.. TableFacts.WithPartitions(root).Where(table => table.Kind == DatabaseTableKind.Table)];
        // Where dead rows lie about, they are the reason, and they were told.
        var loose = tables
            .Where(table => !dead.Contains(table))
            .Select(table => (Table: table, Spare: Bloat.PagesOf(table, blockSize) is { } needed ? table.Pages - needed : 0))
            .Where(pair => (double)pair.Table.Pages * blockSize >= (double)context.Get(TableBloatSize) * (1 << 20) && pair.Spare > 0 && pair.Spare >= pair.Table.Pages * percent)
            .OrderByDescending(pair => pair.Spare)
            .ToArray();
        if (loose.Length > 0)
        {
            var (table, spare) = loose[0];
            yield return Report(context, place, table, TableBloat,
                $"By estimate {Figures.Percent(spare / table.Pages)} of {Name([.. loose.Select(pair => pair.Table)])}, {Figures.Size(spare * blockSize)} of {Figures.Size((double)table.Pages * blockSize)}, hold nothing: `VACUUM (FULL)` or pg_repack writes it anew");
        }
        foreach (var index in tables.SelectMany(table => table.Indexes).Where(index => index.IsUsable))
        {
            var spare = Bloat.PagesOf(index, blockSize) is { } needed ? index.Pages - needed : 0;
            if (spare <= 0 || (double)index.Pages * blockSize < (double)context.Get(IndexBloatSize) * (1 << 20) || spare < index.Pages * percent)
                continue;
            yield return Report(context, context.PlaceOf(index), index.Table, IndexBloat,
                $"By estimate {Figures.Percent(spare / index.Pages)} of `{index.Name}` on `{index.Table.QualifiedName}`, {Figures.Size(spare * blockSize)} of {Figures.Size((double)index.Pages * blockSize)}, hold nothing: `REINDEX INDEX CONCURRENTLY {SqlNames.Quote(index)}`") with { Object = index.QualifiedName };
        }
    }

    private static Diagnostic Report(LiveContext context, LivePlace place, DatabaseTable table, string detail, string message) =>
        context.Report(table.IsPartition ? place with { Object = table.QualifiedName } : place, detail, message) with { Severity = DiagnosticSeverity.Suggestion };

    private static bool IsAutovacuumOff(DatabaseTable table) => table.FindOption("autovacuum_enabled") is "false" or "off" or "0" or "no";

    private static bool IsDead(LiveContext context, DatabaseTable table) => table.Statistics is { } statistics
        && statistics.DeadRows >= context.Get(DeadRows)
        && statistics.DeadRows * 100.0 >= (statistics.LiveRows + statistics.DeadRows) * (double)context.Get(DeadPercent);

    // A reset, or a crash, forgets the date and keeps the statistics of the columns.
    private static bool IsNeverAnalyzed(LiveContext context, DatabaseTable table) =>
        table is { Rows: { } rows, Statistics.LastAnalyze: null }
        && rows >= context.Get(AnalyzedRows)
        && table.Columns.All(column => column.Statistics is null)
        // A role without SELECT reads an empty view.
        && (context.Snapshot.Rows(EvidenceSource.ColumnStatistics).Any() || context.Snapshot.StatisticsDays >= 7);

    private static bool IsStale(LiveContext context, DatabaseTable table) => table is { Rows: { } rows, Statistics: { } statistics }
        && statistics.ModifiedSinceAnalyze >= context.Get(StaleRows)
        && statistics.ModifiedSinceAnalyze * 100.0 >= rows * context.Get(StalePercent);

    private static string DescribeDead(LiveContext context, DatabaseTable[] dead)
    {
        var table = dead[0];
        var statistics = table.Statistics;
        var (gone, living) = (statistics?.DeadRows ?? 0, statistics?.LiveRows ?? 0);
        var threshold = Number(table, context, "autovacuum_vacuum_threshold", 50) + Number(table, context, "autovacuum_vacuum_scale_factor", 0.2) * (table.EstimatedRows ?? living);
        return $"{Figures.Percent(gone / (double)(gone + living))} of the rows of {Name(dead)} are dead ({Figures.Count(gone)} of {Figures.Count(gone + living)}); last vacuumed {When(statistics?.LastVacuum)}"
            + (gone < threshold ? $", and autovacuum begins only at {Figures.Count(threshold)}" : $", and autovacuum was due at {Figures.Count(threshold)}")
            + $": `VACUUM (ANALYZE) {SqlNames.Quote(table)}`";
    }

    private static double Number(DatabaseTable table, LiveContext context, string name, double otherwise) =>
        double.TryParse(table.FindOption(name) ?? context.Snapshot.FindSetting(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private static string Name(DatabaseTable[] tables) =>
        $"`{tables[0].QualifiedName}`" + (tables.Length > 1 ? $" (and {Figures.Count(tables.Length - 1, "more partition")})" : "");

    private static string When(DateTimeOffset? time) => time is { } known ? "on " + known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "never";
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Database;
using PrismaLint.Rules.Database.Server;
using PrismaLint.Rules.Database.Statements;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Performance;

/// <summary>What to watch, from which value on it is an alarm, and the queries that read it.</summary>
internal static class MonitoringPart
{
    private const int Watched = 12;

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Monitoring");
        if (!context.IsPostgreSql)
        {
            writer.Text($"The queries of this part read PostgreSQL's statistics; {context.Schema.Connector.DisplayName} has others. What holds here as well is the client's part.");
            WriteClient(context, writer);
            return;
        }
        var groups = new (string Title, IReadOnlyList<Metric> Metrics)[] { ("Statements and reads", Statements(context)), ("Resources", Resources(context)), ("Health of tables and indexes", Health(context)), ("Locks and transactions", Locks(context)), ("Copies", Copies(context)) };
        writer.Table(
            [SectionWriter.Column("Metric"), SectionWriter.Column("Alarm"), SectionWriter.Column("Why there")],
            groups.SelectMany(group => group.Metrics).Select(metric => (IReadOnlyList<string>)[metric.Name, metric.Alert, metric.Reason]));
        foreach (var (title, metrics) in groups.Where(group => group.Metrics.Any(metric => metric.Sql is not null)))
        {
            writer.Details("Queries: " + title, inner =>
            {
                foreach (var metric in metrics)
                {
                    if (metric.Sql is { } sql)
                        inner.Sql(SqlRole.Monitoring, sql, metric.Name + ":");
                }
            });
        }
        WriteLog(context, writer);
        WriteClient(context, writer);
        writer.List(FindingTexts.Of(context, Watched, "PL8054", "PL8061"));
    }

    private static Metric[] Statements(PlanContext context)
    {
        var slow = Value(context, SlowStatementRule.MinimumMean);
        var target = context.Inputs.LatencyP95;
        var hit = Value(context, LowCacheHitRatioRule.MinimumPercent);
        var rows = Value(context, ScanDigestRule.MinRows);
        ModelSymbol[] planned = [.. context.Indexes.All.Select(index => index.Model).Distinct().Take(Watched)];
        return
        [
            new("Slow statements", target is { } told ? $"mean above {Figures.Real(told)} ms" : $"mean above {Text(slow)} ms", (target is null ? $"`latency.p95_ms` is not told; PL8058 reports from {Text(slow)} ms on" : $"`latency.p95_ms` as told ({context.Inputs.PlaceOf("latency.p95_ms")})") + ". `pg_stat_statements` keeps mean, maximum and deviation and no percentiles: those come from the client's tracing or from pgBadger", MonitoringQueries.Statements),
            new("Index and table hit ratio", $"below {Text(hit)} % over a day", "PL8061 reports from there on; right after a start it is low", MonitoringQueries.HitRatio(context)),
            new("Sequential scans", $"a table of {Text(rows)} rows and more whose `seq_scan` grows day by day", "PL8010 counts the same tables", MonitoringQueries.SequentialScans(context, rows)),
            .. planned.Length == 0 ? Array.Empty<Metric>() : [new($"Scans of the {Figures.Count(planned.Length, "table")} that {(planned.Length == context.Indexes.All.Select(index => index.Model).Distinct().Count() ? "get indexes" : "get the first indexes")}", "`seq_scan` still grows a day after the build", "the foreign keys of the index plan were the reason for them", MonitoringQueries.ScansOf(context, planned))],
            new("Indexes that nobody reads", "`idx_scan` is 0 after 14 days, on replicas too", "PL8004 asks for as many days", MonitoringQueries.UnusedIndexes(context)),
        ];
    }

    private static Metric[] Resources(PlanContext context)
    {
        var budget = ConnectionBudget.Of(context);
        var percent = Value(context, ConnectionsNearLimitRule.MinimumPercent);
        var limit = budget.Maximum - budget.Reserved;
        var temporary = Value(context, DatabaseIncidentsRule.TemporaryMegabytesPerDay);
        return
        [
            new("Connections in use", limit is { } all ? $"{Text(all * percent / 100)} of {Text(all)}" : $"{Text(percent)} % of `given_out`", (limit is null ? "" : $"{Text(percent)} % of {Text(budget.Maximum ?? 0)} `max_connections` ({budget.MaximumSource}) less {Text(budget.Reserved)} reserved; ") + "PL8045 reports from there on", MonitoringQueries.Connections),
            new("Spilled sorts, rollbacks, size of the database", $"{Text(temporary)} MB of temporary files a day; 10 % of the transactions rolled back", "PL8050 reports from there on", MonitoringQueries.Database),
            new("Memory, disk and CPU of the machine", "by the machine's own agent", "SQL does not tell them; `blk_read_time` above tells the wait for the disk, with `track_io_timing` on", null),
        ];
    }

    private static Metric[] Health(PlanContext context)
    {
        var dead = Value(context, VacuumAndBloatRule.DeadPercent);
        var deadRows = Value(context, VacuumAndBloatRule.DeadRows);
        var bloat = IndexSizes(context);
        ModelSymbol[] hot = [.. context.StorageTunings.Select(tuning => tuning.Shape.Model).Take(Watched)];
        var ids = context.Models.SelectMany(model => model.Columns).Count(column => column.Default?.Function == "autoincrement" && column.Scalar == ScalarType.Int);
        return
        [
            new("Dead rows, last vacuum and analyze", $"{Text(dead)} % dead and {Text(deadRows)} of them; {Text(Value(context, VacuumAndBloatRule.StalePercent))} % changed since ANALYZE", "PL8009 reports from there on", MonitoringQueries.DeadRows(context)),
            .. hot.Length == 0 ? Array.Empty<Metric>() : [new("Vacuum of " + PlanFigures.Names(hot.Select(model => model.Name), 4), "no autovacuum for a day while `dead` grows", "these are written in a way of their own (vacuum and fill factor)", MonitoringQueries.VacuumOf(context, hot))],
            .. bloat.Length == 0 ? Array.Empty<Metric>() : [new("Index bloat", "`bytes_an_entry` above twice `at_most_when_fresh`", "the size of an entry follows from the types of its columns; shown from 100,000 entries on (PL8009)", MonitoringQueries.IndexBloat(bloat))],
            new("Age of transaction ids", $"{Text(2 * FreezeAge(context) / 1_000_000)} million", $"twice `autovacuum_freeze_max_age`{(context.Live?.Snapshot.FindSetting("autovacuum_freeze_max_age") is null ? " by default" : "")}: autovacuum starts at once that age and does not come through (PL8008)", MonitoringQueries.TransactionIds),
            .. ids == 0 ? Array.Empty<Metric>() : [new("Sequences", $"{Text(Value(context, SequenceNearLimitRule.WarningPercent))} % used", $"{Figures.Count(ids, "column")} {Figures.Verb(ids, "is an `Int` that counts up: it ends", "are `Int` and count up: they end")} at 2,147,483,647 (PL8007)", MonitoringQueries.Sequences(context))],
        ];
    }

    private static Metric[] Locks(PlanContext context) =>
    [
        new("Waits for locks", $"{Text(Value(context, LongTransactionRule.WaitSeconds))} s", "PL8048 reports from there on; statements of section 7 give up after 2 s (`lock_timeout`)", MonitoringQueries.Waits),
        new("Open transactions", $"{Text(Value(context, LongTransactionRule.IdleSeconds))} s idle, {Text(Value(context, LongTransactionRule.TransactionSeconds))} s at work", "PL8048 reports from there on; VACUUM removes nothing that died since", MonitoringQueries.Transactions),
        new("Deadlocks", $"{Text(Value(context, DatabaseIncidentsRule.DeadlocksPerDay))} a day", "PL8050 reports from there on; `deadlocks` in the query of the database", null),
    ];

    private static Metric[] Copies(PlanContext context)
    {
        var metrics = new List<Metric>();
        if (context.Inputs.Replicas > 0 || context.Live?.Snapshot.Rows(EvidenceSource.Replication).Any() == true)
        {
            var lag = Value(context, ReplicationProblemRule.LagSeconds);
            var told = context.Inputs.StalenessSeconds;
            metrics.Add(new Metric("Replication lag", told is > 0 and { } seconds ? $"{Figures.Real(seconds)} s" : $"{Text(lag)} s", told is > 0 ? $"reads may be that old ({context.Inputs.PlaceOf("consistency.staleness_seconds")})" : "PL8052 reports from there on; how old a read may be is not told", MonitoringQueries.Replication));
        }
        if (context.Inputs.RecoveryPointMinutes is > 0 and { } minutes)
            metrics.Add(new Metric("Age of the last archived log", $"{Figures.Real(minutes)} minutes", $"writes of that time at most may be lost ({context.Inputs.PlaceOf("backup.rpo_minutes")})", MonitoringQueries.Archive));
        return [.. metrics];
    }

    private static (string Index, double Bytes)[] IndexSizes(PlanContext context)
    {
        // The largest by bytes for each row: what repeats in many rows is smaller anyway.
        var sizes = new List<(string Index, double Bytes)>();
        foreach (var model in context.Models)
        {
            if (context.Storage.Of(model) is not { } storage)
                continue;
            var schema = MonitoredTables.SchemaOf(context, model);
            sizes.AddRange(storage.Indexes.Where(index => index is { IsRough: false, IsDeduplicated: false, Index: { Predicate: null, Kind: not IndexKind.Fulltext } })
                .Select(index => (SqlPieces.Name(schema, index.Index.Name), index.EntryBytes)));
        }
        return [.. sizes.OrderByDescending(index => index.Bytes).ThenBy(index => index.Index, StringComparer.Ordinal).Take(Watched)];
    }

    private static void WriteLog(PlanContext context, SectionWriter writer)
    {
        var slow = context.Inputs.LatencyP95 ?? context.Inputs.LatencyP99;
        writer.Text("The server's log, for pgBadger and for what counters do not keep: " + (slow is null ? "`log_min_duration_statement` follows from `latency.p95_ms`, which is not told." : $"a statement that takes the whole of the {Figures.Real(slow.Value)} ms that a request may take is written with its values.")
            + (context.Live?.Snapshot.FindSetting("log_min_duration_statement") is { } now ? $" Now: `log_min_duration_statement = {now}`." : ""));
        (string Name, string Value, string Remark)[] settings =
        [
            ("shared_preload_libraries", "'pg_stat_statements'", "   # needs a restart"),
            ("log_min_duration_statement", slow is { } time ? time.ToString("0", CultureInfo.InvariantCulture) : "____", "   # ms"),
            ("log_lock_waits", "on", ""),
            ("log_temp_files", "10MB", ""),
            ("log_autovacuum_min_duration", "10s", ""),
            ("log_checkpoints", "on", ""),
            ("log_line_prefix", "'%m [%p] %q%u@%d %a '", ""),
            ("track_io_timing", "on", ""),
        ];
        var set = settings.Where(setting => IsSet(context, setting.Name, setting.Value)).Select(setting => setting.Name).ToArray();
        writer.Code("ini", "# postgresql.conf\n" + string.Join("\n", settings.Where(setting => Array.IndexOf(set, setting.Name) < 0).Select(setting => $"{setting.Name} = {setting.Value}{setting.Remark}")));
        if (set.Length > 0)
            writer.Text($"Set already, by the snapshot: {PlanText.CodeList(set)}.");
    }

    // Libraries are a list to which one is added.
    private static bool IsSet(PlanContext context, string name, string value) => context.Live is { IsReplayed: false } live && live.Snapshot.FindSetting(name) is { } now
        && (name == "shared_preload_libraries" ? now.Split(',').Any(library => library.Trim() == value.Trim('\'')) : now == value);

    private static void WriteClient(PlanContext context, SectionWriter writer)
    {
        var items = new List<string>();
        if (context.Schema.HasPreviewFeature("metrics"))
            items.Add("The generator asks for the preview feature `metrics`, which Prisma deprecated in 6.14 and removed in 7 (PL7001); its counters have no successor of that name");
        items.Add("Spans of each query come from OpenTelemetry with `@prisma/instrumentation`: their durations give the percentiles that the server does not keep" + (context.Schema.HasPreviewFeature("tracing") ? "; the preview feature `tracing` is no longer needed for it since 6.1" : ""));
        if (context.Schema.PrismaVersion is not PrismaVersion.V6 && context.IsPostgreSql)
            items.Add("The pool's own state comes from the driver: a `pg.Pool` given to the adapter of Prisma 7 has `totalCount`, `idleCount` and `waitingCount`; a `waitingCount` above 0 for a minute means that the pool is too small or a transaction too long");
        if (context.Schema.PrismaVersion is not (PrismaVersion.V7 or PrismaVersion.V8))
            items.Add("Errors P2024 (no connection in time) and P2034 (a write conflict or deadlock) count by code: each is a request that failed");
        writer.List(items);
    }

    private static double FreezeAge(PlanContext context) =>
        double.TryParse(context.Live?.Snapshot.FindSetting("autovacuum_freeze_max_age"), NumberStyles.None, CultureInfo.InvariantCulture, out var age) ? age : 200_000_000;

    private static int Value(PlanContext context, Rules.RuleOption<int> option) => context.Rules.Get(option);

    private static string Text(double value) => Figures.Count(value);
}

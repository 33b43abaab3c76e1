using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Database.Indexes;

/// <summary>Finds indexes that no query has used.</summary>
public sealed class UnusedIndexRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8004", "unused-index")
    {
        Title = "Index that no query uses",
        Category = DiagnosticCategory.Database,
        Preset = RulePreset.Recommended,
        Rationale = """
            Each insert writes every index, and an update all of them as soon as one indexed column changes, since it then is no HOT update.
            An index that was never scanned since the statistics began (`pg_stat_user_indexes.idx_scan`, over 14 days at least) gives
            nothing back. From PostgreSQL 16 on the date of the last scan is known too: one before `last_scan_days` days is reported as well.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id    Int    @id
                  email String

                  @@index([email])
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
                INSERT INTO "User" SELECT g, 'user' || g FROM generate_series(1, 1000) g;
                CREATE INDEX "User_email_idx" ON "User" (email);
                """,
            Repair = """
                DROP INDEX "User_email_idx";
                """,
            Options = new Dictionary<string, string> { ["min_days"] = "0", ["PL8004.min_size"] = "0" },
        },
        WhenNotToUse = """
            Counters are per node: an index may serve queries of a replica, or a job that runs once a year. Never reported are primary keys,
            uniques, exclusions and what backs a constraint, the only index of a foreign key, the replica identity, the order of CLUSTER,
            invalid indexes (PL8005), those that PL8003 calls surplus, and those below `min_size`. The indexes of partitions count
            with that of their table. Where nobody uses the table at all, it is a suggestion.
            """,
        Fix = "Unsafe, where the schema declares the index: deletes it there. Whether anything asks for it elsewhere the counters of one node cannot say.",
    };

    public static readonly RuleOption<int> MinSize = RuleOption.Number("min_size", "Megabytes that an index must have to matter, all partitions together.", 1);

    public static readonly RuleOption<int> MaxScans = RuleOption.Number("max_scans", "So many scans still count as none.", 0);

    public static readonly RuleOption<int> LastScanDays = RuleOption.Number("last_scan_days", "An index last used so many days ago counts as unused (PostgreSQL 16 and later).", 90, 1);

    private const double Days = 14;

    public override IReadOnlyList<RuleOption> Options => [MinSize, MaxScans, LastScanDays];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Indexes, Definition.Name) || !context.CoversDays(Days, Definition.Name))
            yield break;
        foreach (var table in context.UserTables)
        {
            HashSet<DatabaseIndex> surplus = [.. Duplicates.Of(context, table).Select(pair => pair.Index)];
            foreach (var index in table.Indexes.Where(index => !surplus.Contains(index)))
            {
                if (IsCandidate(index, context.Get(MinSize)) && Unused(context, index) is { } how)
                    yield return Report(context, index, how);
            }
        }
    }

    /// <summary>An index that could be dropped if nobody used it.</summary>
    internal static bool IsCandidate(DatabaseIndex index, int minimumMegabytes) =>
        index is { IsUsable: true, IsPartition: false }
        && !IndexFacts.IsBound(index)
        && IndexFacts.Size(index) >= (long)minimumMegabytes << 20
        && !ForeignKeyCover.IsOnlyCover(index);

    private static string? Unused(LiveContext context, DatabaseIndex index)
    {
        if (IndexFacts.Scans(index) is not { } scans)
            return null;
        if (scans <= context.Get(MaxScans))
        {
            var days = context.Snapshot.StatisticsDays is { } known and >= 1 ? $" in {Figures.Count(Math.Floor(known), "day")}" : "";
            return scans == 0 ? "was not scanned once" + days : $"was scanned {Figures.Count(scans, "time")}{days}";
        }
        var last = index.Parts.Count == 0 ? index.LastScan : index.Parts.Max(part => part.LastScan);
        return last is { } time && (context.Snapshot.Server.At - time).TotalDays >= context.Get(LastScanDays)
            ? "was last scanned on " + time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
    }

    private static Diagnostic Report(LiveContext context, DatabaseIndex index, string how)
    {
        var isIdle = TableFacts.IsIdle(index.Table) == true;
        var message = $"`{index.Name}` on `{index.Table.QualifiedName}` ({Figures.Size(IndexFacts.Size(index))}) {how}{IndexFacts.Elsewhere(context)}"
            + (isIdle ? "; nobody uses the table either" : "")
            + ": " + SqlNames.Drop(index);
        var found = context.Report(IndexFacts.Place(context, index), Definition.Name, message) with { Severity = isIdle ? DiagnosticSeverity.Suggestion : DiagnosticSeverity.Warning };
        return context.Map.MatchOf(index)?.Symbol is { } symbol
            ? found.WithFix(CodeFix.Unsafe($"Delete `{symbol.Quote}`", SchemaEdits.RemoveIndex(symbol)))
            : found;
    }
}

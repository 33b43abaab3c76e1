using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Rules.Types;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Tables;

/// <summary>Finds counting keys that come to the end of their numbers.</summary>
public sealed class SequenceNearLimitRule() : LiveRule(Definition)
{
    private const string Detail = "int-key-exhaustion";

    private const string Check = "int-key-exhaustion";

    public static readonly RuleDescriptor Definition = new("PL8007", "sequence-near-limit")
    {
        Title = "Counting key near its end",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            Behind its last number every insert fails, and the way out rewrites the table and all that refer to it while the application
            waits. What counts is the smaller of two ends: that of the sequence and that of the column, for a `bigint` sequence may well
            feed an `integer` column. Columns of other tables that refer to the key end where their own type ends.

            A warning from `warning_percent`, an error from `error_percent` on. Where the counters cover a day or more, the finding says
            when the numbers run out at the present pace.
            """,
        Example = new RuleExample(
            Flagged: """
                model Event {
                  id Int @id @default(autoincrement())
                }
                """,
            Clean: """
                model Event {
                  id BigInt @id @default(autoincrement())
                }
                """)
        {
            Database = """
                CREATE TABLE "Event" (id serial PRIMARY KEY);
                SELECT setval('"Event_id_seq"', 1900000000);
                """,
            Repair = """
                ALTER TABLE "Event" ALTER COLUMN id TYPE bigint;
                ALTER SEQUENCE "Event_id_seq" AS bigint;
                """,
        },
        WhenNotToUse = """
            A sequence that begins anew at its end (`CYCLE`) is not reported as long as that end fits into the column. Where PL4009 warns of
            the same key by its type alone, this finding takes its place, and PL4009 keeps silent where less than a tenth is used.
            """,
        Fix = "Unsafe: makes the key and every foreign key tied to it `BigInt`, as PL4009 does.",
    };

    public static readonly RuleOption<int> WarningPercent = RuleOption.Number("warning_percent", "The part of the numbers that is used, in percent, for a warning.", 70, 1);

    public static readonly RuleOption<int> ErrorPercent = RuleOption.Number("error_percent", "The part of the numbers that is used, in percent, for an error.", 85, 1);

    public override IReadOnlyList<RuleOption> Options => [WarningPercent, ErrorPercent];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Sequences, Check))
            yield break;
        if (context.Snapshot.Sequences.Count(sequence => !sequence.IsReadable) is > 0 and var hidden)
        {
            context.Note(
                Check,
                $"the role may not read the last value of {Figures.Count(hidden, "sequence")}",
                EvidenceRemedy.Of(EvidenceSource.Sequences, new EvidenceState(EvidenceStateKind.Denied)));
        }
        HashSet<DatabaseColumn> seen = [];
        foreach (var use in SequenceUse.Of(context.Snapshot))
        {
            if (use.Column is { } column && !seen.Add(column))
                continue;
            // One that begins anew at an end that the column holds never fails.
            if (!(use.Sequence.IsCycling && use.Limit == use.Sequence.Maximum) && IsNear(context, use.Share))
                yield return Report(context, use);
            foreach (var narrower in Referring(context, use).Where(found => IsNear(context, found.Share) && found.Limit < use.Limit))
                yield return ReportReferring(context, use, narrower);
        }
    }

    private static bool IsNear(LiveContext context, double share) => share * 100 >= context.Get(WarningPercent);

    private static DiagnosticSeverity Rate(LiveContext context, double share) =>
        share * 100 >= context.Get(ErrorPercent) ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;

    // The columns of other tables that hold the key's values.
    private static IEnumerable<SequenceUse> Referring(LiveContext context, SequenceUse use) => use.Column is not { } column
        ? []
        : from table in context.UserTables
          from key in table.ForeignKeys
          where key.Target == column.Table && key.ParentOid == 0
          from pair in key.Columns.Zip(key.TargetColumns, (own, target) => (Own: own, Target: target))
          where pair.Target == column.Name
          let own = table.FindColumn(pair.Own)
          where own is not null
          select use with { Column = own, Limit = SequenceUse.MaximumOf(own) };

    private static Diagnostic Report(LiveContext context, SequenceUse use)
    {
        var column = use.Column;
        var place = column is null ? context.PlaceOfDatabase(use.Sequence.QualifiedName) : context.PlaceOf(column);
        var what = column is null ? $"The sequence `{use.Sequence.QualifiedName}`" : $"`{column.QualifiedName}`";
        var end = column is not null && SequenceUse.MaximumOf(column) == use.Limit ? $"the end of `{column.Type}`" : $"the end of `{use.Sequence.Name}`";
        var referring = Referring(context, use).Count(found => found.Limit <= use.Limit);
        var message = $"{what} has used {Figures.Percent(use.Share)} of its numbers: {Figures.Count(use.Last)} of {Figures.Count(use.Limit)}, {end}"
            + Estimate(context, use)
            + (referring == 0 ? "" : referring == 1 ? "; a column that refers to it ends there too" : $"; {referring} columns that refer to it end there too");
        var found = context.Report(place, Detail, message) with { Severity = Rate(context, use.Share), Supersedes = ["PL4009"] };
        return column is not null && context.Map.FieldOf(column) is { Scalar: ScalarType.Int } field && SequenceUse.MaximumOf(column) == use.Limit
            ? found.WithFix(IntPrimaryKeyRule.Fix(new KeyColumns(context.Schema).GroupOf(field), field))
            : found;
    }

    private static Diagnostic ReportReferring(LiveContext context, SequenceUse use, SequenceUse narrower)
    {
        var column = narrower.Column ?? throw new InvalidOperationException("a column refers to the key");
        return context.Report(
            context.PlaceOf(column),
            Detail,
            $"`{column.QualifiedName}` is `{column.Type}` and ends at {Figures.Count(narrower.Limit)}, and the key that it refers to, `{use.Column?.QualifiedName}`, is at {Figures.Count(use.Last)} ({Figures.Percent(narrower.Share)}){Estimate(context, narrower)}")
            with { Severity = Rate(context, narrower.Share) };
    }

    // At the pace of the inserts since the statistics began.
    private static string Estimate(LiveContext context, SequenceUse use)
    {
        var table = use.Sequence.Owner?.Table ?? use.Column?.Table;
        if (table is null
            || context.Snapshot.StatisticsDays is not (>= 1 and var days)
            || TableFacts.Sum(table, statistics => statistics.Inserted) is not (> 0 and var inserted)
            || use.Last >= use.Limit)
        {
            return "";
        }
        var left = (use.Limit - use.Last) / (double)Math.Max(1, use.Sequence.Increment) / (inserted / days);
        const double lifetime = 36_500;
        return left > lifetime ? "" : ", which at the present pace is reached about " + context.Snapshot.Server.At.AddDays(left).ToString("yyyy-MM", CultureInfo.InvariantCulture);
    }
}

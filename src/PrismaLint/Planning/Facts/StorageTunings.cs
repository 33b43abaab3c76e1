using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Rules.Database;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>Finds the tables whose writes ask for other storage parameters than the server's defaults.</summary>
internal static class StorageTunings
{
    // Below, a fifth of the rows is no burden.
    private const double ManyRows = 100_000;

    private const double ManyInsertedRows = 1_000_000;

    // Dead rows at a time that vacuum removes in seconds.
    private const double AtOnce = 50_000;

    // Updates on their own page that leave nothing to gain.
    private const double AlreadyHot = 0.9;

    private const double CountedDays = 7;

    // So small a part of the rows that changed in that time: the server's defaults keep up with it.
    private const double AtRest = 0.01;

    /// <summary>What autovacuum waits for by default: <c>autovacuum_vacuum_threshold</c> and <c>autovacuum_vacuum_scale_factor</c>, for inserts their twins.</summary>
    public static double DefaultThreshold(PlanContext context, double rows, bool countsInserts) => countsInserts
        ? Setting(context, "autovacuum_vacuum_insert_threshold", 1000) + (Setting(context, "autovacuum_vacuum_insert_scale_factor", 0.2) * rows)
        : Setting(context, "autovacuum_vacuum_threshold", 50) + (Setting(context, "autovacuum_vacuum_scale_factor", 0.2) * rows);

    public static IReadOnlyList<StorageTuning> Find(PlanContext context) =>
        context.IsPostgreSql ? [.. context.Models.Select(model => Find(context, context.Shapes.Of(model))).OfType<StorageTuning>().OrderByDescending(tuning => tuning.Rows ?? -1)] : [];

    /// <summary>The columns that change again and again, without those that an index holds: an update of the others can stay on its page.</summary>
    public static IReadOnlyList<FieldSymbol> FreeColumns(PlanContext context, TableShape shape) => [.. Changing(shape).Where(column => !IsIndexed(context, column))];

    /// <summary>The columns that change again and again and that an index holds: each change writes to every index of the table.</summary>
    public static IReadOnlyList<FieldSymbol> IndexedColumns(TableShape shape) => [.. Changing(shape).Where(column => IndexesOver(column).Any())];

    /// <summary>The indexes that hold a column, among their columns or in their condition.</summary>
    public static IEnumerable<IndexSymbol> IndexesOver(FieldSymbol column) => column.Model is { } model
        ? model.Indexes.Where(index => index.Fields.Contains(column) || index.Predicate?.Conditions.Any(condition => condition.Field == column) == true)
        : [];

    private static IEnumerable<FieldSymbol> Changing(TableShape shape)
    {
        var columns = shape.Columns.Counters.Concat(shape.Columns.Touched).Concat(shape.Columns.Status);
        return shape.Columns.Changed is { } changed ? columns.Append(changed) : columns;
    }

    private static bool IsIndexed(PlanContext context, FieldSymbol column) => IndexesOver(column).Any()
        || (column.Model is { } model && context.Live?.Map is { } map && map.TableOf(model) is { } table && map.ColumnOf(column) is { } found && table.Indexes.Any(index => index.KeyColumns.Contains(found.Name)));

    private static StorageTuning? Find(PlanContext context, TableShape shape)
    {
        if (context.Database.TableOf(shape.Model) is not { } table)
            return null;
        var live = context.Live?.Map.TableOf(shape.Model);
        // Parameters belong to the partitions, and those are not the schema's.
        if (live is { Kind: not DatabaseTableKind.Table })
            return null;
        var rows = context.Volumes.Of(shape.Model).Rows;
        var tuning = shape.Is(TableTrait.AppendOnly) ? ForInserts(shape, table, rows, live) : ForChanges(context, shape, table, rows, live);
        return tuning is { Parameters.Count: > 0 } ? tuning : null;
    }

    private static StorageTuning? ForInserts(TableShape shape, ExpectedTable table, double? rows, DatabaseTable? live)
    {
        if (live?.FindOption("autovacuum_vacuum_insert_scale_factor") is not null || rows < ManyInsertedRows || (rows is null && !shape.Is(TableTrait.Log)))
            return null;
        return new StorageTuning(shape, table, shape.Why(TableTrait.AppendOnly) ?? "")
        {
            Rows = rows,
            CountsInserts = true,
            ScaleFactor = rows is { } known ? Round(Math.Max(0.005, Math.Min(0.05, 10 * AtOnce / known))) : 0.05,
            Condition = rows is null ? $"it has more than {Figures.Count(ManyInsertedRows)} rows" : null,
        };
    }

    private static StorageTuning? ForChanges(PlanContext context, TableShape shape, ExpectedTable table, double? rows, DatabaseTable? live)
    {
        var trait = new[] { TableTrait.UpdatedInPlace, TableTrait.Queue, TableTrait.ShortLived }.Where(shape.Is).Select(found => (TableTrait?)found).FirstOrDefault();
        if (trait is not { } main || rows < ManyRows || IsSeenAtRest(context, live))
            return null;
        // A status alone may be set once: of unknown tables only those are named whose rows change or go again and again.
        var isHot = shape.Columns.Counters.Count + shape.Columns.Touched.Count > 0 || shape.Is(TableTrait.Queue) || shape.Is(TableTrait.ShortLived);
        if (rows is null && !isHot)
            return null;
        return new StorageTuning(shape, table, shape.Why(main) ?? "")
        {
            Rows = rows,
            ScaleFactor = live?.FindOption("autovacuum_vacuum_scale_factor") is not null ? null : rows is { } known ? Round(Math.Max(0.005, Math.Min(0.02, AtOnce / known))) : 0.02,
            FillFactor = live?.FindOption("fillfactor") is null ? FillFactorOf(context, shape, live) : null,
            Condition = rows is null ? $"it has more than {Figures.Count(ManyRows)} rows, or a fifth of them is dead when vacuum comes" : null,
        };
    }

    /// <summary>The models whose names say that rows change, and whose counters say that they hardly do.</summary>
    public static IReadOnlyList<ModelSymbol> SeenAtRest(PlanContext context) =>
    [
        .. context.Models.Where(model => context.Volumes.Of(model).Rows >= ManyRows
            && !context.Shapes.Of(model).Is(TableTrait.AppendOnly)
            && context.Shapes.Of(model).Traits.Any(fact => fact.Trait is TableTrait.UpdatedInPlace or TableTrait.Queue or TableTrait.ShortLived)
            && IsSeenAtRest(context, context.Live?.Map.TableOf(model))),
    ];

    // Names say that rows change; counters of a week and more that say otherwise are worth more.
    private static bool IsSeenAtRest(PlanContext context, DatabaseTable? live) => context.Live is { IsReplayed: false } evidence
        && evidence.Snapshot.StatisticsDays >= CountedDays
        && live is { Rows: > 0 and var rows, Statistics: { } statistics }
        && statistics.Updated + statistics.Deleted < rows * AtRest;

    // Room on the page lets an update stay there and leave the indexes alone, if no index holds what it changes.
    private static int? FillFactorOf(PlanContext context, TableShape shape, DatabaseTable? live)
    {
        if (live?.Statistics is { Updated: > 1000 } statistics && statistics.HotUpdated >= statistics.Updated * AlreadyHot)
            return null;
        if (shape.Columns.Changed is { } changed && IsIndexed(context, changed))
            return null;
        var free = FreeColumns(context, shape).Where(column => column != shape.Columns.Changed).ToArray();
        return free.Length == 0 ? null : free.Any(column => shape.Columns.Counters.Contains(column) || shape.Columns.Touched.Contains(column)) ? 85 : 90;
    }

    private static double Round(double factor) => Math.Round(factor, 3);

    private static double Setting(PlanContext context, string name, double otherwise) =>
        double.TryParse(context.Live?.Snapshot.FindSetting(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}

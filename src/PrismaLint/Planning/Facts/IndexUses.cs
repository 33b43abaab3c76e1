using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Inputs;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>Which foreign keys, rules, look-ups, queries and scans each index serves.</summary>
internal sealed class IndexUses(PlanContext context)
{
    private readonly Dictionary<IndexSymbol, IReadOnlyList<IndexUse>> _uses = [];

    /// <summary>The uses of an index of the schema; where nobody tells of one, what its columns allow.</summary>
    public IReadOnlyList<IndexUse> Of(IndexSymbol index)
    {
        if (!_uses.TryGetValue(index, out var uses))
            _uses.Add(index, uses = Find(index));
        return uses;
    }

    /// <summary>The foreign keys of a model that an index serves.</summary>
    public static IEnumerable<ForeignKeySymbol> KeysOf(IndexSymbol index) =>
        index.Model.ForeignKeys.Where(key => IndexCoverage.Covers(index.Shape, [.. key.Fields.Select(column => column.Name)]));

    /// <summary>The queries of the inputs that an index finds the rows of: its first column is compared with one value, or is the range or the order.</summary>
    public IEnumerable<HotQuery> QueriesOf(IndexSymbol index) =>
        context.Inputs.HotQueries.Where(query => query.Model == index.Model.Name && IsServed(query, index));

    /// <summary>The scans that the database has counted; <see langword="null"/> where nobody counts.</summary>
    public long? ScansOf(IndexSymbol index) => context.Live is { IsReplayed: false } live && live.Map.MatchOf(index)?.Index is { } found ? ScansOf(found) : null;

    public static long? ScansOf(DatabaseIndex index) => index.Parts.Count > 0 ? index.Parts.Sum(part => part.Scans ?? 0) : index.Scans;

    private IndexUse[] Find(IndexSymbol index)
    {
        var uses = new List<IndexUse>();
        if (index.IsUnique)
        {
            uses.Add(new IndexUse(IndexUseKind.Uniqueness, (index.Kind == IndexKind.PrimaryKey ? "identifies a row by " : "keeps ") + Columns(index)
                + (index.Kind == IndexKind.PrimaryKey ? "" : " unique") + (index.Predicate is { } only ? " where " + PlanText.Code(only.Normalized) : "")));
            if (index.Predicate is null)
                uses.Add(new IndexUse(IndexUseKind.Selector, PlanText.Code("findUnique({ where: { " + Selector(index) + " } })")));
        }
        uses.AddRange(KeysOf(index).Select(key => new IndexUse(IndexUseKind.ForeignKey, ForeignKeyText(key) + Behind(index, key))));
        uses.AddRange(QueriesOf(index).Select(query => new IndexUse(IndexUseKind.HotQuery, $"the query \"{PlanText.Words(query.Name)}\" of the inputs")));
        if (ScansOf(index) is { } scans)
            uses.Add(new IndexUse(IndexUseKind.Scans, ScanText(scans)));
        if (!index.IsUnique && !uses.Exists(use => use.Kind is IndexUseKind.ForeignKey or IndexUseKind.HotQuery))
            uses.Insert(0, new IndexUse(IndexUseKind.Shape, ShapeText(index)));
        return [.. uses];
    }

    private string ScanText(long scans)
    {
        var since = context.Live?.Snapshot.StatisticsDays is { } days ? " in " + Math.Max(1, Math.Round(days)).ToString("#,0", CultureInfo.InvariantCulture) + " days" : "";
        return scans == 0 ? "no scan" + since : scans.ToString("#,0", CultureInfo.InvariantCulture) + (scans == 1 ? " scan" : " scans") + since;
    }

    private static string ForeignKeyText(ForeignKeySymbol key) => key.Relation?.Back is { } back
        ? $"the foreign key {PlanText.Code(key.RelationField.Name)}: {PlanText.Code(back.DisplayName)}, and the check when a row of {PlanText.Code(key.Target.Name)} goes"
        : $"the foreign key {PlanText.Code(key.RelationField.Name)} to {PlanText.Code(key.Target.Name)}";

    // What stands behind the key orders the rows of one parent.
    private static string Behind(IndexSymbol index, ForeignKeySymbol key)
    {
        string[] rest = [.. index.Columns.Where(column => !key.Fields.Contains(column.Field)).Select(column => column.Path)];
        return rest.Length == 0 || index.Method is not (IndexMethod.BTree or IndexMethod.Unknown) ? "" : $", in the order of {PlanText.Code(string.Join(", ", rest))}";
    }

    private static string Selector(IndexSymbol index) => index.Columns.Count == 1
        ? index.Columns[0].Path
        : index.ClientName ?? string.Join("_", index.Columns.Select(column => column.Path));

    private static string Columns(IndexSymbol index) => PlanText.Code(string.Join(", ", index.Columns.Select(column => column.Path)));

    private static string ShapeText(IndexSymbol index)
    {
        var first = PlanText.Code(index.Columns[0].Path);
        var only = index.Predicate is { } predicate ? " of rows with " + PlanText.Code(predicate.Normalized) : "";
        if (index.Kind == IndexKind.Fulltext)
            return "full-text search in " + Columns(index);
        var last = index.Columns[index.Columns.Count - 1];
        return index.Method switch
        {
            IndexMethod.BTree or IndexMethod.Unknown when index.Columns.Count == 1 => $"filters and orders by {first}{only}",
            IndexMethod.BTree or IndexMethod.Unknown =>
                $"filters on {PlanText.Code(string.Join(", ", index.Columns.Take(index.Columns.Count - 1).Select(column => column.Path)))} with a range or order of {PlanText.Code(last.Path)} behind them{only}",
            IndexMethod.Hash => $"equality on {first}{only}",
            IndexMethod.Gin => $"elements inside of {Columns(index)} ({(index.Columns[0].Field.IsList ? PlanText.Code("has") : PlanText.Code("@>"))}){only}",
            IndexMethod.Brin => $"ranges of {first} in a table that is filled in its order{only}",
            _ => $"what its operator class finds in {Columns(index)}{only}",
        };
    }

    private static bool IsServed(HotQuery query, IndexSymbol index)
    {
        if (index.Method is not (IndexMethod.BTree or IndexMethod.Unknown) || index.Columns.Count == 0)
            return false;
        var first = index.Columns[0].Path;
        return query.Equal.Contains(first) || (query.Equal.Count == 0 && (query.Range == first || (query.OrderBy.Count > 0 && query.OrderBy[0].TrimStart('-') == first)));
    }
}

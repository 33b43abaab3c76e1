using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;

namespace PrismaLint.Rules.Database.Indexes;

/// <summary>Which indexes of a table do what another one does.</summary>
internal static class Duplicates
{
    /// <summary>An index that could go, and the one that does its work.</summary>
    /// <param name="Index">The surplus one.</param>
    /// <param name="Other">The one that stays.</param>
    /// <param name="IsPrefix">The other one is longer.</param>
    public sealed record Pair(DatabaseIndex Index, DatabaseIndex Other, bool IsPrefix);

    public static IEnumerable<Pair> Of(LiveContext context, DatabaseTable table)
    {
        DatabaseIndex[] indexes = [.. table.Indexes.Where(index => index is { IsUsable: true, IsPartition: false })];
        HashSet<DatabaseIndex> surplus = [];
        foreach (var group in indexes.GroupBy(Work, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            DatabaseIndex[] ranked = [.. group.OrderBy(index => Rank(context, index)).ThenBy(index => PositionOf(context, index)).ThenBy(index => index.Name, StringComparer.Ordinal)];
            foreach (var index in ranked.Skip(1).Where(index => !index.IsReplicaIdentity && !index.IsClustered && !index.IsExclusion))
            {
                // To a unique with NULLS NOT DISTINCT another one is weaker, and both say something of their own.
                if (index.IsUnique && ranked[0].IsUnique && index.AreNullsNotDistinct != ranked[0].AreNullsNotDistinct)
                    continue;
                surplus.Add(index);
                yield return new Pair(index, ranked[0], IsPrefix: false);
            }
        }
        foreach (var index in indexes.Where(index => index.Method == "btree" && !IndexFacts.IsBound(index) && !surplus.Contains(index)))
        {
            if (indexes.Where(other => !surplus.Contains(other) && IsPrefix(index, other)).OrderBy(other => other.KeyCount).FirstOrDefault() is { } longer)
                yield return new Pair(index, longer, IsPrefix: true);
        }
    }

    // Equal for indexes that do the same work: whether they are unique is a promise besides.
    private static string Work(DatabaseIndex index) => string.Join("|",
        index.Method,
        string.Join(";", Enumerable.Range(0, index.KeyCount).Select(i => Column(index, i))),
        index.Expressions ?? "",
        index.Predicate ?? "",
        string.Join(",", index.IncludedColumns.OrderBy(column => column, StringComparer.Ordinal)));

    private static string Column(DatabaseIndex index, int i) =>
        $"{index.KeyNumbers[i]}{(index.IsDescending(i) ? "D" : "")}{(index.HasNullsFirst(i) ? "F" : "")}:{(i < index.OperatorClasses.Count ? index.OperatorClasses[i] : "")}:{index.CollationOid(i)}";

    private static bool IsPrefix(DatabaseIndex index, DatabaseIndex longer)
    {
        if (longer.Method != "btree" || longer.KeyCount <= index.KeyCount || longer.Predicate != index.Predicate || longer.IsExclusion)
            return false;
        for (var i = 0; i < index.KeyCount; i++)
        {
            if (Column(index, i) != Column(longer, i))
                return false;
        }
        // The expressions come in one text: where both have the same, they are those of the beginning.
        return index.Expressions == (index.HasExpressions ? longer.Expressions : null)
            && index.IncludedColumns.All(column => longer.IncludedColumns.Contains(column) || longer.KeyColumns.Contains(column));
    }

    // What stays comes first.
    private static int Rank(LiveContext context, DatabaseIndex index) =>
        index.IsPrimary ? 0
        : index.Constraint is not null || index.IsExclusion ? 1
        : IsReferred(context, index) ? 2
        : index.IsUnique ? 3
        : index.IsReplicaIdentity || index.IsClustered ? 4
        : context.Map.MatchOf(index) is not null ? 5
        : 6;

    /// <summary>A foreign key leans on the index.</summary>
    public static bool IsReferred(LiveContext context, DatabaseIndex index) => index.IsUnique
        && context.Snapshot.Tables.Any(table => table.ForeignKeys.Any(key => key.TargetOid == index.Table.Oid && key.IndexOid == index.Oid));

    private static int PositionOf(LiveContext context, DatabaseIndex index) => context.Map.MatchOf(index)?.Symbol.Location.Span.Start ?? int.MaxValue;
}

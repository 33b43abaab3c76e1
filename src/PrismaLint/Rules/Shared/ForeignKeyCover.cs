using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Shared;

/// <summary>Whether an index of the database finds the rows of a foreign key: the definition of <see cref="IndexCoverage"/>, for what is there.</summary>
internal static class ForeignKeyCover
{
    /// <summary>A usable index covers the columns; of a partitioned table also where each partition has one of its own.</summary>
    public static bool IsCovered(DatabaseTable table, IReadOnlyList<string> columns, Func<DatabaseIndex, bool>? counts = null) =>
        table.Indexes.Any(index => index.IsUsable && Covers(index, columns) && counts?.Invoke(index) != false)
        || table is { Kind: DatabaseTableKind.PartitionedTable, Children.Count: > 0 } && table.Children.All(child => IsCovered(child, columns, counts));

    public static bool Covers(DatabaseIndex index, IReadOnlyList<string> columns, CoverageMode mode = CoverageMode.Set) =>
        index.LeadingShape is { } shape && IndexCoverage.Covers(shape, columns, mode);

    /// <summary>The index is usable, covers a foreign key of its table, and is the only one that does.</summary>
    public static bool IsOnlyCover(DatabaseIndex index) => index.IsUsable && index.Table.ForeignKeys.Any(key => key.ParentOid == 0
        && Covers(index, key.Columns)
        && !index.Table.Indexes.Any(other => other != index && other.IsUsable && Covers(other, key.Columns)));

    /// <summary>
    /// The database has an index for a key of the schema, whether the schema declares it or not. <see langword="null"/> where there is neither
    /// a database nor a history of migrations at hand, or not its indexes, or not the columns.
    /// </summary>
    public static bool? IsCovered(RuleContext context, ForeignKeySymbol key)
    {
        if (context.Evidence is not { } live || !live.Snapshot.StateOf(EvidenceSource.Indexes).IsUsable || live.Map.TableOf(key.Model) is not { } table)
            return null;
        var columns = key.Fields.Select(field => live.Map.ColumnOf(field)?.Name).OfType<string>().ToArray();
        return columns.Length == key.Fields.Count ? IsCovered(table, columns, live.Outlasts) : null;
    }
}

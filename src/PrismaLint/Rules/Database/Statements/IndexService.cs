using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Database.Statements;
using PrismaLint.Sql;

namespace PrismaLint.Rules.Database.Statements;

/// <summary>Whether indexes help a statement, as far as its form tells.</summary>
internal static class IndexService
{
    // Fewer values than this, and the planner reads so much of the table that an index hardly counts.
    private const double SelectiveValues = 50;

    /// <summary>The columns that each row must have one value of, or one of a list.</summary>
    public static IReadOnlyList<DatabaseColumn> ColumnsOf(StatementShape shape) =>
    [
        .. shape.Filters
            .Where(filter => filter is { Operator: FilterOperator.Equal or FilterOperator.In, IsRequired: true, IsValue: true })
            .Select(filter => filter.Column)
            .Distinct(),
    ];

    /// <summary>A statement whose time is worth an index: so many calls, and so many milliseconds each or such a share of all time (percent).</summary>
    public static bool IsCostly(Workload workload, WorkloadStatement statement, int calls, int mean, int share) =>
        statement.Shape is { IsPlain: true, Command: StatementCommand.Select or StatementCommand.Update or StatementCommand.Delete }
        && statement.Calls >= calls
        // What takes a fraction of a millisecond has its index, or needs none.
        && (statement.MeanTime >= mean || (workload.ShareOfTime(statement) * 100 >= share && statement.MeanTime >= 0.5));

    /// <summary>One value stands for few of the rows.</summary>
    public static bool IsSelective(DatabaseColumn column, double rows) =>
        column.Statistics is { DistinctCount: not 0 } statistics
            ? (statistics.DistinctCount > 0 ? statistics.DistinctCount : -statistics.DistinctCount * rows) >= SelectiveValues
            : column is { TypeName: not "bool", TypeKind: not "e" };

    /// <summary>A usable index starts with columns that the statement fixes, and one of them is selective.</summary>
    public static bool IsServed(DatabaseTable table, IReadOnlyList<DatabaseColumn> columns, double rows) => table.Indexes.Any(index =>
        index.IsUsable
        && index.Method is not ("gin" or "spgist")
        && index.KeyColumns.TakeWhile(name => columns.Any(column => column.Name == name)).Any(name => columns.Any(column => column.Name == name && IsSelective(column, rows))));

    /// <summary>A usable index leads with the column.</summary>
    public static bool IsLed(DatabaseColumn column) => column.Table.Indexes.Any(index => index.IsUsable && index.KeyColumns.Count > 0 && index.KeyColumns[0] == column.Name);

    /// <summary>An index finds strings in the middle of the column's: trigrams, or an expression over the column.</summary>
    public static bool HasTrigrams(DatabaseColumn column) => column.Table.Indexes.Any(index => index.IsUsable
        && ((index.Method is "gin" or "gist" && IndexOf(index.KeyColumns, column.Name) is >= 0 and var at && index.OperatorClasses.Count > at && index.OperatorClasses[at].Contains("trgm", StringComparison.Ordinal))
            || IsOver(index, column)));

    /// <summary>An index answers LIKE with a wildcard at the end.</summary>
    public static bool HasPrefixes(DatabaseColumn column, string databaseCollation) => column.Table.Indexes.Any(index => index is { IsUsable: true, Method: "btree" or "spgist" }
        && index.KeyColumns.Count > 0 && index.KeyColumns[0] == column.Name
        && ((column.Collation ?? databaseCollation) is "C" or "POSIX" || (index.OperatorClasses.Count > 0 && index.OperatorClasses[0].Contains("pattern", StringComparison.Ordinal))));

    /// <summary>A GIN index, or an expression, over the column.</summary>
    public static bool HasGin(DatabaseColumn column) => column.Table.Indexes.Any(index =>
        index.IsUsable && ((index.Method is "gin" or "gist" && IndexOf(index.KeyColumns, column.Name) >= 0) || IsOver(index, column)));

    private static bool IsOver(DatabaseIndex index, DatabaseColumn column) =>
        index.Expressions is { } expressions && SqlText.Names(expressions).Contains(column.Name);

    private static int IndexOf(IReadOnlyList<string?> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
                return i;
        }
        return -1;
    }
}

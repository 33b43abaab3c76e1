using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Database.Statements;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Statements;

/// <summary>Statements that ask for the children of one parent at a time, and what is known of those that list the parents.</summary>
internal sealed class ParentLoop
{
    private ParentLoop(DatabaseColumn column, DatabaseTable parent, WorkloadStatement[] statements, Workload workload)
    {
        Column = column;
        Parent = parent;
        Statements = statements;
        Calls = statements.Sum(statement => statement.Calls);
        Rows = statements.Sum(statement => statement.Rows);
        TotalTime = statements.Sum(statement => statement.TotalTime);
        foreach (var statement in workload.Statements.Where(statement => statement.Shape.Table == parent && !statements.Contains(statement)))
        {
            if (StatementEvidence.IsList(statement))
            {
                ListCalls += statement.Calls;
                ListedRows += statement.Rows;
            }
            else if (statement.Shape is { Command: StatementCommand.Select, IsLookup: true })
            {
                LookupCalls += statement.Calls;
            }
        }
    }

    /// <summary>The foreign key, or the column of a join table.</summary>
    public DatabaseColumn Column { get; }

    public DatabaseTable Parent { get; }

    public IReadOnlyList<WorkloadStatement> Statements { get; }

    public long Calls { get; }

    public long Rows { get; }

    public double TotalTime { get; }

    /// <summary>Calls of statements that list parents.</summary>
    public long ListCalls { get; }

    public long ListedRows { get; }

    /// <summary>Calls that look up one parent.</summary>
    public long LookupCalls { get; }

    /// <summary>
    /// Many calls for each list of parents. Where the lists handed out too few parents for that, and a parent was looked up about as often, it is a page
    /// of one parent.
    /// </summary>
    public bool IsLoop => Calls >= 50 && ListCalls > 0 && Calls >= 10 * ListCalls && !(IsUnexplained && LookupCalls * 2 >= Calls);

    /// <summary>The lists handed out fewer parents than there were calls.</summary>
    public bool IsUnexplained => Calls > 1.5 * ListedRows;

    public static IEnumerable<ParentLoop> Find(LiveContext context, Workload workload) =>
        from statement in workload.Statements
        where statement.Shape is { Command: StatementCommand.Select, IsPlain: true, IsGrouped: false }
        let key = KeyOf(context, statement.Shape)
        where key.Parent is not null
        group statement by key into loop
        where loop.Key is { Column: not null, Parent: not null }
        select new ParentLoop(loop.Key.Column, loop.Key.Parent, [.. loop], workload);

    // One equality on the key and nothing else but tests for null, as of soft deletion, and what joins tables.
    private static (DatabaseColumn? Column, DatabaseTable? Parent) KeyOf(LiveContext context, StatementShape shape)
    {
        var filters = shape.Filters.Where(filter => filter is not ({ Operator: FilterOperator.NullTest } or { Operator: FilterOperator.Equal, IsValue: false })).ToArray();
        if (filters.Length == 1)
        {
            return filters[0] is { Operator: FilterOperator.Equal, IsRequired: true, IsValue: true } filter && ParentOf(context, filter.Column) is { } parent
                ? (filter.Column, parent)
                : default;
        }
        // Through the join table of an implicit many-to-many relation.
        var joins = shape.OtherFilters.Where(filter => filter is { Operator: FilterOperator.Equal, IsRequired: true, IsValue: true }).ToArray();
        return filters.Length == 0 && joins.Length == 1 && context.Map.RelationOf(joins[0].Column.Table) is not null && ParentOf(context, joins[0].Column) is { } other
            ? (joins[0].Column, other)
            : default;
    }

    private static DatabaseTable? ParentOf(LiveContext context, DatabaseColumn column)
    {
        var key = context.Map.FieldOf(column)?.ForeignKeysOver.FirstOrDefault(candidate => candidate.Fields.Count == 1);
        return key is not null
            ? context.Map.TableOf(key.Target)
            : column.Table.ForeignKeys.FirstOrDefault(candidate => candidate.Columns.Count == 1 && candidate.Columns[0] == column.Name)?.Target;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Migrations.Diff;

/// <summary>What the comparisons know of each other: what of the old schema stands for what of the new one, and the changes so far.</summary>
internal sealed class DiffContext(SemanticModel old, SemanticModel next)
{
    private readonly List<SchemaChange> _changes = [];

    public ExpectedDatabase Old { get; } = ExpectedDatabase.Of(old);

    public ExpectedDatabase New { get; } = ExpectedDatabase.Of(next);

    public Provider Provider => New.Schema.Provider;

    public bool IsPostgreSql => Provider == Provider.PostgreSql;

    public IReadOnlyList<SchemaChange> Changes => _changes;

    /// <summary>Old tables and the new ones that they become.</summary>
    public Dictionary<ExpectedTable, ExpectedTable> Tables { get; } = [];

    /// <summary>New tables that Prisma drops and creates although they are old ones, with the change that says so.</summary>
    public Dictionary<ExpectedTable, SchemaChange> RecreatedTables { get; } = [];

    /// <summary>New join tables whose columns <c>A</c> and <c>B</c> change places, with the change that says so.</summary>
    public Dictionary<ExpectedTable, SchemaChange> SwappedTables { get; } = [];

    /// <summary>Tables that are gone or new, with the change that says so.</summary>
    public Dictionary<ExpectedTable, SchemaChange> LoneTables { get; } = [];

    /// <summary>Old columns and the new ones that they become.</summary>
    public Dictionary<ExpectedColumn, ExpectedColumn> Columns { get; } = [];

    /// <summary>New columns that Prisma drops and adds although they are old ones, with the change that says so.</summary>
    public Dictionary<ExpectedColumn, SchemaChange> RecreatedColumns { get; } = [];

    /// <summary>New columns whose type Prisma alters, with the change that says so.</summary>
    public Dictionary<ExpectedColumn, SchemaChange> RetypedColumns { get; } = [];

    /// <summary>Columns that are gone or new, with the change that says so.</summary>
    public Dictionary<ExpectedColumn, SchemaChange> LoneColumns { get; } = [];

    /// <summary>Old enums and the new ones that they become.</summary>
    public Dictionary<EnumSymbol, EnumSymbol> Enums { get; } = [];

    /// <summary>New enums whose database type is another one, with the change that says so.</summary>
    public Dictionary<EnumSymbol, SchemaChange> RecreatedEnums { get; } = [];

    /// <summary>Old foreign keys and the new ones that they become.</summary>
    public Dictionary<ExpectedForeignKey, ExpectedForeignKey> ForeignKeys { get; } = [];

    /// <summary>The database has types for enums; elsewhere they are part of the column's type, or text.</summary>
    public bool HasEnumTypes => New.Connector.IsPostgreSqlLike;

    public StepList Steps() => new(IsPostgreSql);

    public SchemaChange Add(SchemaChangeKind kind, string name, ChangeClass changeClass, Location? from, Location? to, string message, string why)
    {
        var change = new SchemaChange(kind, name, changeClass) { OldLocation = from, NewLocation = to, Message = message, Why = why };
        _changes.Add(change);
        return change;
    }

    public TableLock? Lock(TableLock value) => IsPostgreSql ? value : null;

    public ExpectedTable? NewOf(ExpectedTable table) => Tables.TryGetValue(table, out var found) ? found : null;

    public ExpectedColumn? NewOf(ExpectedColumn column) => Columns.TryGetValue(column, out var found) ? found : null;

    /// <summary>The type of a column of a new table is another one than before.</summary>
    public bool ChangesType(ExpectedTable table, string column)
    {
        var old = Tables.FirstOrDefault(pair => pair.Value == table).Key?.FindColumn(column);
        return old is not null && table.FindColumn(column) is { } next && !IsSameType(old.Type, next.Type);
    }

    /// <summary>The column that a column of a table becomes, by name; its own name where none is known.</summary>
    public string NewName(ExpectedTable table, string column) =>
        table.FindColumn(column) is { } found && NewOf(found) is { } next ? next.Name : "\0" + column;

    public bool IsSameType(ColumnType from, ColumnType to)
    {
        if (from.Enum is { } left && to.Enum is { } right)
        {
            if (from.IsList != to.IsList)
                return false;
            return Enums.TryGetValue(left, out var found) && found == right;
        }
        return TypeConversion.IsSame(from, to, Provider);
    }

    /// <summary>The change that makes Prisma drop and add what hangs on a column; <see langword="null"/> where none does.</summary>
    public SchemaChange? CauseOf(ExpectedTable table, IEnumerable<string> columns, bool isKey)
    {
        if (RecreatedTables.TryGetValue(table, out var cause))
            return cause;
        foreach (var name in columns)
        {
            if (table.FindColumn(name) is { } column
                && (RecreatedColumns.TryGetValue(column, out cause) || (isKey && RetypedColumns.TryGetValue(column, out cause))))
            {
                return cause;
            }
        }
        return null;
    }

    public static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => "`" + name + "`"));

    public static string Count(int count, string thing) => FormattableString.Invariant($"{count} {thing}{(count == 1 ? "" : "s")}");
}

using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Sql;

namespace PrismaLint.Migrations;

/// <summary>What actions do to one table of a <see cref="ReplayedCatalog"/>.</summary>
internal sealed class TableReplay(ReplayedCatalog catalog, ReplayedTable table)
{
    public void Apply(TableAction action)
    {
        switch (action)
        {
            case AddColumnAction add when table.FindColumn(add.Column.Name) is null:
                Add(add.Column);
                foreach (var constraint in add.Column.Constraints)
                    Add(constraint);
                break;
            case DropColumnAction drop when table.FindColumn(drop.Column) is { } column:
                Drop(column);
                break;
            case SetTypeAction set when table.FindColumn(set.Column) is { } column:
                column.Type = set.Type;
                break;
            case SetDefaultAction set when table.FindColumn(set.Column) is { } column:
                (column.Default, column.IsSerial) = (set.Default, false);
                break;
            case SetNotNullAction set when table.FindColumn(set.Column) is { } column:
                column.IsNotNull = set.IsNotNull;
                break;
            case SetIdentityAction set when table.FindColumn(set.Column) is { } column:
                column.IsIdentity = set.IsIdentity;
                break;
            case DropExpressionAction drop when table.FindColumn(drop.Column) is { } column:
                column.Generated = null;
                break;
            case AddConstraintAction add:
                Add(add.Constraint);
                break;
            case DropConstraintAction drop when table.FindConstraint(drop.Name) is { } constraint:
                Drop(constraint);
                break;
            case ValidateConstraintAction validate when table.FindConstraint(validate.Name) is { } constraint:
                constraint.IsValidated = true;
                break;
            case RenameColumnAction rename when table.FindColumn(rename.Column) is { } column:
                Rename(column, rename.NewName);
                break;
            case RenameConstraintAction rename when table.FindConstraint(rename.Name) is { } constraint:
                if (table.FindIndex(rename.Name) is { IsOfConstraint: true } index)
                    Name(index, rename.NewName);
                constraint.Name = rename.NewName;
                break;
            case RenameTableAction rename:
                Move(table.Schema, rename.NewName);
                break;
            case SetSchemaAction set:
                Move(set.NewSchema, table.Name);
                break;
            case RowSecurityAction { IsEnabled: { } isEnabled }:
                table.HasRowSecurity = isEnabled;
                break;
            case PartitionAction partition when catalog.FindTable(partition.Partition) is { } child:
                child.IsPartition = partition.IsAttached;
                break;
        }
    }

    public void Add(ColumnDefinition column) => table.ColumnList.Add(new ReplayedColumn(column.Name, column.Type)
    {
        IsNotNull = column.IsNotNull, Default = column.Default, IsSerial = column.IsSerial, IsIdentity = column.IsIdentity, Generated = column.Generated, AddedIn = catalog.Count,
    });

    public void Add(TableConstraint constraint)
    {
        if (constraint.Index is { } indexName)
        {
            TakeOver(constraint, indexName);
            return;
        }
        ReplayedColumn[] columns = [.. constraint.Columns.Select(table.FindColumn).OfType<ReplayedColumn>()];
        if (columns.Length < constraint.Columns.Count || (constraint.Name is { } given && table.FindConstraint(given) is not null))
            return;
        var label = constraint.Kind switch
        {
            "PRIMARY KEY" => "pkey",
            "UNIQUE" => "key",
            "FOREIGN KEY" => "fkey",
            "EXCLUDE" => "excl",
            _ => "check",
        };
        var named = constraint.Kind switch
        {
            "PRIMARY KEY" => [],
            "CHECK" => ColumnsIn(constraint.Expression ?? "") is { Count: 1 } only ? [only[0].Name] : Array.Empty<string>(),
            _ => [.. constraint.Columns],
        };
        var name = constraint.Name is { } own ? Cut(own) : ServerNames.Choose(catalog, table, named, label);
        var replayed = new ReplayedConstraint(constraint.Kind, name, constraint.Kind == "CHECK" ? ColumnsIn(constraint.Expression ?? "") : columns)
        {
            OnDelete = constraint.OnDelete, OnUpdate = constraint.OnUpdate, IsMatchFull = constraint.IsMatchFull, IsValidated = !constraint.IsNotValid, Expression = constraint.Expression, AddedIn = catalog.Count,
        };
        if (constraint.Kind == "FOREIGN KEY")
        {
            if (constraint.Target is null || catalog.FindTable(constraint.Target) is not { } target)
                return;
            replayed.Target = target;
            target.IsReferenced = true;
            replayed.TargetColumns = constraint.TargetColumns.Count > 0
                ? [.. constraint.TargetColumns.Select(target.FindColumn).OfType<ReplayedColumn>()]
                : target.Constraints.FirstOrDefault(key => key.Kind == "PRIMARY KEY")?.Columns ?? [];
        }
        table.ConstraintList.Add(replayed);
        if (constraint.Kind is not ("PRIMARY KEY" or "UNIQUE"))
            return;
        foreach (var column in columns.Where(_ => constraint.Kind == "PRIMARY KEY"))
            column.IsNotNull = true;
        Add(new ReplayedIndex(name, [.. columns.Select(column => ((ReplayedColumn?)column, new IndexElement(column.Name, null)))])
        {
            IsUnique = true, IsPrimary = constraint.Kind == "PRIMARY KEY", IsOfConstraint = true, AreNullsNotDistinct = constraint.AreNullsNotDistinct,
            Included = [.. constraint.Included.Select(table.FindColumn).OfType<ReplayedColumn>()], AddedIn = catalog.Count,
        });
    }

    public void Create(CreateIndexStatement create)
    {
        if (create.Name is { } given && (catalog.FindIndex(new SqlName(table.Schema, Cut(given), default)) is not null))
            return;
        var elements = new List<(ReplayedColumn? Column, IndexElement Element)>();
        foreach (var element in create.Columns)
        {
            var column = element.Column is null ? null : table.FindColumn(element.Column);
            if (column is null && element.Column is not null && !table.IsOpaque)
                return;
            elements.Add((column, element));
        }
        var name = create.Name is { } own ? Cut(own) : ServerNames.Choose(catalog, table, ServerNames.Distinct(create.Columns.Select(element => element.Column ?? NameOfExpression(element.Expression ?? "")).Concat(create.Included)), "idx");
        Add(new ReplayedIndex(name, elements)
        {
            IsUnique = create.IsUnique, Method = create.Method, AreNullsNotDistinct = create.AreNullsNotDistinct, Predicate = create.Predicate,
            Included = [.. create.Included.Select(table.FindColumn).OfType<ReplayedColumn>()], AddedIn = catalog.Count,
        });
    }

    /// <summary>A column goes, and with it the indexes and constraints that name it; foreign keys of others to it as well.</summary>
    public void Drop(ReplayedColumn column)
    {
        table.ColumnList.Remove(column);
        table.IndexList.RemoveAll(index =>
            index.Elements.Any(element => element.Column == column || Names(element.Element.Expression, column.Name)) || index.Included.Contains(column) || Names(index.Predicate, column.Name));
        table.ConstraintList.RemoveAll(constraint => constraint.Columns.Contains(column) || (constraint.Kind == "CHECK" && Names(constraint.Expression, column.Name)));
        foreach (var other in table.IsReferenced ? catalog.Tables : [])
            other.ConstraintList.RemoveAll(constraint => constraint.Target == table && constraint.TargetColumns.Contains(column));
    }

    /// <summary>The name of an enum in a column's type: without quotes, schema and brackets.</summary>
    public static string TypeNameOf(string type)
    {
        var plain = type.EndsWith("[]", StringComparison.Ordinal) ? type.Substring(0, type.Length - 2) : type;
        if (plain.Length > 0 && plain[plain.Length - 1] == '"')
            return SqlName.Decode(plain.Substring(plain.LastIndexOf('"', plain.Length - 2)));
        return plain.Substring(plain.LastIndexOf('.') + 1);
    }

    public static string WithTypeName(string type, string name)
    {
        return SqlName.Write(name) + (type.EndsWith("[]", StringComparison.Ordinal) ? "[]" : "");
    }

    private void TakeOver(TableConstraint constraint, string indexName)
    {
        if (table.FindIndex(indexName) is not { } index)
            return;
        var name = constraint.Name ?? index.Name;
        Name(index, name);
        (index.IsOfConstraint, index.IsPrimary) = (true, constraint.Kind == "PRIMARY KEY");
        ReplayedColumn[] columns = [.. index.Elements.Select(element => element.Column).OfType<ReplayedColumn>()];
        if (index.IsPrimary)
        {
            foreach (var column in columns)
                column.IsNotNull = true;
        }
        table.ConstraintList.Add(new ReplayedConstraint(constraint.Kind, name, columns) { AddedIn = catalog.Count });
    }

    /// <summary>Gives an index of the table a name.</summary>
    public void Name(ReplayedIndex index, string name)
    {
        index.Name = name;
        catalog.NoteIndex(name, table);
    }

    private void Add(ReplayedIndex index)
    {
        table.IndexList.Add(index);
        catalog.NoteIndex(index.Name, table);
    }

    private void Drop(ReplayedConstraint constraint)
    {
        table.ConstraintList.Remove(constraint);
        if (table.FindIndex(constraint.Name) is not { IsOfConstraint: true } index)
            return;
        table.IndexList.Remove(index);
        // CASCADE takes the foreign keys that need it; without it the statement would have failed.
        foreach (var other in table.IsReferenced ? catalog.Tables : [])
            other.ConstraintList.RemoveAll(key => key.Target == table && key.TargetColumns.Count > 0 && key.TargetColumns.SequenceEqual(constraint.Columns) && !HasKeyOver(key.TargetColumns));
    }

    private bool HasKeyOver(IReadOnlyList<ReplayedColumn> columns) =>
        table.Indexes.Any(index => index is { IsUnique: true, Predicate: null } && index.Elements.Count == columns.Count && index.Elements.All(element => element.Column is { } column && columns.Contains(column)));

    private void Rename(ReplayedColumn column, string newName)
    {
        foreach (var index in table.Indexes)
        {
            index.Predicate = Renamed(index.Predicate, column.Name, newName);
            index.Elements = [.. index.Elements.Select(element => (element.Column, element.Element with { Expression = Renamed(element.Element.Expression, column.Name, newName) }))];
        }
        foreach (var constraint in table.Constraints)
            constraint.Expression = Renamed(constraint.Expression, column.Name, newName);
        column.Name = newName;
    }

    private void Move(string schema, string name)
    {
        catalog.Remove(table);
        (table.Schema, table.Name) = (schema, Cut(name));
        catalog.Add(table);
    }

    private List<ReplayedColumn> ColumnsIn(string expression) => [.. table.Columns.Where(column => Names(expression, column.Name))];

    private static bool Names(string? expression, string column) => expression is not null && SqlText.Names(expression).Contains(column);

    private static string? Renamed(string? expression, string column, string newName) => expression is null ? null : SqlText.Rename(expression, column, newName);

    private static string NameOfExpression(string expression)
    {
        // The function of a call gives its name, anything else is "expr" (FigureColname).
        var open = expression.IndexOf('(');
        return open > 0 && expression.Take(open).All(c => char.IsLetterOrDigit(c) || c is '_' or '.') ? SqlName.Decode(expression.Substring(0, open).Split('.').Last()) : "expr";
    }

    private static string Cut(string name) => Database.SchemaMap.DatabaseName(name);
}

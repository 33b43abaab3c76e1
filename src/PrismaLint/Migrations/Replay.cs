using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Sql;

namespace PrismaLint.Migrations;

/// <summary>What each statement does to a <see cref="ReplayedCatalog"/>.</summary>
internal sealed class Replay(ReplayedCatalog catalog)
{
    public void Apply(SqlStatement statement)
    {
        switch (statement)
        {
            case CreateTableStatement { IsTemporary: false } create:
                Create(create);
                break;
            case AlterTableStatement alter when catalog.FindTable(alter.Name) is { } table:
                var replay = new TableReplay(catalog, table);
                foreach (var action in alter.Actions)
                    replay.Apply(action);
                break;
            // Indexes and views can be renamed by ALTER TABLE too.
            case AlterTableStatement { Actions.Count: 1 } alter when alter.Actions[0] is RenameTableAction rename:
                RenameIndex(alter.Name, rename.NewName);
                break;
            case CreateIndexStatement create when catalog.FindTable(create.Table) is { } table:
                new TableReplay(catalog, table).Create(create);
                break;
            case DropStatement drop:
                Drop(drop);
                break;
            case RenameStatement rename:
                Rename(rename);
                break;
            case CreateEnumStatement create when catalog.Labels(catalog.Key(create.Name)) is null:
                catalog.SetEnum(catalog.Key(create.Name), [.. create.Labels]);
                break;
            case AddEnumValueStatement add when catalog.Labels(catalog.Key(add.Name)) is { } labels && !labels.Contains(add.Label):
                var at = add.Neighbour is null ? labels.Count : labels.IndexOf(add.Neighbour) + (add.IsBefore ? 0 : 1);
                labels.Insert(Math.Max(0, Math.Min(at, labels.Count)), add.Label);
                break;
            case RenameEnumValueStatement rename when catalog.Labels(catalog.Key(rename.Name)) is { } labels && labels.IndexOf(rename.Label) is >= 0 and var place:
                labels[place] = rename.NewLabel;
                break;
            case CreateObjectStatement create:
                catalog.AddObject(create.Kind, create.Name);
                break;
            case AlterObjectStatement { Kind: "TYPE", NewSchema: { } schema } alter when catalog.Labels(catalog.Key(alter.Name)) is { } labels:
                catalog.SetEnum(catalog.Key(alter.Name), null);
                catalog.SetEnum((schema, alter.Name.Name), labels);
                break;
            case DoStatement block:
                foreach (var inner in DoBlock.Read(block))
                    Apply(inner);
                break;
        }
    }

    private void Create(CreateTableStatement create)
    {
        if (catalog.FindTable(create.Name) is not null)
            return;
        var (schema, name) = catalog.Key(create.Name);
        var table = new ReplayedTable(schema, name) { AddedIn = catalog.Count, IsOpaque = create.IsFromQuery, IsPartition = create.IsPartition };
        foreach (var template in create.Templates)
        {
            if (catalog.FindTable(template) is { } source)
                table.ColumnList.AddRange(source.Columns.Select(column => new ReplayedColumn(column.Name, column.Type) { IsNotNull = column.IsNotNull, AddedIn = catalog.Count }));
        }
        catalog.Add(table);
        var replay = new TableReplay(catalog, table);
        foreach (var column in create.Columns)
            replay.Add(column);
        // Keys come first: a foreign key to the table itself refers to them.
        foreach (var constraint in create.Constraints.OrderBy(constraint => constraint.Kind is "PRIMARY KEY" or "UNIQUE" ? 0 : 1))
            replay.Add(constraint);
    }

    private void Drop(DropStatement drop)
    {
        foreach (var name in drop.Names)
        {
            switch (drop.Kind)
            {
                case "TABLE" when catalog.FindTable(name) is { } table:
                    catalog.Remove(table);
                    foreach (var other in table.IsReferenced ? catalog.Tables : [])
                        other.ConstraintList.RemoveAll(constraint => constraint.Target == table);
                    break;
                case "INDEX" when catalog.FindIndex(name) is var (table, index) && !index.IsOfConstraint:
                    table.IndexList.Remove(index);
                    break;
                case "TYPE":
                    DropType(name, drop.IsCascading);
                    break;
                case "SCHEMA":
                    foreach (var table in catalog.Tables.Where(table => table.Schema == name.Name).ToArray())
                        catalog.Remove(table);
                    foreach (var (schema, type, _) in catalog.Enums.Where(found => found.Schema == name.Name).ToArray())
                        catalog.SetEnum((schema, type), null);
                    break;
                default:
                    catalog.RemoveObject(drop.Kind, name);
                    break;
            }
        }
    }

    private void DropType(SqlName name, bool isCascading)
    {
        catalog.SetEnum(catalog.Key(name), null);
        catalog.RemoveObject("TYPE", name);
        if (!isCascading)
            return;
        foreach (var table in catalog.Tables)
        {
            foreach (var column in table.Columns.Where(column => column.TypeName == name.Name).ToArray())
                new TableReplay(catalog, table).Drop(column);
        }
    }

    private void Rename(RenameStatement rename)
    {
        if (rename.Kind == "INDEX")
        {
            RenameIndex(rename.Name, rename.NewName);
        }
        else if (rename.Kind == "TYPE" && catalog.Labels(catalog.Key(rename.Name)) is { } labels)
        {
            var (schema, old) = catalog.Key(rename.Name);
            catalog.SetEnum((schema, old), null);
            catalog.SetEnum((schema, rename.NewName), labels);
            // Columns hold the type, not its name.
            foreach (var table in catalog.Tables)
            {
                foreach (var column in table.ColumnList)
                {
                    if (column.TypeName == old)
                        column.Type = TableReplay.WithTypeName(column.Type, rename.NewName);
                }
            }
        }
        else if (rename.Kind == "SCHEMA")
        {
            foreach (var table in catalog.Tables.Where(table => table.Schema == rename.Name.Name).ToArray())
            {
                catalog.Remove(table);
                table.Schema = rename.NewName;
                catalog.Add(table);
            }
        }
        else
        {
            catalog.RemoveObject(rename.Kind, rename.Name);
            catalog.AddObject(rename.Kind, new SqlName(rename.Name.Schema, rename.NewName, rename.Name.Span));
        }
    }

    private void RenameIndex(SqlName name, string newName)
    {
        if (catalog.FindIndex(name) is not var (table, index))
            return;
        if (index.IsOfConstraint && table.FindConstraint(index.Name) is { } constraint)
            constraint.Name = newName;
        new TableReplay(catalog, table).Name(index, newName);
    }
}

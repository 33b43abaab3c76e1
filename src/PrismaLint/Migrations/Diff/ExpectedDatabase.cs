using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Semantics;

namespace PrismaLint.Migrations.Diff;

/// <summary>The tables that Prisma's migrations make of a schema. Views are not among them: Prisma leaves those to others.</summary>
internal sealed class ExpectedDatabase
{
    private readonly Dictionary<ModelSymbol, ExpectedTable> _tablesByModel = [];

    private ExpectedDatabase(SemanticModel schema) => Schema = schema;

    public SemanticModel Schema { get; }

    public ConnectorFacts Connector => Schema.Connector;

    public List<ExpectedTable> Tables { get; } = [];

    public IEnumerable<ExpectedForeignKey> ForeignKeys => Tables.SelectMany(table => table.ForeignKeys);

    public ExpectedTable? TableOf(ModelSymbol model) => _tablesByModel.TryGetValue(model, out var table) ? table : null;

    public static ExpectedDatabase Of(SemanticModel schema)
    {
        var database = new ExpectedDatabase(schema);
        foreach (var model in schema.Models.Where(model => !model.IsView && schema.FindModel(model.Name) == model))
            database.Add(model);
        foreach (var relation in schema.Relations.Where(relation => relation.Kind == RelationKind.ImplicitManyToMany && schema.Connector.IsSql))
            database.Add(relation);
        if (schema.RelationMode == RelationMode.ForeignKeys && schema.Connector.IsSql)
        {
            foreach (var key in schema.ForeignKeys)
                database.Add(key);
        }
        return database;
    }

    private string Cut(string name) => Connector.IsPostgreSqlLike ? SchemaMap.DatabaseName(name) : name;

    private void Add(ModelSymbol model)
    {
        var table = new ExpectedTable(model.SchemaName, Cut(model.TableName), model, null);
        Tables.Add(table);
        _tablesByModel.Add(model, table);
        foreach (var field in model.Columns)
        {
            if (table.FindColumn(Cut(field.ColumnName)) is not null)
                continue;
            var type = ColumnType.Of(field, Connector);
            var isSerial = field.Default?.Function is "autoincrement" or "sequence";
            table.Columns.Add(new ExpectedColumn(table, Cut(field.ColumnName), type)
            {
                Field = field,
                IsRequired = field.IsRequired,
                IsSerial = isSerial,
                Default = ColumnDefault.Of(field, type),
            });
        }
        foreach (var index in model.Indexes.Where(index => index.Columns.Count > 0))
        {
            var expected = ExpectedIndex.Of(table, index, Connector);
            if (index.Kind == IndexKind.PrimaryKey)
                table.PrimaryKey ??= expected;
            else
                table.Indexes.Add(expected);
        }
    }

    private void Add(ForeignKeySymbol key)
    {
        if (TableOf(key.Model) is not { } table || TableOf(key.Target) is not { } target || key.Fields.Count == 0 || key.Fields.Count != key.References.Count)
            return;
        table.ForeignKeys.Add(new ExpectedForeignKey(table, key.ConstraintName)
        {
            Target = target,
            Columns = [.. key.Fields.Select(field => Cut(field.ColumnName))],
            TargetColumns = [.. key.References.Select(field => Cut(field.ColumnName))],
            OnDelete = key.OnDelete,
            OnUpdate = key.OnUpdate,
            Field = key.RelationField,
        });
    }

    private void Add(RelationSymbol relation)
    {
        if (relation is not { Forward: { Model: { } left } leftField, Back: { Model: { } right } rightField }
            || TableOf(left) is null || TableOf(right) is null)
        {
            return;
        }
        // Column A belongs to the model whose name comes first, in a relation to itself to the field that does.
        if (string.CompareOrdinal(left.Name, right.Name) is var order && (order > 0 || (order == 0 && string.CompareOrdinal(leftField.Name, rightField.Name) > 0)))
            (left, right, leftField, rightField) = (right, left, rightField, leftField);
        var name = "_" + (relation.Name ?? left.Name + "To" + right.Name);
        var table = new ExpectedTable(left.SchemaName, Cut(name), null, relation);
        foreach (var (column, model) in new[] { ("A", left), ("B", right) })
        {
            if (model.PrimaryKey is not { Columns.Count: 1 } key)
                return;
            var id = key.Columns[0].Field;
            table.Columns.Add(new ExpectedColumn(table, column, ColumnType.Of(id, Connector)) { Field = id, IsRequired = true });
        }
        Tables.Add(table);
        if (Connector.IsPostgreSqlLike)
            table.PrimaryKey = JoinIndex("_AB_pkey", IndexKind.PrimaryKey, "A", "B");
        else
            table.Indexes.Add(JoinIndex("_AB_unique", IndexKind.Unique, "A", "B"));
        table.Indexes.Add(JoinIndex("_B_index", IndexKind.Index, "B"));
        if (Schema.RelationMode != RelationMode.ForeignKeys)
            return;
        for (var i = 0; i < 2; i++)
        {
            var (column, model, field) = i == 0 ? ("A", left, leftField) : ("B", right, rightField);
            if (TableOf(model) is not { } target)
                continue;
            table.ForeignKeys.Add(new ExpectedForeignKey(table, Cut(name + "_" + column + "_fkey"))
            {
                Target = target,
                Columns = [column],
                TargetColumns = [table.Columns[i].Field.ColumnName],
                Field = field,
            });
        }

        ExpectedIndex JoinIndex(string end, IndexKind kind, params string[] columns) => new(table, Cut(name + end), kind)
        {
            Columns = columns,
            Endings = [.. columns.Select(_ => "")],
        };
    }
}

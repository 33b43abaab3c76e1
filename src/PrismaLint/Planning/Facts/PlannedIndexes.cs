using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Semantics;
using PrismaLint.Sql;

namespace PrismaLint.Planning.Facts;

/// <summary>The indexes that recommended changes build, the one to begin with first.</summary>
internal sealed class PlannedIndexes
{
    private PlannedIndexes(IReadOnlyList<PlannedIndex> all) => All = all;

    /// <summary>
    /// Known rows decide, the largest table first; then whether a delete of the parent writes to what it finds; then how many models' deletes
    /// reach that parent, since the table is read once for each row that goes.
    /// </summary>
    public IReadOnlyList<PlannedIndex> All { get; }

    public IEnumerable<PlannedIndex> Of(ModelSymbol model) => All.Where(index => index.Model == model);

    public static PlannedIndexes Find(PlanContext context)
    {
        var tables = context.Database.Tables.Where(table => table.Model is not null).GroupBy(table => table.Name).ToDictionary(group => group.Key, group => group.ToArray());
        var found = new List<PlannedIndex>();
        foreach (var change in context.Changes.Where(change => change.Kind is PlanChangeKind.Index or PlanChangeKind.Unique))
        {
            foreach (var sql in change.Steps.Select(step => step.Sql).OfType<string>())
            {
                // One step may build all indexes of a table.
                foreach (var statement in SqlScript.Parse("step.sql", sql).Statements.OfType<CreateIndexStatement>())
                {
                    if (TableOf(tables, statement.Table) is { Model: { } model } table)
                        found.Add(Create(context, change, table, model, statement, sql.Substring(statement.Span.Start, statement.Span.Length)));
                }
            }
        }
        return new PlannedIndexes(
        [
            .. found.OrderByDescending(index => context.Volumes.Of(index.Model).Rows ?? -1)
                .ThenBy(index => index.Writes ? 0 : 1)
                .ThenByDescending(index => index.ReachedFrom)
                .ThenByDescending(index => index.Keys.Select(key => key.Target.ReferencingKeys.Count).DefaultIfEmpty(0).Max()),
        ]);
    }

    private static ExpectedTable? TableOf(Dictionary<string, ExpectedTable[]> tables, SqlName name) =>
        tables.TryGetValue(SchemaMap.DatabaseName(name.Name), out var candidates)
            ? candidates.FirstOrDefault(table => name.Schema is null || table.Schema == name.Schema || (table.Schema is null && name.Schema == "public"))
            : null;

    private static PlannedIndex Create(PlanContext context, PlanChange change, ExpectedTable table, ModelSymbol model, CreateIndexStatement statement, string sql)
    {
        ExpectedColumn[] columns = [.. statement.Columns.Select(element => element.Column is null ? null : table.FindColumn(element.Column)).OfType<ExpectedColumn>()];
        string[] names = [.. columns.Select(column => column.Field.Name)];
        var shape = new IndexShape(statement.IsUnique ? IndexKind.Unique : IndexKind.Index, IndexMethod.BTree, [.. names.Select(name => new IndexShapeColumn(name, false))]);
        ForeignKeySymbol[] keys = statement.Predicate is not null || columns.Length < statement.Columns.Count
            ? []
            : [.. model.ForeignKeys.Where(key => !DeleteReach.HasIndex(context, key) && IndexCoverage.Covers(shape, [.. key.Fields.Select(field => field.Name)]))];
        return new PlannedIndex(change, table, model, columns, sql)
        {
            IsUnique = statement.IsUnique,
            IsReplacement = change.Steps.Any(step => step.Sql is { } other && SqlScript.Parse("step.sql", other).Statements.Any(drop => drop is DropStatement { Kind: "INDEX" })),
            IsPartial = statement.Predicate is not null,
            EntryBytes = context.Storage.EntryBytes(table, columns, statement.IsUnique),
            Keys = keys,
            ReachedFrom = keys.Select(key => DeleteReach.CountAbove(key.Target)).DefaultIfEmpty(0).Max(),
        };
    }
}

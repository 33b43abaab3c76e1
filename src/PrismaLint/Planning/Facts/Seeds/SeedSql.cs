using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Facts.Integrity;
using PrismaLint.Semantics;
using PrismaLint.Sql;

namespace PrismaLint.Planning.Facts.Seeds;

/// <summary>The statements that fill an empty database.</summary>
internal sealed class SeedSql(PlanContext context, SeedPlan plan)
{
    private readonly SeedValues _values = new(plan, context.Sql);

    /// <summary>The statements, parents before children, join tables last.</summary>
    public IEnumerable<string> Statements()
    {
        foreach (var table in plan.Tables)
        {
            yield return Insert(table);
            foreach (var column in context.Database.TableOf(table.Model)?.Columns.Where(column => column.IsSerial) ?? [])
                yield return FormattableString.Invariant($"SELECT setval(pg_get_serial_sequence({SqlText.Literal(column.Table.Sql)}, {SqlText.Literal(column.Name)}), {table.Rows});");
        }
        foreach (var join in context.Database.Tables.Where(table => table.Relation is not null))
        {
            if (InsertPairs(join) is { } sql)
                yield return sql;
        }
    }

    private string Insert(SeedTable table)
    {
        var index = table.HasTenant ? new RowIndex("i", "q", "t") : new RowIndex("i");
        var columns = new List<(string Name, string Value)>();
        var kept = new HashSet<FieldSymbol>(Periods.Of(table.Model).Where(pair => pair.IsOrdered).SelectMany(pair => new[] { pair.Start, pair.End }).Concat(plan.UniquesOf(table.Model).SelectMany(unique => unique)));
        foreach (var field in table.Model.Columns)
        {
            if (IsWanted(table.Model, field, kept) && _values.Of(field, index) is { } value)
                columns.Add((TableSql.Column(field), value));
        }
        var source = FormattableString.Invariant($"generate_series(0, {table.Rows - 1})");
        var rows = table.HasTenant
            ? FormattableString.Invariant($"(SELECT n AS i, n / {plan.Tenants} AS q, n % {plan.Tenants} AS t FROM {source} AS n) AS s")
            : source + " AS i";
        return columns.Count == 0
            ? $"INSERT INTO {context.Sql.Table(table.Model)} DEFAULT VALUES;"
            : $"INSERT INTO {context.Sql.Table(table.Model)} ({string.Join(", ", columns.Select(column => column.Name))})\nSELECT {string.Join(", ", columns.Select(column => column.Value))}\nFROM {rows};";
    }

    // What may stay empty does, but for keys and what a unique holds; what the database fills it fills.
    private bool IsWanted(ModelSymbol model, FieldSymbol field, HashSet<FieldSymbol> kept)
    {
        if (field.Kind is FieldKind.Unsupported)
            return false;
        if (SeedValues.KeyOf(field) is not null || kept.Contains(field))
            return true;
        return field.IsRequired && context.Database.TableOf(model)?.Columns.FirstOrDefault(column => column.Field == field)?.Default is null;
    }

    private string? InsertPairs(ExpectedTable join)
    {
        if (join.Columns.Count != 2 || join.Columns[0].Field.Model is not { } left || join.Columns[1].Field.Model is not { } right
            || plan.TableOf(left) is not { } one || plan.TableOf(right) is not { } other)
        {
            return null;
        }
        var rows = Math.Max(one.Rows, other.Rows);
        var values = new[] { (join.Columns[0].Field, one), (join.Columns[1].Field, other) }.Select(side =>
            _values.Of(side.Item1, new RowIndex(SeedDigit.Modulo("i", side.Item2.Rows))));
        return FormattableString.Invariant($"INSERT INTO {join.Sql} (\"A\", \"B\")\nSELECT {string.Join(", ", values)}\nFROM generate_series(0, {rows - 1}) AS i;");
    }
}

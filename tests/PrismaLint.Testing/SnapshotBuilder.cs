using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Testing;

/// <summary>
/// Makes a snapshot: the database that a schema describes, and then whatever a test changes in it. Values have the names of the columns of the
/// queries (<c>seq_scan</c>, <c>idx_scan</c>), so a test reads like the catalog.
/// </summary>
public sealed class SnapshotBuilder
{
    private readonly Dictionary<string, List<Dictionary<string, object?>>> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EvidenceState> _states = new(StringComparer.Ordinal);
    private readonly List<TableBuilder> _tables = [];
    private long _nextOid = 16384;

    /// <summary>A server of version 15 that has counted for 90 days, looked at by a role of <c>pg_monitor</c>.</summary>
    public SnapshotBuilder()
    {
        Row(EvidenceSource.Server, ("version_num", 150018), ("version", "15.18"), ("at", "2026-11-01T00:00:00Z"), ("started", "2026-08-01T00:00:00Z"), ("monitor", true), ("role", "prismalint_ro"), ("my_local", true));
        Row(EvidenceSource.StatisticsSince, ("db", "2026-08-03T00:00:00Z"));
        Row(EvidenceSource.StatementsInfo, ("dealloc", 0), ("stats_reset", "2026-08-03T00:00:00Z"));
    }

    public IReadOnlyList<string> Schemas { get; set; } = ["public"];

    /// <summary>The tables, keys and indexes that a schema for PostgreSQL describes, join tables and enums included.</summary>
    public static SnapshotBuilder From(SemanticModel schema)
    {
        var builder = new SnapshotBuilder();
        foreach (var symbol in schema.Enums)
            builder.Row(EvidenceSource.Enums, ("schema", symbol.SchemaName ?? "public"), ("name", symbol.DatabaseName), ("labels", symbol.Values.Select(value => (string?)value.DatabaseName).ToArray()));
        foreach (var model in schema.Models)
        {
            var table = builder.AddTable(model.TableName, model.SchemaName ?? "public");
            if (model.IsView)
                table.Set("kind", "v");
            foreach (var field in model.Columns)
            {
                var column = table.AddColumn(field.ColumnName, TypeOf(field), isNotNull: field.IsRequired);
                if (field.Default?.Function == "autoincrement")
                    column["def"] = $"nextval('\"{model.TableName}_{field.ColumnName}_seq\"'::regclass)";
                else if (field.Default?.Function == "now")
                    column["def"] = "CURRENT_TIMESTAMP";
                else if (field.Default is { } value && SqlOf(field, value.Expression, $"{column["type"]}") is { } sql)
                    column["def"] = value.Function == "dbgenerated" ? value.FunctionArgument : sql;
            }
            foreach (var index in model.IsView ? [] : model.Indexes)
            {
                var row = table.AddIndex(index.DatabaseName, [.. index.Columns.Select(column => column.Field.ColumnName)], index.Kind, IndexComparison.PredicateOf(index), index.Method.ToString().ToLowerInvariant());
                // DESC sorts nulls first.
                row["opt"] = index.Columns.Select(column => column.IsDescending ? 3L : 0).ToArray();
                row["ops"] = index.Columns.Select(column => column.OperatorClass is { } name ? IndexComparison.OperatorClassOf(name, column.IsOperatorClassRaw) : "any_ops").ToArray<string?>();
            }
        }
        if (schema.RelationMode == RelationMode.ForeignKeys)
        {
            foreach (var key in schema.ForeignKeys)
            {
                builder.Table(key.Model.TableName).AddForeignKey(
                    key.ConstraintName, [.. key.Fields.Select(field => field.ColumnName)], builder.Table(key.Target.TableName), [.. key.References.Select(field => field.ColumnName)], key.OnDelete, key.OnUpdate);
            }
        }
        foreach (var relation in schema.Relations.Where(relation => relation.Kind == RelationKind.ImplicitManyToMany))
        {
            var (left, right) = (relation.Forward?.Model ?? throw new ArgumentException("half a relation"), relation.Back?.Model ?? throw new ArgumentException("half a relation"));
            if (string.CompareOrdinal(left.Name, right.Name) > 0)
                (left, right) = (right, left);
            var name = "_" + (relation.Name ?? left.Name + "To" + right.Name);
            var table = builder.AddTable(name, left.SchemaName ?? "public");
            table.AddColumn("A", TypeOf(left.PrimaryKey?.Columns[0].Field ?? throw new ArgumentException("no id")));
            table.AddColumn("B", TypeOf(right.PrimaryKey?.Columns[0].Field ?? throw new ArgumentException("no id")));
            table.AddIndex(name + "_AB_pkey", ["A", "B"], IndexKind.PrimaryKey);
            table.AddIndex(name + "_B_index", ["B"]);
            table.AddForeignKey(name + "_A_fkey", ["A"], builder.Table(left.TableName), [left.PrimaryKey.Columns[0].Field.ColumnName], ReferentialAction.Cascade);
            table.AddForeignKey(name + "_B_fkey", ["B"], builder.Table(right.TableName), [right.PrimaryKey.Columns[0].Field.ColumnName], ReferentialAction.Cascade);
        }
        return builder;
    }

    /// <summary>A row of a source that is no table's: settings, roles, statements.</summary>
    public SnapshotBuilder Row(string source, params (string Column, object? Value)[] values)
    {
        Of(source).Add(values.ToDictionary(pair => pair.Column, pair => Plain(pair.Value)));
        return this;
    }

    /// <summary>Changes the first row of a source.</summary>
    public SnapshotBuilder Set(string source, params (string Column, object? Value)[] values)
    {
        if (Of(source).Count == 0)
            Of(source).Add([]);
        foreach (var (column, value) in values)
            Of(source)[0][column] = Plain(value);
        return this;
    }

    public SnapshotBuilder Setting(string name, string value) => Row(EvidenceSource.Settings, ("name", name), ("setting", value));

    public SnapshotBuilder Role(string name, params (string Column, object? Value)[] values) => Row(EvidenceSource.Roles, [("name", name), .. values]);

    /// <summary>A source that was read and has no rows.</summary>
    public SnapshotBuilder Empty(string source)
    {
        Of(source).Clear();
        return this;
    }

    /// <summary>A source that could not be read: its rows are gone.</summary>
    public SnapshotBuilder Without(string source, EvidenceStateKind kind = EvidenceStateKind.Denied)
    {
        _states[source] = new EvidenceState(kind);
        return this;
    }

    /// <summary>A statement that clients sent.</summary>
    /// <param name="query">Its normalized text.</param>
    /// <param name="calls">How often.</param>
    /// <param name="rowsPerCall">Rows that each call gave.</param>
    /// <param name="mean">Milliseconds of a call.</param>
    /// <param name="isTopLevel">A client sent it, not a function.</param>
    public SnapshotBuilder Statement(string query, long calls, double rowsPerCall = 1, double mean = 0.1, bool isTopLevel = true) => Row(
        EvidenceSource.Statements,
        ("queryid", query.Length + "-" + calls), ("query", query), ("calls", calls), ("rows", (long)(calls * rowsPerCall)), ("total_exec_time", calls * mean), ("mean_exec_time", mean),
        ("max_exec_time", mean * 4), ("toplevel", isTopLevel));

    /// <summary>A source without some objects: tables that another session had locked.</summary>
    public SnapshotBuilder WithoutSome(string source, params string[] names)
    {
        _states[source] = new EvidenceState(EvidenceStateKind.Partial) { Names = names };
        return this;
    }

    /// <summary>The table of that name.</summary>
    public TableBuilder Table(string name, string schema = "public") =>
        _tables.Find(table => table.Name == name && table.Schema == schema) ?? _tables.First(table => table.Name == name);

    public TableBuilder AddTable(string name, string schema = "public")
    {
        var table = new TableBuilder(this, NextOid(), schema, name);
        _tables.Add(table);
        return table;
    }

    public SnapshotBuilder Drop(string table)
    {
        _tables.Remove(Table(table));
        return this;
    }

    public DatabaseSnapshot Build()
    {
        var rows = _rows.ToDictionary(pair => pair.Key, pair => pair.Value.ToList());
        foreach (var table in _tables)
        {
            foreach (var (source, row) in table.Rows)
            {
                if (!rows.TryGetValue(source, out var list))
                    rows[source] = list = [];
                list.Add(row);
            }
        }
        foreach (var source in new[] { EvidenceSource.Relations, EvidenceSource.Columns, EvidenceSource.Constraints, EvidenceSource.Indexes, EvidenceSource.TableStatistics, EvidenceSource.ColumnStatistics,
            EvidenceSource.Settings, EvidenceSource.Roles, EvidenceSource.Policies, EvidenceSource.Triggers, EvidenceSource.Functions, EvidenceSource.Sequences, EvidenceSource.Extensions, EvidenceSource.Statements, EvidenceSource.IndexProgress,
            EvidenceSource.ViewDependencies, EvidenceSource.Namespaces, EvidenceSource.Enums, EvidenceSource.DatabaseStatistics })
        {
            rows.TryAdd(source, []);
        }
        var tables = rows.Where(pair => !_states.TryGetValue(pair.Key, out var state) || state.IsUsable).Select(pair =>
        {
            string[] columns = [.. pair.Value.SelectMany(row => row.Keys).Distinct()];
            var table = new CatalogTable(pair.Key, columns);
            foreach (var row in pair.Value)
                table.Add([.. columns.Select(column => row.GetValueOrDefault(column))]);
            return table;
        });
        return new DatabaseSnapshot(Schemas, tables, _states);
    }

    internal long NextOid() => _nextOid++;

    internal static object? Plain(object? value) => value switch
    {
        int number => (long)number,
        string[] texts => texts.Cast<string?>().ToArray(),
        int[] numbers => Array.ConvertAll(numbers, number => (long)number),
        _ => value,
    };

    private static string? SqlOf(FieldSymbol field, ExpressionSyntax expression, string type) => expression switch
    {
        ArrayExpressionSyntax array => $"ARRAY[{string.Join(", ", array.Elements.Select(element => SqlOf(field, element, type.TrimEnd(']', '['))))}]",
        PathExpressionSyntax path when field.TypeSymbol is EnumSymbol symbol => $"'{symbol.FindValue(path.Name.Text)?.DatabaseName}'::{type}",
        PathExpressionSyntax path => path.Name.Text,
        LiteralExpressionSyntax literal => field.Scalar is ScalarType.Int or ScalarType.BigInt or ScalarType.Float or ScalarType.Decimal ? literal.Value : $"'{literal.Value.Replace("'", "''", StringComparison.Ordinal)}'::{type}",
        CallExpressionSyntax { Name.Text: "dbgenerated" } => "",
        _ => null,
    };

    private List<Dictionary<string, object?>> Of(string source)
    {
        if (!_rows.TryGetValue(source, out var list))
            _rows[source] = list = [];
        return list;
    }

    private static string TypeOf(FieldSymbol field)
    {
        if (field.Kind == FieldKind.Unsupported)
            return field.Type.UnsupportedText.Text.Trim('"');
        var native = field.NativeType?.ToString().Replace(", ", ",", StringComparison.Ordinal);
        var type = native?.Split('(')[0] switch
        {
            "VarChar" => "character varying" + native[7..],
            "Char" => "character" + (native.Length > 4 ? native[4..] : "(1)"),
            "Uuid" => "uuid",
            "Text" => "text",
            "Timestamptz" => "timestamp" + native[11..] + " with time zone",
            "Timestamp" => "timestamp" + native[9..] + " without time zone",
            "Date" => "date",
            "SmallInt" => "smallint",
            "Real" => "real",
            "Money" => "money",
            "Json" => "json",
            "Citext" => "citext",
            "Decimal" => "numeric" + native[7..],
            null => field.Kind == FieldKind.Enum && field.TypeSymbol is EnumSymbol symbol ? $"\"{symbol.DatabaseName}\"" : field.Scalar switch
            {
                ScalarType.Int => "integer",
                ScalarType.BigInt => "bigint",
                ScalarType.Boolean => "boolean",
                ScalarType.DateTime => "timestamp(3) without time zone",
                ScalarType.Float => "double precision",
                ScalarType.Decimal => "numeric(65,30)",
                ScalarType.Json => "jsonb",
                ScalarType.Bytes => "bytea",
                _ => "text",
            },
            _ => throw new NotSupportedException($"@db.{native}: name the column's type in the test"),
        };
        return field.IsList ? type + "[]" : type;
    }
}

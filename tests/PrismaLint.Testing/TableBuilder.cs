using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Semantics;

namespace PrismaLint.Testing;

/// <summary>A table of a <see cref="SnapshotBuilder"/>.</summary>
public sealed class TableBuilder
{
    private static readonly Dictionary<string, (string Name, long Oid)> s_types = new(StringComparer.Ordinal)
    {
        ["integer"] = ("int4", 23), ["bigint"] = ("int8", 20), ["smallint"] = ("int2", 21), ["text"] = ("text", 25), ["boolean"] = ("bool", 16),
        ["uuid"] = ("uuid", 2950), ["timestamp without time zone"] = ("timestamp", 1114), ["timestamp with time zone"] = ("timestamptz", 1184),
        ["character varying"] = ("varchar", 1043), ["character"] = ("bpchar", 1042), ["numeric"] = ("numeric", 1700), ["double precision"] = ("float8", 701),
        ["real"] = ("float4", 700), ["jsonb"] = ("jsonb", 3802), ["json"] = ("json", 114), ["bytea"] = ("bytea", 17), ["date"] = ("date", 1082), ["money"] = ("money", 790),
        ["time without time zone"] = ("time", 1083), ["time with time zone"] = ("timetz", 1266),
    };

    private readonly SnapshotBuilder _builder;
    private readonly long _oid;
    private readonly Dictionary<string, object?> _relation;
    private readonly Dictionary<string, object?> _statistics;
    private readonly List<Dictionary<string, object?>> _columns = [];
    private readonly List<Dictionary<string, object?>> _indexes = [];
    private readonly List<(string Source, Dictionary<string, object?> Row)> _others = [];

    internal TableBuilder(SnapshotBuilder builder, long oid, string schema, string name)
    {
        (_builder, _oid, Schema, Name) = (builder, oid, schema, name);
        _relation = new() { ["oid"] = oid, ["schema"] = schema, ["name"] = name, ["kind"] = "r", ["persistence"] = "p", ["owner"] = "owner", ["tuples"] = 0.0 };
        _statistics = new() { ["oid"] = oid };
    }

    public string Schema { get; }

    public string Name { get; }

    public long Oid => _oid;

    internal IEnumerable<(string Source, Dictionary<string, object?> Row)> Rows =>
    [
        (EvidenceSource.Relations, _relation),
        .. _relation["kind"] is "v" ? [] : new[] { (EvidenceSource.TableStatistics, _statistics) },
        .. _columns.Select(row => (EvidenceSource.Columns, row)),
        .. _indexes.Select(row => (EvidenceSource.Indexes, row)),
        .. _others,
    ];

    /// <summary>Changes the row of <c>relations</c>: <c>rls</c>, <c>owner</c>, <c>options</c>.</summary>
    public TableBuilder Set(string column, object? value)
    {
        _relation[column] = SnapshotBuilder.Plain(value);
        return this;
    }

    /// <summary>Changes the row of <c>relstat</c>: <c>seq_scan</c>, <c>n_live_tup</c>.</summary>
    public TableBuilder Count(string column, long value)
    {
        _statistics[column] = value;
        return this;
    }

    /// <summary>Changes a text of the row of <c>relstat</c>: <c>last_autovacuum</c>.</summary>
    public TableBuilder Count(string column, string value)
    {
        _statistics[column] = value;
        return this;
    }

    /// <summary>So many rows, counted and analyzed.</summary>
    public TableBuilder HasRows(long rows) => Set("tuples", (double)rows).Count("n_live_tup", rows).Count("last_analyze", "2026-10-31T00:00:00Z");

    /// <summary>The row of a column; its values can be set.</summary>
    public Dictionary<string, object?> Column(string name) => _columns.Find(column => column["name"] is string text && text == name) ?? throw new ArgumentException($"no column {name}");

    public Dictionary<string, object?> AddColumn(string name, string type, bool isNotNull = true)
    {
        var row = new Dictionary<string, object?> { ["oid"] = _oid, ["num"] = (long)_columns.Count + 1, ["name"] = name, ["notnull"] = isNotNull };
        _columns.Add(row);
        SetType(row, type);
        return row;
    }

    public TableBuilder SetType(string column, string type)
    {
        SetType(Column(column), type);
        return this;
    }

    public TableBuilder SetColumn(string column, string property, object? value)
    {
        Column(column)[property] = SnapshotBuilder.Plain(value);
        return this;
    }

    public TableBuilder DropColumn(string name)
    {
        _columns.Remove(Column(name));
        return this;
    }

    /// <summary>The row of an index; its values can be set.</summary>
    public Dictionary<string, object?> Index(string name) => _indexes.Find(index => index["name"] is string text && text == name) ?? throw new ArgumentException($"no index {name}");

    /// <summary>Adds an index and, for a primary key, its constraint. Its size is 8 MB.</summary>
    public Dictionary<string, object?> AddIndex(string name, string[] columns, IndexKind kind = IndexKind.Index, string? predicate = null, string method = "btree", string[]? include = null)
    {
        var oid = _builder.NextOid();
        var key = columns.Concat(include ?? []).Select(NumberOf).ToArray();
        var row = new Dictionary<string, object?>
        {
            ["oid"] = oid, ["rel"] = _oid, ["name"] = name, ["am"] = method, ["uniq"] = kind is IndexKind.PrimaryKey or IndexKind.Unique, ["prim"] = kind == IndexKind.PrimaryKey,
            ["valid"] = true, ["ready"] = true, ["live"] = true, ["immediate"] = true, ["nkey"] = (long)columns.Length, ["key"] = key,
            ["opt"] = new long[columns.Length], ["coll"] = new long[columns.Length], ["ops"] = columns.Select(_ => (string?)"any_ops").ToArray(),
            ["opsdefault"] = columns.Select(_ => true).ToArray(), ["pred"] = predicate, ["size"] = 8L << 20, ["idx_scan"] = 1000L,
        };
        _indexes.Add(row);
        if (kind == IndexKind.PrimaryKey)
            AddConstraint(name, "p", columns)["index"] = oid;
        return row;
    }

    public TableBuilder SetIndex(string index, string property, object? value)
    {
        Index(index)[property] = SnapshotBuilder.Plain(value);
        return this;
    }

    public TableBuilder DropIndex(string name)
    {
        _indexes.Remove(Index(name));
        _others.RemoveAll(pair => pair.Source == EvidenceSource.Constraints && pair.Row["name"] is string text && text == name);
        return this;
    }

    /// <summary>Adds a row of <c>constraints</c>: <c>p</c>, <c>u</c>, <c>f</c>, <c>c</c> or <c>x</c>.</summary>
    public Dictionary<string, object?> AddConstraint(string name, string kind, params string[] columns)
    {
        var row = new Dictionary<string, object?>
        {
            ["oid"] = _builder.NextOid(), ["rel"] = _oid, ["name"] = name, ["kind"] = kind, ["key"] = columns.Select(NumberOf).ToArray(), ["validated"] = true,
        };
        _others.Add((EvidenceSource.Constraints, row));
        return row;
    }

    public Dictionary<string, object?> AddForeignKey(
        string name, string[] columns, TableBuilder target, string[] references, ReferentialAction onDelete = ReferentialAction.Restrict, ReferentialAction onUpdate = ReferentialAction.Cascade)
    {
        var row = AddConstraint(name, "f", columns);
        row["frel"] = target._oid;
        row["fschema"] = target.Schema;
        row["ftable"] = target.Name;
        row["fkey"] = references.Select(target.NumberOf).ToArray();
        row["ondelete"] = LetterOf(onDelete);
        row["onupdate"] = LetterOf(onUpdate);
        row["match"] = "s";
        return row;
    }

    /// <summary>The row of a constraint; its values can be set.</summary>
    public Dictionary<string, object?> Constraint(string name) =>
        _others.Find(pair => pair.Source == EvidenceSource.Constraints && pair.Row["name"] is string text && text == name).Row ?? throw new ArgumentException($"no constraint {name}");

    public TableBuilder DropConstraint(string name)
    {
        Constraint(name);
        _others.RemoveAll(pair => pair.Source == EvidenceSource.Constraints && pair.Row["name"] is string text && text == name);
        return this;
    }

    /// <summary>Adds a row of a source that refers to the table by <c>rel</c>: policies, triggers.</summary>
    public TableBuilder Add(string source, params (string Column, object? Value)[] values)
    {
        var row = values.ToDictionary(pair => pair.Column, pair => SnapshotBuilder.Plain(pair.Value));
        row["rel"] = _oid;
        _others.Add((source, row));
        return this;
    }

    /// <summary>Adds a row of <c>colstat</c>.</summary>
    public TableBuilder Analyzed(string column, double nullFraction = 0, long width = 8, double distinct = -1, double? correlation = null)
    {
        _others.Add((EvidenceSource.ColumnStatistics, new()
        {
            ["schema"] = Schema, ["tab"] = Name, ["col"] = column, ["null_frac"] = nullFraction, ["avg_width"] = width, ["n_distinct"] = distinct, ["correlation"] = correlation,
        }));
        return this;
    }

    private long NumberOf(string column) => Column(column)["num"] is long number ? number : 0;

    private static void SetType(Dictionary<string, object?> row, string type)
    {
        var isArray = type.EndsWith("[]", StringComparison.Ordinal);
        var element = isArray ? type[..^2] : type;
        var open = element.IndexOf('(', StringComparison.Ordinal);
        var plain = open < 0 ? element : element[..open] + element[(element.IndexOf(')', StringComparison.Ordinal) + 1)..];
        var (name, oid) = s_types.TryGetValue(plain, out var known) ? known : (element.Trim('"'), 90000L + Math.Abs(element.Length * 31 + element[^1]));
        row["type"] = type;
        row["typname"] = isArray ? "_" + name : name;
        row["typ"] = isArray ? oid + 100000 : oid;
        row["elem"] = isArray ? oid : 0L;
        row["typtype"] = element.StartsWith('"') ? "e" : "b";
        row["typschema"] = element.StartsWith('"') ? "public" : "pg_catalog";
        row["typmod"] = -1L;
    }

    private static string LetterOf(ReferentialAction action) => action switch
    {
        ReferentialAction.Cascade => "c",
        ReferentialAction.SetNull => "n",
        ReferentialAction.SetDefault => "d",
        ReferentialAction.Restrict => "r",
        _ => "a",
    };
}

using System;
using System.Linq;
using PrismaLint.Migrations;

namespace PrismaLint.Database.Tests.Migrations;

/// <summary>Writes statements that fit what is there, mostly: the server has the last word on each.</summary>
internal sealed class RandomHistory(ReplayedCatalog catalog, int seed)
{
    private static readonly string[] s_types =
    [
        "int", "INTEGER", "bigint", "TEXT", "varchar(20)", "VARCHAR", "BOOLEAN", "TIMESTAMP(3)", "timestamptz", "DECIMAL(10,2)", "numeric", "numeric(8)", "double precision", "real", "jsonb", "uuid", "char(4)",
        "TEXT[]", "int[]", "serial", "bigserial", "smallint", "date", "time(3)", "bytea", "bit(3)", "varbit", "interval", "inet", "timetz",
    ];

    private readonly Random _random = new(seed);
    private int _names;

    public string Next() => _random.Next(26) switch
    {
        0 or 1 or 2 => CreateTable(),
        3 => $"DROP TABLE {(_random.Next(2) == 0 ? "IF EXISTS " : "")}{Table()} CASCADE;",
        4 or 5 => $"ALTER TABLE {Table()} ADD COLUMN {Fresh()} {Type()}{(_random.Next(3) == 0 ? " NOT NULL" : "")}{(_random.Next(6) == 0 ? " UNIQUE" : "")};",
        6 => OnColumn((table, column) => $"ALTER TABLE {table} DROP COLUMN {column} CASCADE;"),
        7 => OnColumn((table, column) => $"ALTER TABLE {table} ALTER COLUMN {column} SET NOT NULL, ADD COLUMN {Fresh()} int CHECK ({column} IS NOT NULL);"),
        8 => OnColumn((table, column) => $"ALTER TABLE {table} ALTER COLUMN {column} DROP NOT NULL;"),
        9 => OnColumn((table, column) => $"ALTER TABLE {table} ALTER {column} TYPE {Pick("TEXT", "varchar(40)", "bigint", "numeric(12,3)")} USING NULL;"),
        10 => OnColumn((table, column) => $"ALTER TABLE {table} RENAME COLUMN {column} TO {Fresh()};"),
        11 => $"ALTER TABLE {Table()} RENAME TO {Fresh()};",
        12 or 13 => OnColumn((table, column) => $"CREATE {Pick("", "UNIQUE ")}INDEX {Pick("", Fresh())} ON {table} ({column}{Pick("", " DESC")}){Pick("", $" WHERE {column} IS NOT NULL")};"),
        14 => TwoColumns((table, one, other) => $"CREATE INDEX {Pick("", Fresh())} ON {table} ({one}, {other}){Pick("", $" INCLUDE ({one})")}{Pick("", $" WHERE (({other} IS NULL) AND {one} IS NOT NULL)")};"),
        15 => OnColumn((table, column) => $"CREATE INDEX ON {table} (({column} IS NULL));"),
        16 => OnIndex(index => $"DROP INDEX {index};"),
        17 => OnIndex(index => $"ALTER INDEX {index} RENAME TO {Fresh()};"),
        18 => OnConstraint((table, constraint) => $"ALTER TABLE {table} DROP CONSTRAINT {constraint} CASCADE;"),
        19 => OnConstraint((table, constraint) => $"ALTER TABLE {table} RENAME CONSTRAINT {constraint} TO {Fresh()};"),
        20 => TwoColumns((table, one, other) => $"ALTER TABLE {table} ADD {Pick("", $"CONSTRAINT {Fresh()} ")}UNIQUE {Pick("", "NULLS NOT DISTINCT ")}({one}, {other});"),
        21 => ForeignKey(),
        22 => $"CREATE TYPE {Fresh()} AS ENUM ('a', 'b');",
        23 => OnEnum(type => $"ALTER TYPE {type} {Pick("ADD VALUE IF NOT EXISTS 'c'", "ADD VALUE 'd' BEFORE 'b'", "RENAME VALUE 'a' TO 'e'", $"RENAME TO {Fresh()}")};"),
        24 => OnEnum(type => $"ALTER TABLE {Table()} ADD COLUMN {Fresh()} {type}{Pick("", "[]")};"),
        _ => OnEnum(type => $"DROP TYPE {type} CASCADE;"),
    };

    private string CreateTable()
    {
        var columns = Enumerable.Range(0, _random.Next(1, 5)).Select(_ => $"{Fresh()} {Type()}{(_random.Next(4) == 0 ? " NOT NULL" : "")}").ToList();
        columns.Insert(0, $"\"id\" {Pick("SERIAL NOT NULL", "bigint GENERATED ALWAYS AS IDENTITY", "text")}{Pick("", " PRIMARY KEY")}");
        if (!columns[0].EndsWith("KEY", StringComparison.Ordinal) && _random.Next(2) == 0)
            columns.Add($"CONSTRAINT {Fresh()} PRIMARY KEY (\"id\")");
        return $"CREATE TABLE {Pick("", "IF NOT EXISTS ")}{Fresh()} ({string.Join(", ", columns)});";
    }

    private string ForeignKey()
    {
        var target = Any(catalog.Tables.Where(table => table.Constraints.Any(key => key.Kind == "PRIMARY KEY")).ToArray());
        var key = target?.Constraints.First(key => key.Kind == "PRIMARY KEY").Columns[0];
        var type = key?.Type ?? "int";
        return $"ALTER TABLE {Table()} ADD COLUMN {Fresh()} {type}{Pick("", $" REFERENCES {Quote(target)}{Pick("", " ON DELETE CASCADE")}{Pick("", " ON UPDATE SET NULL")}")};";
    }

    private string Type() => s_types[_random.Next(s_types.Length)];

    // Long names, names with capitals, blanks and letters of two bytes; some are longer than a name may be.
    private string Fresh()
    {
        var number = ++_names;
        return (number % 7) switch
        {
            0 => $"\"Name {number}\"",
            1 => $"\"camelCase{number}\"",
            2 => $"Upper{number}",
            3 => $"\"{new string('ä', 10)}{number}{new string('ö', 20)}\"",
            4 => $"long_{new string('x', 40)}_{number}",
            _ => $"n{number}",
        };
    }

    private string Table() => Quote(Any(catalog.Tables.ToArray()));

    private string OnColumn(Func<string, string, string> write)
    {
        var table = Any(catalog.Tables.Where(table => table.Columns.Count > 0).ToArray());
        return table is null ? CreateTable() : write(Quote(table), Quote(Any(table.Columns.ToArray())?.Name));
    }

    private string TwoColumns(Func<string, string, string, string> write)
    {
        var table = Any(catalog.Tables.Where(table => table.Columns.Count > 2).ToArray());
        return table is null ? CreateTable() : write(Quote(table), Quote(Any(table.Columns.ToArray())?.Name), Quote(table.Columns[0].Name));
    }

    private string OnIndex(Func<string, string> write)
    {
        var index = Any(catalog.Tables.SelectMany(table => table.Indexes).ToArray());
        return index is null ? CreateTable() : write(Quote(index.Name));
    }

    private string OnConstraint(Func<string, string, string> write)
    {
        var table = Any(catalog.Tables.Where(table => table.Constraints.Count > 0).ToArray());
        return table is null ? CreateTable() : write(Quote(table), Quote(Any(table.Constraints.ToArray())?.Name));
    }

    private string OnEnum(Func<string, string> write)
    {
        var types = catalog.Enums.ToArray();
        return types.Length == 0 ? $"CREATE TYPE {Fresh()} AS ENUM ('a', 'b');" : write(Quote(types[_random.Next(types.Length)].Name));
    }

    private T? Any<T>(T[] all)
        where T : class => all.Length == 0 ? null : all[_random.Next(all.Length)];

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];

    private static string Quote(ReplayedTable? table) => Quote(table?.Name);

    private static string Quote(string? name) => $"\"{(name ?? "nothing").Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Npgsql;

namespace PrismaLint.Database.Tests.Planning;

/// <summary>
/// Three rows for each table, without looking at what refers to what: a value depends on its type and on the number of the row, so that keys and
/// what refers to them agree. In the last row everything that may be empty is.
/// </summary>
internal static class TestRows
{
    private const int Rows = 3;

    private const string Columns = """
        SELECT json_build_array(attrelid::regclass::text, quote_ident(attname), attnotnull, t.typname, t.typtype::text, t.typcategory::text, atttypmod,
            coalesce(e.typname, t.typname), coalesce(e.typtype, t.typtype)::text, format_type(atttypid, atttypmod),
            (SELECT json_agg(enumlabel ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = coalesce(e.oid, t.oid)))::text
        FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid AND relkind IN ('r', 'p') JOIN pg_type t ON t.oid = atttypid LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
        WHERE relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema') AND relnamespace::regnamespace::text NOT LIKE 'pg\_toast%'
          AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
        ORDER BY attrelid::regclass::text, attnum
        """;

    /// <summary>Inserts them; gives the number that found a place.</summary>
    public static int Insert(NpgsqlConnection connection)
    {
        var count = 0;
        var columns = Structure.Texts(connection, Columns).Select(text => System.Text.Json.JsonDocument.Parse(text).RootElement).ToArray();
        Execute(connection, "SET session_replication_role = replica");
        foreach (var table in columns.GroupBy(column => column[0].GetString() ?? ""))
        {
            for (var row = 1; row <= Rows; row++)
            {
                var values = table.Select(column => (Name: column[1].GetString(), Value: Value(column, row))).Where(pair => pair.Value is not null).ToArray();
                if (TryExecute(connection, $"INSERT INTO {table.Key} ({string.Join(", ", values.Select(pair => pair.Name))}) VALUES ({string.Join(", ", values.Select(pair => pair.Value))})"))
                    count++;
            }
        }
        Execute(connection, "SET session_replication_role = origin");
        for (var i = 0; i < 5 && RemoveOrphans(connection) is > 0 and var removed; i++)
            count -= removed;
        return count;
    }

    /// <summary>What the rows hold, table by table, whatever the order of columns.</summary>
    public static IReadOnlyList<string> Read(NpgsqlConnection connection)
    {
        Execute(connection, "SET TimeZone = 'UTC'");
        var tables = Structure.Texts(connection, "SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind IN ('r', 'p') AND nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema' ORDER BY 1");
        return [.. tables.SelectMany(table => Structure.Texts(connection, $"SELECT '{table.Replace("'", "''", StringComparison.Ordinal)} ' || to_jsonb(t)::text FROM {table} AS t ORDER BY 1"))];
    }

    // A row whose parent found no place.
    private static int RemoveOrphans(NpgsqlConnection connection)
    {
        var removals = Structure.Texts(connection, """
            SELECT format('DELETE FROM %s AS c WHERE %s AND NOT EXISTS (SELECT FROM %s AS p WHERE %s)', conrelid::regclass,
              (SELECT string_agg(format('c.%I IS NOT NULL', a.attname), ' AND ') FROM unnest(conkey) k JOIN pg_attribute a ON attrelid = conrelid AND attnum = k), confrelid::regclass,
              (SELECT string_agg(format('p.%I = c.%I', pa.attname, ca.attname), ' AND ') FROM unnest(conkey, confkey) AS k(c, p)
                 JOIN pg_attribute ca ON ca.attrelid = conrelid AND ca.attnum = k.c JOIN pg_attribute pa ON pa.attrelid = confrelid AND pa.attnum = k.p))
            FROM pg_constraint WHERE contype = 'f'
            """);
        Execute(connection, "SET session_replication_role = replica");
        var count = 0;
        foreach (var sql in removals)
        {
            using var command = new NpgsqlCommand(sql, connection);
            count += command.ExecuteNonQuery();
        }
        Execute(connection, "SET session_replication_role = origin");
        return count;
    }

    private static string? Value(System.Text.Json.JsonElement column, int row)
    {
        var isArray = column[5].GetString() == "A";
        if (row == Rows && !column[2].GetBoolean() && !isArray)
            return null;
        var element = Element(column[7].GetString() ?? "", column[8].GetString() ?? "", column[6].GetInt32(), column[10], row);
        return element is null ? null : isArray ? $"ARRAY[{element}]::{column[9].GetString()}" : element;
    }

    private static string? Element(string type, string kind, int modifier, System.Text.Json.JsonElement labels, int row)
    {
        var text = row.ToString(CultureInfo.InvariantCulture);
        if (kind == "e")
            return "'" + (labels[(row - 1) % labels.GetArrayLength()].GetString() ?? "").Replace("'", "''", StringComparison.Ordinal) + "'";
        return type switch
        {
            "int2" or "int4" or "int8" or "float4" or "float8" or "oid" or "money" => text,
            "numeric" => modifier >= 0 && (((modifier - 4) >> 16) & 0xffff) <= ((modifier - 4) & 0xffff) ? "0" : text,
            "bool" => row % 2 == 1 ? "true" : "false",
            "text" or "citext" => $"'2024-01-0{text} 00:00:00'",
            "varchar" => modifier is >= 0 and < 23 ? $"'{text}'" : $"'2024-01-0{text} 00:00:00'",
            "bpchar" => $"'{text}'",
            "uuid" => $"'00000000-0000-0000-0000-00000000000{text}'",
            "timestamp" or "timestamptz" => $"'2024-01-0{text} 10:00:00.123+00'",
            "date" => $"'2024-01-0{text}'",
            "time" or "timetz" => $"'10:00:0{text}'",
            "interval" => $"'{text} days'",
            "json" or "jsonb" => $"'{{\"v\": {text}}}'",
            "bytea" => $"'\\x0{text}'",
            "inet" or "cidr" => $"'10.0.0.{text}'",
            "bit" => $"repeat('1', {Math.Max(modifier, 1).ToString(CultureInfo.InvariantCulture)})::bit({Math.Max(modifier, 1).ToString(CultureInfo.InvariantCulture)})",
            "varbit" => "'1'",
            "xml" => $"'<a>{text}</a>'",
            "tsvector" => $"'w{text}'",
            "point" => $"'({text},{text})'",
            _ => null,
        };
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static bool TryExecute(NpgsqlConnection connection, string sql)
    {
        try
        {
            Execute(connection, sql);
            return true;
        }
        catch (PostgresException)
        {
            return false;
        }
    }
}

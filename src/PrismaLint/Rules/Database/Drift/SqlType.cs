using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>A type of PostgreSQL.</summary>
/// <param name="Schema">The schema of a type that is not built in, where it is known.</param>
/// <param name="Name">The name as the server prints it, without length or precision: <c>timestamp without time zone</c>.</param>
/// <param name="Arguments">Length or precision as printed, without blanks.</param>
/// <param name="IsArray">An array of it.</param>
internal sealed record SqlType(string? Schema, string Name, string Arguments, bool IsArray)
{
    private static readonly Dictionary<string, string> s_aliases = new(StringComparer.Ordinal)
    {
        ["int"] = "integer", ["int4"] = "integer", ["int2"] = "smallint", ["int8"] = "bigint", ["bool"] = "boolean", ["float8"] = "double precision", ["float4"] = "real", ["float"] = "double precision",
        ["decimal"] = "numeric", ["varchar"] = "character varying", ["char"] = "character", ["varbit"] = "bit varying", ["timestamptz"] = "timestamp with time zone",
        ["timestamp"] = "timestamp without time zone", ["timetz"] = "time with time zone", ["time"] = "time without time zone",
    };

    public SqlTypeFamily Family => Name switch
    {
        "boolean" => SqlTypeFamily.Boolean,
        "smallint" or "integer" or "bigint" or "oid" => SqlTypeFamily.Integer,
        "real" or "double precision" => SqlTypeFamily.Float,
        "numeric" => SqlTypeFamily.Decimal,
        "money" => SqlTypeFamily.Money,
        "text" or "character varying" or "character" or "bpchar" or "citext" or "name" => SqlTypeFamily.Text,
        "uuid" => SqlTypeFamily.Uuid,
        "bit" or "bit varying" => SqlTypeFamily.Bit,
        "xml" => SqlTypeFamily.Xml,
        "inet" or "cidr" => SqlTypeFamily.Inet,
        "timestamp without time zone" or "timestamp with time zone" or "date" => SqlTypeFamily.DateTime,
        "time without time zone" or "time with time zone" => SqlTypeFamily.Time,
        "json" or "jsonb" => SqlTypeFamily.Json,
        "bytea" => SqlTypeFamily.Bytes,
        _ => SqlTypeFamily.Other,
    };

    public bool HasTimeZone => Name.EndsWith(" with time zone", StringComparison.Ordinal);

    public int? Argument(int index) => Arguments.Split(',') is var parts && index < parts.Length && int.TryParse(parts[index], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The type that a migration gives a column.</summary>
    public static SqlType Of(FieldSymbol field, SchemaMap map)
    {
        if (field.TypeSymbol is EnumSymbol symbol)
            return new SqlType(map.SchemaOf(symbol), SchemaMap.DatabaseName(symbol.DatabaseName), "", field.IsList);
        var text = field.Kind == FieldKind.Unsupported ? Syntax.SyntaxFacts.DecodeString(field.Type.UnsupportedText.Text) : field.NativeType is { } native ? NameOf(native) : field.Scalar switch
        {
            ScalarType.String => "text",
            ScalarType.Boolean => "boolean",
            ScalarType.Int => "integer",
            ScalarType.BigInt => "bigint",
            ScalarType.Float => "double precision",
            ScalarType.Decimal => "numeric(65,30)",
            ScalarType.DateTime => "timestamp(3) without time zone",
            ScalarType.Json => "jsonb",
            ScalarType.Bytes => "bytea",
            _ => "text",
        };
        var type = Parse(text);
        return field.IsList ? type with { IsArray = true } : type;
    }

    /// <summary>The type of a column; of a domain the type below it. <see langword="null"/> where that is not known.</summary>
    public static SqlType? Of(DatabaseColumn column, DatabaseSnapshot snapshot)
    {
        var type = Parse(column.Type);
        if (type.Schema is null && type.Family == SqlTypeFamily.Other && column.TypeSchema is not ("" or "pg_catalog"))
            type = type with { Schema = column.TypeSchema };
        for (var depth = 0; depth < 8; depth++)
        {
            var name = (type.Schema, type.Name);
            if (snapshot.Rows(EvidenceSource.Domains).Where(row => (row.FindText("schema"), row.Text("name")) == name).Select(row => row.FindText("base")).FirstOrDefault() is not { } below)
                return depth == 0 && column.TypeKind == "d" ? null : type;
            var inner = Parse(below);
            type = inner with { IsArray = inner.IsArray || type.IsArray };
        }
        return type;
    }

    /// <summary>Reads a type as the server prints it, or as people write it.</summary>
    public static SqlType Parse(string text)
    {
        var rest = text.Trim();
        var isArray = false;
        while (rest.EndsWith(']') && rest.LastIndexOf('[') is > 0 and var bracket)
        {
            isArray = true;
            rest = rest.Remove(bracket).TrimEnd();
        }
        var names = new List<string>();
        var i = 0;
        // Quoted or qualified names: "s"."T", s."T", s.t.
        while (i < rest.Length)
        {
            int end;
            if (rest[i] == '"')
            {
                end = i + 1;
                while (end < rest.Length && (rest[end] != '"' || (end + 1 < rest.Length && rest[end + 1] == '"')))
                    end += rest[end] == '"' ? 2 : 1;
                end = Math.Min(end, rest.Length);
                names.Add(rest.Substring(i + 1, end - i - 1).Replace("\"\"", "\""));
                end++;
            }
            else
            {
                end = i;
                while (end < rest.Length && rest[end] is not ('.' or '('))
                    end++;
                names.Add(rest.Substring(i, end - i).Trim().ToLowerInvariant());
            }
            if (end >= rest.Length || rest[end] != '.')
            {
                rest = end < rest.Length ? rest.Substring(end) : "";
                break;
            }
            i = end + 1;
        }
        var arguments = "";
        var open = rest.IndexOf('(');
        var close = rest.IndexOf(')');
        var behind = "";
        if (open >= 0 && close > open)
        {
            arguments = rest.Substring(open + 1, close - open - 1).Replace(" ", "");
            behind = rest.Substring(close + 1).Trim().ToLowerInvariant();
        }
        var name = names.Count == 0 ? "" : names[names.Count - 1];
        if (behind.Length > 0)
            name += " " + behind;
        if (s_aliases.TryGetValue(name, out var full))
            name = full;
        // Bare, these are one character, one bit.
        if (name is "character" or "bit" && arguments.Length == 0)
            arguments = "1";
        return new SqlType(names.Count > 1 ? names[names.Count - 2] : null, name, arguments, isArray);
    }

    /// <summary>As the server prints it, without the schema.</summary>
    public override string ToString()
    {
        var arguments = Arguments.Length == 0 ? "" : "(" + Arguments + ")";
        var space = Name.IndexOf(" with", StringComparison.Ordinal);
        var name = space > 0 && Name.StartsWith("time", StringComparison.Ordinal) ? Name.Insert(space, arguments) : Name + arguments;
        return IsArray ? name + "[]" : name;
    }

    private static string NameOf(NativeType native)
    {
        var arguments = native.Arguments.Count == 0 ? "" : "(" + string.Join(",", native.Arguments) + ")";
        return native.Name switch
        {
            "VarChar" => "character varying" + arguments,
            "Char" => "character" + arguments,
            "Bit" => "bit" + arguments,
            "VarBit" => "bit varying" + arguments,
            "Integer" => "integer",
            "SmallInt" => "smallint",
            "BigInt" => "bigint",
            "DoublePrecision" => "double precision",
            "Decimal" => "numeric" + (native.Arguments.Count == 1 ? "(" + native.Arguments[0] + ",0)" : arguments),
            "Timestamp" => "timestamp" + arguments + " without time zone",
            "Timestamptz" => "timestamp" + arguments + " with time zone",
            "Time" => "time" + arguments + " without time zone",
            "Timetz" => "time" + arguments + " with time zone",
            "JsonB" => "jsonb",
            "ByteA" => "bytea",
            var other => other.ToLowerInvariant(),
        };
    }
}

using System;
using System.Collections.Generic;

namespace PrismaLint.Sql.Parsing;

/// <summary>Reads a type and gives it as the server prints it (<c>format_type</c>).</summary>
internal static class SqlTypes
{
    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["int"] = "integer", ["int4"] = "integer", ["int8"] = "bigint", ["int2"] = "smallint", ["bool"] = "boolean", ["float4"] = "real", ["float8"] = "double precision",
        ["varchar"] = "character varying", ["char"] = "character", ["bpchar"] = "character", ["decimal"] = "numeric", ["dec"] = "numeric", ["timestamptz"] = "timestamp with time zone",
        ["timetz"] = "time with time zone", ["varbit"] = "bit varying", ["serial"] = "integer", ["serial4"] = "integer", ["bigserial"] = "bigint", ["serial8"] = "bigint",
        ["smallserial"] = "smallint", ["serial2"] = "smallint", ["timestamp"] = "timestamp without time zone", ["time"] = "time without time zone", ["float"] = "double precision",
    };

    /// <summary>Reads the type at the cursor; <see langword="null"/> where none stands.</summary>
    public static string? Read(SqlCursor cursor, out bool isSerial)
    {
        isSerial = false;
        var isPlain = cursor.Kind == SqlTokenKind.Word;
        if (cursor.QualifiedName() is not { } name)
            return null;
        isPlain = isPlain && name.Schema is null or "pg_catalog";
        var word = name.Name;
        if (isPlain)
        {
            isSerial = word is "serial" or "serial4" or "serial8" or "bigserial" or "smallserial" or "serial2";
            if (word == "double")
            {
                cursor.Take("precision");
                word = "float8";
            }
            else if (word is "character" or "char" or "national")
            {
                if (word == "national" && !cursor.Take("character"))
                    cursor.Take("char");
                word = cursor.Take("varying") ? "varchar" : "char";
            }
            else if (word == "bit" && cursor.Take("varying"))
            {
                word = "varbit";
            }
            else if (word == "interval")
            {
                while (cursor.IsWord("year") || cursor.IsWord("month") || cursor.IsWord("day") || cursor.IsWord("hour") || cursor.IsWord("minute") || cursor.IsWord("second") || cursor.IsWord("to"))
                    word += " " + SqlName.Decode(Take(cursor));
            }
        }
        var arguments = cursor.Kind == SqlTokenKind.OpenParen ? "(" + cursor.Parenthesized().Replace(" ", "") + ")" : "";
        var type = isPlain ? Print(cursor, word, arguments) : Quote(name) + arguments;
        var isArray = false;
        while (cursor.Kind == SqlTokenKind.OpenBracket)
        {
            cursor.Skip();
            isArray = true;
        }
        if (cursor.Take("array"))
        {
            isArray = true;
            if (cursor.Kind == SqlTokenKind.OpenBracket)
                cursor.Skip();
        }
        return isArray ? type + "[]" : type;
    }

    private static string Print(SqlCursor cursor, string word, string arguments)
    {
        if (word is "timestamp" or "time")
        {
            if (cursor.Take("with", "time", "zone"))
                return word + arguments + " with time zone";
            cursor.Take("without", "time", "zone");
            return word + arguments + " without time zone";
        }
        if (word is "timestamptz" or "timetz")
            return (word == "timetz" ? "time" : "timestamp") + arguments + " with time zone";
        // `char` is char(1), `bit` is bit(1); `numeric(10)` is numeric(10,0).
        if (word is "char" or "bpchar" && arguments.Length == 0)
            return word == "char" ? "character(1)" : "bpchar";
        if (word == "bit" && arguments.Length == 0)
            return "bit(1)";
        if (word is "numeric" or "decimal" or "dec" && arguments.Length > 0 && arguments.IndexOf(',') < 0)
            arguments = arguments.Insert(arguments.Length - 1, ",0");
        if (word == "float" && arguments.Length > 0)
            return int.TryParse(arguments.Trim('(', ')'), out var bits) && bits <= 24 ? "real" : "double precision";
        return (s_names.TryGetValue(word, out var name) ? name : word) + arguments;
    }

    private static string Quote(SqlName name) => (name.Schema is null or "public" ? "" : SqlName.Write(name.Schema) + ".") + SqlName.Write(name.Name);

    private static string Take(SqlCursor cursor)
    {
        var text = cursor.TokenText;
        cursor.Position++;
        return text;
    }
}

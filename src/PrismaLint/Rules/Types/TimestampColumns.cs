using System;
using System.Collections.Generic;
using PrismaLint.Connectors;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Types;

/// <summary>The columns of a PostgreSQL or CockroachDB schema that hold moments, with and without time zone.</summary>
internal sealed class TimestampColumns
{
    // Names that mean what a clock on the wall shows, wherever that is.
    private static readonly string[] s_wallClock = ["local", "wall", "opening", "closing"];

    private const int MinimumWithZone = 5;

    private TimestampColumns(IReadOnlyList<FieldSymbol> withZone, IReadOnlyList<FieldSymbol> withoutZone)
    {
        WithZone = withZone;
        WithoutZone = withoutZone;
    }

    public IReadOnlyList<FieldSymbol> WithZone { get; }

    public IReadOnlyList<FieldSymbol> WithoutZone { get; }

    /// <summary>Four of five columns have a zone, five at least, and some have none.</summary>
    public bool AreMixed => WithoutZone.Count > 0
        && WithZone.Count >= MinimumWithZone
        && WithZone.Count * 5 >= (WithZone.Count + WithoutZone.Count) * 4;

    public static TimestampColumns Of(RuleContext context)
    {
        var withZone = new List<FieldSymbol>();
        var withoutZone = new List<FieldSymbol>();
        foreach (var model in context.Tables)
        {
            foreach (var column in model.Fields)
            {
                if (column.Scalar != ScalarType.DateTime || column.IsIgnored)
                    continue;
                if (column.NativeType?.Name == "Timestamptz")
                    withZone.Add(column);
                // Where the column has a zone, the schema only does not say so.
                else if (column.NativeType is null or { Name: "Timestamp" } && !IsWallClock(column.Name) && context.Evidence?.Map.ColumnOf(column)?.TypeName != "timestamptz")
                    withoutZone.Add(column);
            }
        }
        return new TimestampColumns(withZone, withoutZone);
    }

    /// <summary>The type with time zone, at the precision that the column has.</summary>
    public static string Zoned(FieldSymbol column, string precision) =>
        column.NativeType is { } native
            ? native.Arguments.Count > 0 ? $"Timestamptz({native.Arguments[0]})" : "Timestamptz"
            : $"Timestamptz({precision})";

    internal static bool IsWallClock(string name)
    {
        var words = Words.Split(name);
        foreach (var word in words)
        {
            if (Array.IndexOf(s_wallClock, word) >= 0)
                return true;
        }
        // timeOfDay
        return words.Count >= 3 && words[words.Count - 1] == "day" && words[words.Count - 2] == "of";
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Migrations.Diff;

/// <summary>The type of a column as a migration writes it.</summary>
/// <param name="Name">The name in capitals: <c>VARCHAR</c>, <c>TIMESTAMP</c>; of an enum its database name.</param>
/// <param name="Arguments">Length, precision, scale.</param>
/// <param name="IsList">An array.</param>
internal sealed record ColumnType(string Name, IReadOnlyList<string> Arguments, bool IsList)
{
    private static readonly Dictionary<string, string> s_postgreSqlNames = new(StringComparer.Ordinal)
    {
        ["DoublePrecision"] = "DOUBLE PRECISION",
    };

    public ScalarType? Scalar { get; init; }

    /// <summary>The enum where the type is one.</summary>
    public EnumSymbol? Enum { get; init; }

    public bool IsUnsupported { get; init; }

    /// <summary>The type without the brackets of a list.</summary>
    public string ElementText => Arguments.Count == 0 ? Name : Name + "(" + string.Join(",", Arguments) + ")";

    /// <summary>The type as statements write it.</summary>
    public string Sql => (Enum is { } symbol && symbol.IsDatabaseType ? SqlPieces.Name(symbol.SchemaName, symbol.DatabaseName) : ElementText) + (IsList ? "[]" : "");

    /// <summary>The argument at the index as a number.</summary>
    public int? Number(int index) =>
        index < Arguments.Count && int.TryParse(Arguments[index], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    public static ColumnType Of(FieldSymbol field, ConnectorFacts connector)
    {
        var isList = field.IsList;
        if (field.Kind == FieldKind.Enum && field.TypeSymbol is EnumSymbol symbol)
            return new ColumnType(symbol.DatabaseName, [], isList) { Enum = symbol };
        if (field.Kind == FieldKind.Unsupported)
            return new ColumnType(SyntaxFacts.DecodeString(field.Type.UnsupportedText.Text), [], isList) { IsUnsupported = true };
        if (field.NativeType is { } native)
        {
            var name = s_postgreSqlNames.TryGetValue(native.Name, out var known) && connector.IsPostgreSqlLike ? known : native.Name.ToUpperInvariant();
            return new ColumnType(name, [.. native.Arguments.Select(argument => argument.Trim())], isList) { Scalar = field.Scalar };
        }
        if (field.Scalar is { } scalar)
            return Parse(connector.DefaultColumnType(scalar) ?? scalar.ToString(), isList) with { Scalar = scalar };
        return new ColumnType(field.Type.Name.Text, [], isList);
    }

    private static ColumnType Parse(string text, bool isList)
    {
        var open = text.IndexOf('(');
        return open < 0
            ? new ColumnType(text.ToUpperInvariant(), [], isList)
            : new ColumnType(text.Substring(0, open).ToUpperInvariant(), text.Substring(open + 1).TrimEnd(')').Split(','), isList);
    }

    public override string ToString() => ElementText + (IsList ? "[]" : "");
}

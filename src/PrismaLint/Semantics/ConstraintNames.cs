using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Text;

namespace PrismaLint.Semantics;

/// <summary>The names that Prisma gives to constraints without <c>map</c>.</summary>
public static class ConstraintNames
{
    public static string PrimaryKey(string table, ConnectorFacts connector) => Fit(table, "_pkey", connector);

    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="connector">How long a name may be.</param>
    /// <param name="number">From 2 on, a name beside the one that Prisma gives.</param>
    public static string Unique(string table, IEnumerable<string> columns, ConnectorFacts connector, int number = 1) =>
        Fit(table + "_" + string.Join("_", columns), "_key" + Numbered(number), connector);

    /// <inheritdoc cref="Unique"/>
    public static string Index(string table, IEnumerable<string> columns, ConnectorFacts connector, int number = 1) =>
        Fit(table + "_" + string.Join("_", columns), "_idx" + Numbered(number), connector);

    public static string ForeignKey(string table, IEnumerable<string> columns, ConnectorFacts connector) =>
        Fit(table + "_" + string.Join("_", columns), "_fkey", connector);

    internal static string Of(IndexSymbol index, ConnectorFacts connector)
    {
        var columns = index.Columns.Select(ColumnPath);
        return index.Kind switch
        {
            IndexKind.PrimaryKey => PrimaryKey(index.Model.TableName, connector),
            IndexKind.Unique => Unique(index.Model.TableName, columns, connector),
            _ => Index(index.Model.TableName, columns, connector),
        };
    }

    private static string Numbered(int number) => number == 1 ? "" : number.ToString(CultureInfo.InvariantCulture);

    // A path into a composite type contributes all its parts.
    private static string ColumnPath(IndexColumn column) =>
        column.Path.IndexOf('.') < 0 ? column.Field.ColumnName : column.Path.Replace('.', '_');

    // The part before the suffix is cut at a character so that the whole fits the connector's limit in bytes of UTF-8.
    private static string Fit(string stem, string suffix, ConnectorFacts connector) =>
        ByteLimit.Clip(stem, connector.MaxConstraintNameLength - suffix.Length) + suffix;
}
